#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"

struct evp_pkey_st;

/// Keys that live in this machine's TPM 2.0: EC P-256, for signatures. Any thread; each signature blocks for
/// the TPM, one at a time.
namespace ce::tpm {

/// Where a new key is to live.
enum class Use : std::uint8_t {
  when_there,  // in the TPM where there is one that works, else in the file
  never,
  required,
};

using Key = std::shared_ptr<evp_pkey_st>;

/// A key and what is kept of it.
struct Sealed {
  std::string text;  // PEM, of use to this TPM alone
  Key key;           // signs
};

/// Whether there is one to talk to: what TPM2OPENSSL_TCTI names, or /dev/tpmrm0. Does not talk to it.
[[nodiscard]] bool is_there();

/// Makes a key in it. Fails with config_value_invalid where there is none or it does not work, in words for
/// staff.
[[nodiscard]] Result<Sealed> make();

/// Whether what this PEM file holds is a key of some TPM's.
[[nodiscard]] bool is_sealed(std::string_view pem);

/// A handle on the key in `pem`; `public_half` is that of its certificate. Talks to the TPM at each signature
/// and not before. One that fails leaves `no_signature` in OpenSSL's error queue. Aborts without memory.
[[nodiscard]] Key key_of(std::string_view pem, evp_pkey_st const& public_half);

/// What is told where a key that was made does not sign.
[[nodiscard]] Failure without_signature();

inline constexpr std::string_view no_signature = "no signature from this machine's TPM";

}  // namespace ce::tpm
