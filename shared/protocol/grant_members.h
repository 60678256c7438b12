#pragma once

#include "shared/grant/grant.h"
#include "shared/protocol/cursor.h"
#include "shared/protocol/writing.h"

/// The members of a grant, which stands alone as an answer and within a certificate's line. Private to this
/// room.
namespace ce::protocol {

void put_grant(OrderedJson& json, grant::Grant const& grant);
[[nodiscard]] grant::Grant read_grant_members(Cursor const& at);

}  // namespace ce::protocol
