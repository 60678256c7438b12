#pragma once

#include <string>
#include <vector>

#include "central/signing/key_ring.h"
#include "central/store/store.h"

namespace ce::http {

/// A signing key that this process would need and has not.
struct MissingKey {
  std::string name;   // "certificate_key", "grant_key", for /health
  std::string words;  // Chinese: what does not work without it, and what to do
};
/// What /health tells and the start says once.
[[nodiscard]] std::vector<MissingKey> missing_keys(store::Store const& store, signing::KeyRing const& ring,
                                                   Instant now);

}  // namespace ce::http
