#pragma once

#include <cstdint>
#include <string>

#include "shared/base/entry_id.h"
#include "shared/grant/grant.h"

/// Messages about print grants; the grant itself is in shared/grant.
namespace ce::protocol {

/// POST /api/v1/kiosk/print-grants: may this kiosk print this copy? The answer is a grant::Grant.
struct GrantRequest {
  EntryId request;  // made at the kiosk: asked again, it gets the same grant again
  std::string certificate_number;
  int copy = 1;
  bool operator==(GrantRequest const&) const = default;
};

/// What became of a grant.
enum class GrantState : std::uint8_t {
  live,
  consumed,  // a print named it
  returned,  // the kiosk gave it back unused
  expired,
  replaced,   // the same kiosk got another one for the same copy
  withdrawn,  // central took it back (its person's number was put right); to be told as returned
};

/// Answer to POST /api/v1/kiosk/print-grants/{id}/return
struct GrantStanding {
  EntryId id;
  GrantState state = GrantState::live;
  bool operator==(GrantStanding const&) const = default;
};

}  // namespace ce::protocol
