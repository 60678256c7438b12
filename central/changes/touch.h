#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::changes {

/// What kiosks keep in step with.
enum class Kind : std::uint8_t {
  certificate,      // id: its number; scope: its region
  standing,         // id: the professional's; scope: their region
  key,              // id: of a key that verifies grants
  authority,        // id: a region
  pack,             // id: of a rule pack
  strings,          // id: a language
  certificate_key,  // id: of a key that signs certificates
  revocation,       // id: the number of a void certificate; told to every kiosk
  config,           // id: of the kiosk it is for; scope: its region
  person,           // id: the professional's; of whom every kiosk drops what it keeps
  seal,             // id: a region whose authority has a picture of its seal
};

inline constexpr std::array all_kinds{
    Kind::certificate,     Kind::standing,   Kind::key,    Kind::authority, Kind::pack, Kind::strings,
    Kind::certificate_key, Kind::revocation, Kind::config, Kind::person,    Kind::seal};

/// The scope of what concerns every kiosk.
inline constexpr std::string_view common_scope = "000000";

struct Thing {
  std::string scope;
  Kind kind = Kind::certificate;
  std::string id;
  auto operator<=>(Thing const&) const = default;
};

/// Gives each of `things` the next number of its scope, within the caller's transaction and last in it (see
/// README); doubles count once. Fails with a storage error.
[[nodiscard]] Result<void> touch(storage::Database& database, std::span<Thing const> things);

/// Numbers given out just now, one after another from `first` on.
struct Issued {
  std::string scope;  // their region
  std::string first;  // 14 digits
  std::int64_t count = 0;
};
/// As touch() for certificates of which nothing was told before: a row for each of `runs`, whatever its
/// length, and as many numbers of its scope. In the order of their scopes.
[[nodiscard]] Result<void> certificates_issued(storage::Database& database, std::span<Issued const> runs);
/// Touches certificates by their numbers. Unknown numbers are passed over.
[[nodiscard]] Result<void> certificates_changed(storage::Database& database,
                                                std::span<std::string const> numbers);
/// Tells every kiosk that a certificate is void, besides certificates_changed(). Before it in the
/// transaction: scopes are taken in the order of their codes.
[[nodiscard]] Result<void> certificate_void(storage::Database& database, std::string_view number);
/// Touches the standings of professionals; unknown ones are passed over. A person who moved is told as
/// removed in `former_region`.
[[nodiscard]] Result<void> persons_changed(storage::Database& database, std::span<std::int64_t const> ids,
                                           std::string_view former_region = {});
[[nodiscard]] std::string_view word_of(Kind kind);
[[nodiscard]] std::optional<Kind> kind_named(std::string_view word);

}  // namespace ce::changes
