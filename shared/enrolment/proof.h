#pragma once

#include <string>
#include <string_view>

#include "shared/base/secret.h"

/// How kiosk and central show each other that both know a code, over a line that nobody vouches for yet: the
/// two proofs of SCRAM (RFC 5802) with SHA-256, over what is exchanged. The code itself is never sent, and
/// whoever listens or stands between must try 2^50 codes, each at the cost of `rounds` hashes, before it
/// ends. Everything is lower-case hexadecimal. Pure; any thread; some 0.1 s each where a code is hashed.
namespace ce::enrolment {

/// Of PBKDF2.
inline constexpr int rounds = 200'000;

/// What central keeps of a code: enough to check the kiosk's proof and to make its own, not enough to enrol.
struct Verifier {
  std::string stored_key;
  std::string server_key;
};
[[nodiscard]] Verifier verifier_of(SecretText const& code, std::string_view kiosk);

/// A code with its two keys, on the kiosk.
class Knower {
 public:
  Knower(SecretText const& code, std::string_view kiosk);
  /// That this side knows the code and sends `message`.
  [[nodiscard]] std::string prove(std::string_view message) const;
  /// Whether who sent `message` with that proof knows the code.
  [[nodiscard]] bool believes(std::string_view message, std::string_view proof) const;

 private:
  SecretText client_key_;
  SecretText server_key_;
};

/// Whether `proof` shows, to who keeps `verifier`, that the sender of `message` knows the code.
[[nodiscard]] bool proves(Verifier const& verifier, std::string_view message, std::string_view proof);
/// Central's own.
[[nodiscard]] std::string answer_proof(Verifier const& verifier, std::string_view message);

}  // namespace ce::enrolment
