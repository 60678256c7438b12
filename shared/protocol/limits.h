#pragma once

#include <cstddef>
#include <cstdint>

/// The longest texts (bytes of UTF-8) and lists that a message may hold; openapi.yaml says the same.
namespace ce::protocol {

inline constexpr std::size_t longest_text = 4096;
inline constexpr std::size_t longest_number = 64;
inline constexpr std::size_t longest_password = 256;
inline constexpr std::size_t longest_signature = 128;
inline constexpr std::size_t longest_public_key = 130;    // SM2, in hexadecimal
inline constexpr std::size_t longest_file = 256U << 10U;  // a rule pack, the words of a language
inline constexpr std::size_t holder_digits = 64;
inline constexpr std::size_t hash_digits = 64;             // SHA-256
inline constexpr std::size_t most_seal_bytes = 2U << 20U;  // the picture of a seal
inline constexpr std::size_t most_years = 100;
inline constexpr std::size_t most_records = 10'000;
inline constexpr std::size_t most_notes = 16;
inline constexpr std::size_t most_events = 500;
inline constexpr std::size_t most_changes = 500;
inline constexpr std::size_t most_former_names = 100;
inline constexpr int most_copies = 1000;
inline constexpr std::int64_t most_cache_days = 3660;
inline constexpr std::int64_t most_cache_people = 10'000'000;
inline constexpr std::int64_t least_idle_seconds = 30;
inline constexpr std::int64_t most_idle_seconds = 300;

// Settings that central sets.
inline constexpr std::size_t most_items = 32;
inline constexpr std::size_t most_item_values = 8;
inline constexpr std::size_t longest_item_value = 200;

// A kiosk's log, on request: with every second byte escaped still below 1 MiB, which is what proxies let
// through.
inline constexpr std::size_t longest_log = 500'000;
inline constexpr int most_log_hours = 168;

// Numbered blanks (N0): "GD-A-00000042" is prefix, digits and number.
inline constexpr std::size_t longest_paper_prefix = 16;
inline constexpr int most_paper_digits = 15;
inline constexpr std::int64_t most_paper_number = 999'999'999'999'999;
inline constexpr std::size_t most_blank_numbers = 20;    // of the sheets of one certificate
inline constexpr std::size_t longest_void_reason = 240;  // and of a note

}  // namespace ce::protocol
