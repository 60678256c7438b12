#pragma once

#include <libpq-fe.h>

#include <array>
#include <string>

#include "shared/base/failure.h"

/// Private to this room.
namespace ce::postgres {

/// Connects to the first host that is as `sessions` says unless the location says otherwise (libpq's
/// target_session_attrs). Never null but for lack of memory; the caller's to finish.
[[nodiscard]] PGconn* start_connecting(std::string const& location, char const* sessions);
/// Only begins to, to one that takes writes.
[[nodiscard]] PGconn* begin_connecting(std::string const& location);

/// Why connecting failed, in Chinese with what to do: tries once more and listens to the server's SQLSTATE.
[[nodiscard]] Failure why_not_connected(std::string const& location);

}  // namespace ce::postgres
