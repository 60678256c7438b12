#include "kiosk/journal/holding.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace ce::journal {
namespace {

int lock(int file, int how) {
  while (::flock(file, how) != 0) {
    if (errno != EINTR) return errno;
  }
  return 0;
}

// A command that root types must not make a file that the service cannot open.
void belong_as(int file, std::filesystem::path const& directory) {
  struct stat owner {};
  if (::geteuid() != 0 || ::stat(directory.c_str(), &owner) != 0) return;
  if (::fchown(file, owner.st_uid, owner.st_gid) != 0) return;
}

}  // namespace

// Not the ledger itself: whoever closes a second descriptor of that frees SQLite's own locks of the process.
Holding Holding::share(std::filesystem::path const& ledger) {
  auto name = ledger;
  name += ".held";
  int const file = ::open(name.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file >= 0) {
    belong_as(file, ledger.has_parent_path() ? ledger.parent_path() : ".");
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
