#include "central/store/printed_blanks.h"

#include "shared/protocol/limits.h"

namespace ce::store {

Result<std::vector<std::string>> printed_blanks(storage::Database& database, std::string_view certificate) {
  auto rows = database.prepare(
      "SELECT blank_number FROM prints WHERE certificate = $1 AND blank_number <> '' AND COALESCE(outcome, "
      "'') <> "
      "'failed' ORDER BY requested_ms DESC, print_id LIMIT $2");
  rows.bind(1, certificate).bind(2, std::int64_t{protocol::most_blank_numbers});
  std::vector<std::string> numbers;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return numbers;
    numbers.push_back(rows.text(0));
  }
}

}  // namespace ce::store
