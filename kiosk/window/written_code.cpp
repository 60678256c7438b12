#include "kiosk/window/written_code.h"

#include <sys/mman.h>

namespace ce::window {

bool may_run_written_code() {
  constexpr std::size_t size = 4096;
  auto* const page =
      ::mmap(nullptr, size, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) return false;
  ::munmap(page, size);
  return true;
}

}  // namespace ce::window
