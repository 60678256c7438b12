#include "kiosk/journal/paper_mark.h"

#include <fstream>
#include <system_error>

#include "shared/base/durable_file.h"

namespace ce::journal {

std::filesystem::path paper_mark_file(std::filesystem::path const& journal) {
  auto file = journal;
  file += ".paper";
  return file;
}

void condemn(std::filesystem::path const& journal, Failure const& found) {
  std::ofstream{condemned_file(journal)} << describe(found) << '\n';
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
  return write_durably(
      file, std::to_string(mark.digits) + ' ' + std::to_string(mark.next) + ' ' + mark.prefix + '\n');
}

}  // namespace ce::journal
