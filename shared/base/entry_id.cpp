#include "shared/base/entry_id.h"

#include <sys/random.h>

#include <array>
#include <cstdlib>

#include "shared/base/text.h"

namespace ce {

EntryId EntryId::make() {
  std::array<unsigned char, 16> bytes{};
  // 16 bytes are always delivered whole once the kernel's source is seeded; anything else is a broken system.
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) std::abort();
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
  std::string text = hex({reinterpret_cast<char const*>(bytes.data()), bytes.size()});
  for (std::size_t at : {8U, 13U, 18U, 23U}) text.insert(at, 1, '-');
  return EntryId{std::move(text)};
}

Result<EntryId> EntryId::parse(std::string_view text) {
  Failure const bad{FailureCode::input_invalid, "an id is a lower-case UUID of 36 characters"};
  if (text.size() != 36) return bad;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const dash = i == 8 || i == 13 || i == 18 || i == 23;
    bool const digit = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
    if (dash ? text[i] != '-' : !digit) return bad;
  }
  return EntryId{std::string{text}};
}

}  // namespace ce
