#pragma once

#include <cstdint>
#include <string_view>

namespace ce::journal {

/// Whether this file is the kiosk's ledger, whole and newest. Unless it is sound nothing is printed until
/// staff have looked at the paper (Journal::take_over()).
enum class Standing : std::uint8_t {
  sound,
  begun_anew,  // its predecessor was damaged and lies beside it: prints may be missing here
  outdated,    // central knows later events of it: the disk was restored from an old copy
};

[[nodiscard]] std::string_view name_of(Standing standing);

/// What a comparison with central's copy came to.
struct Compared {
  Standing standing = Standing::sound;
  std::int64_t reopened = 0;  // events that central had accepted and lost; they are delivered again
};

}  // namespace ce::journal
