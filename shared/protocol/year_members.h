#pragma once

#include "shared/protocol/cursor.h"
#include "shared/protocol/messages.h"
#include "shared/protocol/object_writer.h"

/// The members of a year as judged, without records and certificate: a person's years and the delta share
/// them. Private to this room.
namespace ce::protocol {

void put_verdict(ObjectWriter& json, YearProgress const& year);
[[nodiscard]] YearProgress read_verdict(Cursor const& at);

}  // namespace ce::protocol
