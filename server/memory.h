// Memory as the machine sees it. What much work at once has used, such as reading a vault, the
// allocator keeps for the next time, which may never come. Any thread; it may take milliseconds in
// which others wait to allocate, so it is for when much was let go.
#pragma once

namespace server {

void give_back_memory();

}  // namespace server
