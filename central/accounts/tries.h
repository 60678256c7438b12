#pragma once

#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::accounts {

/// How many wrong tries within 15 minutes lock for 15 minutes, the next time for 30, at most for a day. A day
/// without a try forgets.
inline constexpr int tries_of_login = 5;
inline constexpr int tries_of_address = 50;  // a hall or an office sits behind one address

enum class Try : std::uint8_t {
  counted,
  last,    // counted, and it locks unless it is right
  locked,  // not to be verified
};

/// Counts a try of `who` before it is verified, so that many at once get no more than `allowed` either.
/// Inside Store::write.
[[nodiscard]] Result<Try> count_try(storage::Database& database, std::string const& who, int allowed,
                                    Instant now);
/// After a right password: forgets all tries of `who`.
[[nodiscard]] Result<void> forget_tries(storage::Database& database, std::string const& who);
/// After a right password: takes back this one try, and the lock if it was the last, where others share
/// `who`.
[[nodiscard]] Result<void> take_back_try(storage::Database& database, std::string const& who, Try which);

/// What stands for a login, an address or an account in the table: a hash, so that nothing typed is kept.
[[nodiscard]] std::string login_key(std::string_view login);
[[nodiscard]] std::string address_key(std::string_view address);
[[nodiscard]] std::string account_key(std::string_view account);

}  // namespace ce::accounts
