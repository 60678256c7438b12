#include "kiosk/diagnostics/write_out.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "shared/base/descriptor.h"

namespace ce::diagnostics {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 20U;  // flushed each: slow sticks take 1 MB a second
constexpr std::uintmax_t spare = std::uintmax_t{16} << 10U;

std::string kilobytes(std::uintmax_t bytes) {
  return std::to_string((bytes + 1023) / 1024) + " KB";
}

Failure said(std::string text) {
  return {FailureCode::input_invalid, std::move(text)};
}

Failure pulled_out() {
  return said("写到一半 U 盘断开了：请插好，不要碰它，再试。U 盘上没有留下可用的文件");
}

Failure in_words(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return said("U 盘满了：请删去一些文件，或换一个 U 盘");
    case EROFS:
      return said("U 盘是只读的：请拨开 U 盘上的写保护开关，或换一个");
    case EACCES:
    case EPERM:
      return said("本机没有写入这个 U 盘的权限：请管理员检查挂载 U 盘的设置");
    case EIO:
    case ENODEV:
    case ENXIO:
    case ENOENT:
    case ENOTCONN:
    case ESTALE:
      return pulled_out();
    default:
      return said("写不进 U 盘（" + std::generic_category().message(error) + "）：请换一个 U 盘再试");
  }
}

/// 0, or the system's error.
int write_all(int file, std::string_view bytes, std::function<void(float)> const& told) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    auto const part = bytes.substr(done, chunk);
    auto const written = ::write(file, part.data(), part.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    done += static_cast<std::size_t>(written);
    if (::fdatasync(file) != 0) return errno;
    told(static_cast<float>(done) / static_cast<float>(bytes.size()));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

/// What the stick holds, not what the system remembers of it.
bool holds(int directory, std::string const& name, std::string_view bytes) {
  Descriptor const file{::openat(directory, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
  if (!file) return false;
  ::posix_fadvise(file.value(), 0, 0, POSIX_FADV_DONTNEED);
  std::string part(chunk, '\0');
  std::size_t seen = 0;
  for (;;) {
    auto const got = ::read(file.value(), part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0 && seen == bytes.size();
    auto const size = static_cast<std::size_t>(got);
    if (bytes.substr(seen, size) != std::string_view{part}.substr(0, size)) return false;
    seen += size;
  }
}

/// Where the stick was is the kiosk's own disk now.
bool still_there(std::filesystem::path const& volume, int directory) {
  struct stat now {};
  struct stat then {};
  return ::stat(volume.c_str(), &now) == 0 && ::fstat(directory, &then) == 0 && now.st_dev == then.st_dev &&
         now.st_ino == then.st_ino;
}

}  // namespace

Result<void> write_out(std::filesystem::path const& volume, std::string const& name, std::string_view bytes,
                       std::function<void(float)> const& told) {
  Descriptor const directory{::open(volume.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!directory) return in_words(errno);
  struct statvfs about {};
  if (::fstatvfs(directory.value(), &about) != 0) return in_words(errno);
  if ((about.f_flag & ST_RDONLY) != 0) return in_words(EROFS);
  auto const room = std::uintmax_t{about.f_bavail} * about.f_frsize;
  if (room < bytes.size() + spare) {
    return said("U 盘满了：需要 " + kilobytes(bytes.size() + spare) + "，只剩 " + kilobytes(room) +
                "。请删去一些文件，或换一个 U 盘");
  }
  auto const beside = name + ".part";
  ::unlinkat(directory.value(), beside.c_str(), 0);  // of a stick that was pulled out before
  int error = 0;
  {
    Descriptor const file{::openat(directory.value(), beside.c_str(),
                                   O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR)};
    error = !file ? errno : write_all(file.value(), bytes, told);
  }
  if (error == 0 && ::renameat(directory.value(), beside.c_str(), directory.value(), name.c_str()) != 0)
    error = errno;
  if (error == 0 && ::fsync(directory.value()) != 0) error = errno;
  if (error != 0) {
    ::unlinkat(directory.value(), beside.c_str(), 0);
    return still_there(volume, directory.value()) ? in_words(error) : pulled_out();
  }
  if (!still_there(volume, directory.value())) return pulled_out();
  if (holds(directory.value(), name, bytes)) return {};
  ::unlinkat(directory.value(), name.c_str(), 0);
  return said("U 盘上读回来的与写入的不一样：这个 U 盘坏了，请换一个");
}

}  // namespace ce::diagnostics
