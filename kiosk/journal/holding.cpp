#include "kiosk/journal/holding.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "shared/base/owner.h"

namespace ce::journal {
namespace {

int lock(int file, int how) {
  while (::flock(file, how) != 0) {
    if (errno != EINTR) return errno;
  }
  return 0;
}

}  // namespace

// Not the ledger itself: whoever closes a second descriptor of that frees SQLite's own locks of the process.
Holding Holding::share(std::filesystem::path const& ledger) {
  auto name = ledger;
  name += ".held";
  int const file = ::open(name.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file >= 0) {
    (void)give_to_owner_of(ledger.parent_path(), file);
    (void)lock(file, LOCK_SH);
  }
  return Holding{file};
}

Holding::Holding(Holding&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

Holding::~Holding() {
  if (file_ >= 0) ::close(file_);
}

Result<void> Holding::alone() const {
  if (file_ < 0 || lock(file_, LOCK_EX | LOCK_NB) != EWOULDBLOCK) return {};
  return Failure{FailureCode::storage_corrupt,
                 "终端程序正在使用这个台账：停止或重新启动 ce-kiosk 服务，它会另存损坏的台账"};
}

void Holding::share_again() const {
  if (file_ >= 0) (void)lock(file_, LOCK_SH);  // from alone it waits for nobody
}

}  // namespace ce::journal
