#pragma once

#include <string>
#include <string_view>

#include "shared/base/date.h"
#include "shared/base/result.h"

/// The signed token of a certificate, as its sheet's QR code carries it (rules.md, public verification).
namespace ce::token {

inline constexpr std::size_t name_digest_bytes = 14;
/// 31 bytes of facts and 64 of signature make 152 characters, without a spare bit.
inline constexpr std::size_t payload_bytes = 31;
inline constexpr std::size_t token_characters = 152;

/// What a token says of a certificate.
struct Facts {
  std::string number;       // 14 digits, article 15
  int year = 0;             // the credit year, 2010 to 2099
  std::string authority;    // of the issuing HRSS: GB/T 2260 code, 6 digits
  Date issue_date;          // from 2010-01-01
  std::string name_digest;  // see name_digest()
  bool operator==(Facts const&) const = default;
};

struct Token {
  Facts facts;
  std::string key_id;     // 8 digits of lower-case hexadecimal
  std::string payload;    // the 31 bytes that the signature covers
  std::string signature;  // 64 bytes
};

/// Proves a printed name without holding it: the first 14 bytes of SHA-256 over "ce-name-1", the number and
/// the name as printed (UTF-8), each but the last followed by LF. Who has the number and guesses the name can
/// make it, as who holds the sheet can.
[[nodiscard]] std::string name_digest(std::string_view number, std::string_view name);

/// The id of a key: the first 4 bytes of SHA-256 over its public half as it is written (hexadecimal), so that
/// an id cannot be given to another key.
[[nodiscard]] std::string key_id_of(std::string_view public_key);

/// The first 31 bytes: version 1, number (6), year - 2000, authority (3), days since 2010-01-01 (2), key id
/// (4), name digest (14); numbers big-endian. Fails with input_invalid, naming what is out of range.
[[nodiscard]] Result<std::string> payload_of(Facts const& facts, std::string_view key_id);
/// What is signed: "ce-certificate-token", LF, payload. So no signature over anything else fits a token.
[[nodiscard]] std::string signed_bytes(std::string_view payload);
/// The token as printed: Base32 (RFC 4648) of payload and signature.
[[nodiscard]] std::string text_of(std::string_view payload, std::string_view signature);

}  // namespace ce::token
