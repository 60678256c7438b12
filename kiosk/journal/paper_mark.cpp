#include "kiosk/journal/paper_mark.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <string_view>
#include <system_error>

namespace ce::journal {
namespace {

Failure fault(std::filesystem::path const& file, int error) {
  auto code = error == ENOSPC || error == EDQUOT ? FailureCode::storage_full : FailureCode::storage_fault;
  return {code, file.string() + ": " + std::error_code{error, std::generic_category()}.message()};
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor(std::filesystem::path const& path, int flags) : value_(::open(path.c_str(), flags, 0600)) {}
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  [[nodiscard]] int value() const { return value_; }

 private:
  int value_;
};

Result<void> write_flushed(std::filesystem::path const& file, std::string_view text) {
  Descriptor const out{file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC};
  if (out.value() < 0) return fault(file, errno);
  while (!text.empty()) {
    auto const written = ::write(out.value(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fault(file, errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(out.value()) != 0) return fault(file, errno);
  return {};
}

}  // namespace

std::filesystem::path paper_mark_file(std::filesystem::path const& journal) {
  auto file = journal;
  file += ".paper";
  return file;
}

std::filesystem::path condemned_file(std::filesystem::path const& journal) {
  auto file = journal;
  file += ".condemned";
  return file;
}

Result<std::optional<PaperMark>> read_paper_mark(std::filesystem::path const& file) {
  std::ifstream in{file};
  if (!in) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return std::optional<PaperMark>{};
    return Failure{FailureCode::storage_fault, file.string() + " cannot be read"};
  }
  PaperMark mark;
  char space = '\0';
  in >> mark.digits >> mark.next;
  in.get(space);
  std::getline(in, mark.prefix);
  // A line that was cut has no end; getline then stops at the end of the file.
  if (!in || in.eof() || space != ' ' || mark.digits < 1 || mark.next < 1) {
    return Failure{FailureCode::storage_corrupt, file.string() + " is no paper mark"};
  }
  return std::optional<PaperMark>{std::move(mark)};
}

Result<void> write_paper_mark(std::filesystem::path const& file, PaperMark const& mark) {
  auto fresh = file;
  fresh += ".new";
  CE_CHECK(write_flushed(
      fresh, std::to_string(mark.digits) + ' ' + std::to_string(mark.next) + ' ' + mark.prefix + '\n'));
  if (std::rename(fresh.c_str(), file.c_str()) != 0) return fault(file, errno);
  auto const directory = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
  Descriptor const held{directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC};
  if (held.value() < 0 || ::fsync(held.value()) != 0) return fault(directory, errno);
  return {};
}

}  // namespace ce::journal
