// The server's own log, on standard error: standard output belongs to the protocol. Any thread.
#pragma once

#include <string>

namespace server {

// One of off, error, warn, info, debug; false for anything else. Set once, before the threads
// start.
bool set_log_level(const std::string& level);

void log_error(const std::string& message);
void log_warning(const std::string& message);
void log_info(const std::string& message);
void log_debug(const std::string& message);

}  // namespace server
