#pragma once

#include <libpq-fe.h>

#include <array>
#include <string>

#include "shared/base/failure.h"

/// Private to this room.
namespace ce::postgres {

/// Connects, or with `wait` false only begins to. Never null but for lack of memory; the caller's to finish.
[[nodiscard]] PGconn* start_connecting(std::string const& location, bool wait);

/// Why connecting failed, in Chinese with what to do: tries once more and listens to the server's SQLSTATE.
[[nodiscard]] Failure why_not_connected(std::string const& location);

}  // namespace ce::postgres
