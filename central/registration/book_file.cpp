#include "central/registration/book_file.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "shared/base/durable_file.h"

namespace ce::registration {
namespace {

/// A file of our own in the directory for temporary files, gone when this ends.
class PassingFile {
 public:
  PassingFile() : path_((std::filesystem::temp_directory_path() / "ce-sheet-XXXXXX").string()) {
    int const opened = ::mkstemp(path_.data());
    made_ = opened >= 0;
    if (made_) ::close(opened);
  }
  PassingFile(PassingFile const&) = delete;
  PassingFile& operator=(PassingFile const&) = delete;
  ~PassingFile() {
    if (made_) ::unlink(path_.c_str());
  }
  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] std::string const& path() const { return path_; }

 private:
  std::string path_;
  bool made_ = false;
};

}  // namespace

lxw_format* heading_format(lxw_workbook* book) {
  auto* const heading = workbook_add_format(book);
  format_set_bold(heading);
  format_set_bg_color(heading, 0xDDE8F5);
  return heading;
}

namespace {

Result<void> write_with(std::filesystem::path const& file, bool long_one,
                        std::function<Result<void>(lxw_workbook*)> const& fill) {
  PassingFile const passing;
  if (!passing.made()) return Failure{FailureCode::storage_fault, "no temporary file can be made"};
  lxw_workbook_options options{};
  options.constant_memory = long_one ? LXW_TRUE : LXW_FALSE;
  auto* const book = workbook_new_opt(passing.path().c_str(), &options);
  if (book == nullptr) return Failure{FailureCode::storage_fault, "libxlsxwriter: out of memory"};
  if (auto const filled = fill(book); !filled) {
    workbook_close(book);  // the only way to free it
    return filled.failure();
  }
  if (auto const error = workbook_close(book); error != LXW_NO_ERROR) {
    return Failure{FailureCode::storage_fault, file.string() + ": " + lxw_strerror(error)};
  }
  std::ifstream made{passing.path(), std::ios::binary};
  return write_durably(file, std::string{std::istreambuf_iterator<char>{made}, {}}, MissingDirectory::make);
}

}  // namespace

Result<void> write_book(std::filesystem::path const& file, std::function<void(lxw_workbook*)> const& fill) {
  return write_with(file, false, [&fill](lxw_workbook* book) -> Result<void> {
    fill(book);
    return {};
  });
}

Result<void> write_long_book(std::filesystem::path const& file,
                             std::function<Result<void>(lxw_workbook*)> const& fill) {
  return write_with(file, true, fill);
}

}  // namespace ce::registration
