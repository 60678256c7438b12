#pragma once

#include <string>

#include "central/rulebook/rulebook.h"

/// What every test store holds. Persons are the standards' own examples or born before 1901.
namespace ce::tests {

inline constexpr char const* kiosk_id = "GZ-TH-01";
inline constexpr char const* kiosk_key = "test-key-0123456789abcdef";
inline constexpr char const* other_kiosk_id = "GZ-TH-02";
inline constexpr char const* other_kiosk_key = "another-key-0123456789ab";

/// GB 11643's example; has a certificate of 2024 in force.
inline constexpr char const* person_id = "11010519491231002X";
inline constexpr char const* person_password = "Study-2024";
inline constexpr char const* certificate_number = "44010624000001";
inline constexpr char const* revoked_number = "44010623000007";
/// A number that is well formed and that nobody has.
inline constexpr char const* unknown_number = "44010624999999";
/// A person that nobody registered; born 1880.
inline constexpr char const* unknown_person_id = "440524188001010014";

/// Logins of clerks; each one's password is `account_password`, which need not be changed first.
inline constexpr char const* account_password = "kapok-bloom-2026";
inline constexpr char const* employer_login = "tianhe.design";
inline constexpr char const* hrss_login = "tianhe.hrss";
inline constexpr char const* province_login = "guangdong.hrss";
inline constexpr char const* operator_login = "keeper";

/// The product's own rules and regions, read once.
[[nodiscard]] rulebook::Rulebook const& product_rules();

/// Creates the store and writes the above into it.
void fill_store(std::string const& location);

}  // namespace ce::tests
