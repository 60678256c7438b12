#pragma once

#include "shared/protocol/cursor.h"
#include "shared/token/revocation.h"

/// Private to this room.
namespace ce::protocol {

/// Since when and of which kind, by the names of the two members.
inline token::Revocation read_revocation_members(Cursor const& at, char const* date, char const* reason) {
  auto const word = token::revocation_reason_named(at.at(reason).text(64));
  if (!word) at.at(reason).fail("expected one of the words of this protocol version");
  return {at.at(date).date(), word.value_or(token::RevocationReason::withdrawn)};
}

}  // namespace ce::protocol
