// The program's door: reads the command line and runs one command. Nothing else exits.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <system_error>

#include "check.h"
#include "export.h"
#include "findings.h"
#include "log.h"
#include "rules.h"
#include "serve.h"
#include "vault.h"

namespace {

constexpr int kUsage = 2;

// The paths as given, or where we are; absolute. A path that is not there is the user's mistake.
std::vector<std::string> absolute(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths.empty() ? std::vector<std::string>{"."} : paths) {
    out.push_back(server::absolute_path(path));
    if (!notes::RealDisk().exists(out.back()))
      throw CLI::ValidationError(path, "there is no such file or folder");
    std::error_code problem;
    if (std::filesystem::is_directory(out.back()))
      std::filesystem::directory_iterator(out.back(), problem);
    else if (!notes::RealDisk().read(out.back()))
      problem = std::make_error_code(std::errc::io_error);
    if (problem) throw CLI::ValidationError(path, "cannot be read");
  }
  return out;
}

server::Baseline read_baseline(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " cannot be read");
  std::ostringstream text;
  text << file.rdbuf();
  try {
    return server::Baseline::from_text(text.str());
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
}

void write_baseline(const std::string& path, const server::Baseline& baseline) {
  std::ofstream file(path, std::ios::binary);
  file << baseline.to_text();
  if (!file.flush()) throw std::runtime_error(path + " cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Papernotes: a language server for notes about papers"};
  app.set_version_flag("--version", "papernotes " PAPERNOTES_VERSION);
  app.require_subcommand(1);
  std::string log_level = "warn";
  app.add_option("--log-level", log_level, "off, error, warn, info or debug")
      ->check([](const std::string& level) {
        return server::set_log_level(level) ? std::string() : "no such level: " + level;
      });

  server::ServeOptions serve;
  bool stdio = false;
  CLI::App* lsp = app.add_subcommand("lsp", "speak the Language Server Protocol");
  CLI::Option_group* transport = lsp->add_option_group(
      "transport", "how editor and server meet (default: standard input and output)");
  transport->add_flag("--stdio", stdio, "standard input and output");
  transport->add_option("--listen", serve.listen, "wait for clients at HOST:PORT or unix:PATH");
  transport->add_option("--socket", serve.socket,
                        "connect to a client that waits at this port of this machine");
  transport->add_option("--pipe", serve.pipe, "connect to a client that waits at this Unix socket");
  transport->require_option(0, 1);
  lsp->add_flag("--allow-remote", serve.allow_remote,
                "let --listen take an address that other machines can reach");
  lsp->add_option("--clientProcessId", serve.client_process, "end when this process does");
  lsp->add_flag("!--no-cache", serve.cache,
                "neither use nor keep what was understood of notes the last time");
  lsp->add_option("--record", serve.record,
                  "write every message to this file, one JSON object a line");

  std::vector<std::string> paths;
  CLI::App* check = app.add_subcommand(
      "check", "print diagnostics; exit 0: no warnings, 1: warnings, 2: wrong usage");
  check->add_option("path", paths, "notes or folders of notes (default: here)");
  server::CheckOptions options;
  std::string format = "text", baseline, new_baseline;
  check->add_option("--format", format, "text, json, sarif (2.1.0) or github (workflow commands)")
      ->check([](const std::string& name) {
        return server::format_named(name) ? std::string() : "no such format: " + name;
      });
  check
      ->add_option("--only", options.only,
                   "duplicates, front-matter, bibtex, unclosed, or a code; several with commas")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check([](const std::string& kind) {
        return server::is_kind(kind) ? std::string() : "no such kind: " + kind;
      });
  std::map<std::string, features::Severity> severities;
  for (const auto severity :
       {features::Severity::kWarning, features::Severity::kInformation, features::Severity::kHint})
    severities.emplace(server::name_of(severity), severity);
  options.fail_on = features::Severity::kWarning;
  check->add_option("--fail-on", options.fail_on, "the least that makes it exit with 1 (warning)")
      ->transform(CLI::CheckedTransformer(severities));
  CLI::Option* known =
      check->add_option("--baseline", baseline, "do not tell what this file says was known before");
  check->add_option("--write-baseline", new_baseline, "write what is found to this file instead")
      ->excludes(known);
  CLI::App* exported = app.add_subcommand("export", "print what was understood, as JSON");
  exported->add_option("path", paths, "notes or folders of notes (default: here)");

  try {
    app.parse(argc, argv);
    if (lsp->parsed()) return server::serve(serve);
    options.format = *server::format_named(format);
    options.base = server::absolute_path(".");
    if (!baseline.empty()) options.baseline = read_baseline(baseline);
    const notes::RealDisk disk;
    const notes::Workspace workspace = server::read_vault(disk, absolute(paths));
    if (check->parsed()) {
      if (!new_baseline.empty()) {
        write_baseline(new_baseline, server::Baseline(find(workspace.snapshot(), options)));
        return 0;
      }
      return server::check(workspace.snapshot(), options, std::cout) == 0 ? 0 : 1;
    }
    std::cout << server::export_json(workspace.snapshot());
    return 0;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kUsage;
  } catch (const std::exception& error) {
    std::cerr << "papernotes: " << error.what() << "\n";
    return kUsage;
  }
}
