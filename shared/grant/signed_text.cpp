#include <algorithm>
#include <array>

#include "shared/grant/grant.h"

namespace ce::grant {

Result<std::string> signed_text(Grant const& grant) {
  auto const copy = std::to_string(grant.copy);
  auto const not_before = std::to_string(grant.not_before.ms);
  auto const not_after = std::to_string(grant.not_after.ms);
  std::string text;
  for (std::string_view const line :
       std::to_array<std::string_view>({"ce-print-grant-1", grant.id.text(), grant.certificate, copy,
                                        grant.kiosk, not_before, not_after, grant.key_id})) {
    // A line break within a member would let it pose as the next one.
    bool const plain =
        std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20; });
    if (line.empty() || !plain) return Failure{FailureCode::grant_invalid, "a member is empty or not plain"};
    text.append(line).append("\n");
  }
  return text;
}

}  // namespace ce::grant
