#include "log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace server {
namespace {

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> log = [] {
    auto out = spdlog::stderr_color_mt("papernotes");
    out->set_pattern("%H:%M:%S.%e %n %^%l%$ %v");
    out->set_level(spdlog::level::warn);
    return out;
  }();
  return *log;
}

}  // namespace

bool set_log_level(const std::string& level) {
  const spdlog::level::level_enum known = spdlog::level::from_str(level);
  if (known == spdlog::level::off && level != "off") return false;
  logger().set_level(known);
  return true;
}

void log_error(const std::string& message) { logger().error(message); }
void log_warning(const std::string& message) { logger().warn(message); }
void log_info(const std::string& message) { logger().info(message); }
void log_debug(const std::string& message) { logger().debug(message); }

}  // namespace server
