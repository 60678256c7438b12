#pragma once

#include "central/registration/actor.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::registration {

/// Whether what the actor began may go on, within the transaction that goes on with it: the account was
/// neither disabled nor handed to another region or unit since. True for who has no account, such as a
/// learning site.
[[nodiscard]] Result<bool> in_office(storage::Database& database, Actor const& actor);

}  // namespace ce::registration
