#include "kiosk/start/in_use.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace ce::start {

InUse::InUse(std::filesystem::path const& file) {
  if (!file.empty()) file_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

InUse::~InUse() {
  if (file_ >= 0) ::close(file_);
}

// Who is looking just now may hold it for a moment: then the next pass says it.
void InUse::say(bool used) {
  if (file_ < 0 || used == said_) return;
  if (::flock(file_, (used ? LOCK_EX : LOCK_UN) | LOCK_NB) == 0) said_ = used;
}

bool is_in_use(std::filesystem::path const& file) {
  int const opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) return false;
  bool const held = ::flock(opened, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(opened);
  return held;
}

}  // namespace ce::start
