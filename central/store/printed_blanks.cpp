#include "central/store/printed_blanks.h"

#include <algorithm>
#include <utility>

#include "shared/protocol/limits.h"

namespace ce::store {

// Put in order here: of a table that was never analyzed a server would rather read all prints in the order of
// time.
Result<std::vector<std::string>> printed_blanks(storage::Database& database, std::string_view certificate) {
  auto rows = database.prepare(
      "SELECT requested_ms, blank_number FROM prints WHERE certificate = $1 AND blank_number <> '' AND "
      "COALESCE(outcome, '') <> 'failed'");
  rows.bind(1, certificate);
  std::vector<std::pair<std::int64_t, std::string>> found;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) break;
    found.emplace_back(rows.integer(0), rows.text(1));
  }
  std::sort(found.rbegin(), found.rend());
  if (found.size() > protocol::most_blank_numbers) found.resize(protocol::most_blank_numbers);
  std::vector<std::string> numbers;
  numbers.reserve(found.size());
  for (auto& [when, number] : found) numbers.push_back(std::move(number));
  return numbers;
}

}  // namespace ce::store
