#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/identity/id_number.h"

namespace ce::identity {

/// Who a person is, as far as a kiosk needs to know. Names are UTF-8.
struct Identity {
  SecretText name;
  SecretText id_number;  // canonical form, see IdExamination
  IdKind kind = IdKind::resident18;
  std::optional<Date> card_valid_to;  // nothing for 长期 and where no card was read

  bool operator==(Identity const&) const = default;
};

/// Reads the 256-byte text block of a second-generation card (UTF-16LE, GA 450 family; resident card,
/// HK/Macau/Taiwan permit `J`, foreigner `I` and `Y`).
/// Fails with card_unreadable (length, text, dates, check digit), card_kind_unknown (another document) or
/// card_expired (valid-to before `today`). A foreigner goes by the Chinese name where the card has one.
/// Failure details name the field, never its content.
[[nodiscard]] Result<Identity> identity_from_card(std::string_view text_block, Date today);

}  // namespace ce::identity
