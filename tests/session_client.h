// A client over a socketpair, in the thread of the test: it runs the server's io_context until what
// it waits for has come, so no test sleeps. Files are in memory.
#pragma once

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <asio/io_context.hpp>
#include <csignal>
#include <deque>
#include <functional>
#include <nlohmann/json.hpp>

#include "protocol/frame.h"
#include "session.h"
#include "shared_disk.h"

namespace testing_session {

using Json = nlohmann::json;

class Client {
 public:
  explicit Client(std::map<std::string, std::string> files = {})
      : disk_(std::make_shared<SharedDisk>(std::move(files))) {
    std::signal(SIGPIPE, SIG_IGN);  // as main does
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) != 0) std::abort();
    mine_ = ends[1];
    server::Session::Options options;
    options.watch_process = [this](int id) { process = id; };
    options.over = [this](int code) { exit_code = code; };
    server::Session::start(work_, disk_, protocol::Peer::make(io_, ends[0], dup(ends[0])),
                           std::move(options));
  }
  ~Client() {
    close(mine_);
    while (!exit_code) io_.run_one();
  }

  void send(const Json& message) { send_text(message.dump()); }
  void send_text(const std::string& body) {
    const std::string bytes = protocol::framed(body);
    for (size_t sent = 0; sent < bytes.size();) {
      const ssize_t n = write(mine_, bytes.data() + sent, bytes.size() - sent);
      if (n > 0)
        sent += static_cast<size_t>(n);
      else
        io_.run_one();
    }
  }
  void notify(const std::string& method, Json params) {
    send({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
  }
  int ask(const std::string& method, Json params) {
    send({{"jsonrpc", "2.0"}, {"id", ++last_}, {"method", method}, {"params", std::move(params)}});
    return last_;
  }

  // The first message, of those not yet taken, that fits; runs the server until there is one.
  Json take(const std::function<bool(const Json&)>& fits) {
    for (;;) {
      for (auto it = heard_.begin(); it != heard_.end(); ++it) {
        if (!fits(*it)) continue;
        Json out = std::move(*it);
        heard_.erase(it);
        return out;
      }
      if (!hear()) io_.run_one();
    }
  }
  Json answer(int id) {
    return take(
        [id](const Json& m) { return m.value("id", Json()) == id && !m.contains("method"); });
  }
  Json call(const std::string& method, Json params) {
    const Json out = answer(ask(method, std::move(params)));
    return out.contains("result") ? out["result"] : out["error"];
  }
  Json told(const std::string& method) {
    return take([&](const Json& m) { return m.value("method", "") == method; });
  }

  // Everything the server does without being told more: done when it has answered a last request.
  void settle() { call("workspace/symbol", {{"query", ""}}); }
  bool was_told(const std::string& method) const {
    for (const Json& m : heard_)
      if (m.value("method", "") == method) return true;
    return false;
  }

  // From initialize on, with diagnostics that do not wait; true capabilities are merged in.
  Json start(Json capabilities = Json::object(), Json more = Json::object()) {
    Json params{{"processId", nullptr},
                {"rootUri", "file:///vault"},
                {"capabilities", std::move(capabilities)},
                {"initializationOptions", {{"diagnostics", {{"delay", 0}}}}}};
    params.merge_patch(more);
    if (more.contains("rootUri") && more["rootUri"].is_null()) params["rootUri"] = nullptr;
    params["processId"] = nullptr;
    const Json result = call("initialize", params);
    notify("initialized", Json::object());
    if (!params["rootUri"].is_null()) loaded();
    return result;
  }
  void loaded() {
    take([](const Json& m) {
      return m.value("method", "") == "window/logMessage" &&
             m["params"]["message"].get<std::string>().ends_with("notes read");
    });
  }
  void open(const std::string& uri, const std::string& text, int version = 1) {
    notify("textDocument/didOpen",
           {{"textDocument",
             {{"uri", uri}, {"languageId", "markdown"}, {"version", version}, {"text", text}}}});
  }
  void change(const std::string& uri, int version, Json changes) {
    notify("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", version}}},
                                      {"contentChanges", std::move(changes)}});
  }
  Json diagnostics_of(const std::string& uri) {
    return take([&](const Json& m) {
      return m.value("method", "") == "textDocument/publishDiagnostics" &&
             m["params"]["uri"] == uri;
    })["params"];
  }

  SharedDisk& disk() { return *disk_; }
  std::optional<int> exit_code;
  std::optional<int> process;

 private:
  bool hear() {
    char bytes[65536];
    const ssize_t n = read(mine_, bytes, sizeof bytes);
    if (n <= 0) return false;
    reader_.feed({bytes, static_cast<size_t>(n)});
    while (auto frame = reader_.next()) {
      Json message = Json::parse(frame->body);
      if (!message.is_array()) message = Json::array({std::move(message)});  // a batch of one
      for (Json& one : message) heard_.push_back(std::move(one));
    }
    return true;
  }

  asio::io_context io_;
  std::shared_ptr<SharedDisk> disk_;
  server::Work work_{io_, 2};
  int mine_ = -1;
  int last_ = 0;
  protocol::FrameReader reader_;
  std::deque<Json> heard_;
};

inline Json at(const std::string& uri, int line, int character) {
  return {{"textDocument", {{"uri", uri}}},
          {"position", {{"line", line}, {"character", character}}}};
}

inline Json span(int line, int from, int to_line, int to) {
  return {{"start", {{"line", line}, {"character", from}}},
          {"end", {{"line", to_line}, {"character", to}}}};
}

}  // namespace testing_session
