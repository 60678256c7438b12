#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/registration/entry.h"
#include "central/roster/permission.h"
#include "central/roster/units.h"
#include "central/store/store.h"
#include "shared/base/secret.h"

namespace ce::roster {

/// A professional as registered.
struct Person {
  std::int64_t id = 0;
  SecretText id_number;
  SecretText name;
  std::string region;  // six digits
  std::optional<std::int64_t> employer;
  std::string employer_name = {};
  std::optional<std::int64_t> agency = {};  // that hosts the personnel file
  std::string agency_name = {};
  std::int64_t version = 1;
  Instant created = {};
  std::optional<Instant> closed = {};
  std::string industry = {};           // the person's own; empty: the employer's
  std::string employer_industry = {};  // of the employer; empty: none yet
};

struct PersonFilter {
  store::RegionScope scope;
  std::string find = {};   // a whole name, or an identity number
  std::string after = {};  // place_of() the last one had: the next page
  int most = 50;
};

/// By region and id.
[[nodiscard]] Result<std::vector<Person>> people(storage::Database& database, PersonFilter const& filter,
                                                 Date today);
/// Fails with person_unknown where there is none within `scope`.
[[nodiscard]] Result<Person> person(storage::Database& database, std::int64_t id,
                                    store::RegionScope const& scope);

/// What is typed about a person; units by their full names.
struct PersonEntry {
  SecretText id_number;  // of a new one alone
  SecretText name;
  std::string region;
  std::string employer = {};
  std::string agency = {};
  std::string industry = {};  // code or name, where it is another than the employer's
};

struct SeenPerson {
  std::int64_t id = 0;
  std::int64_t version = 0;
};

// All fail with role_refused, storage errors, and but for open_person() with person_unknown (none, or not
// this keeper's) and record_changed. Faults name their field by its label. One audit entry each.

[[nodiscard]] Result<Written> open_person(store::Store& store, accounts::Keeper const& keeper,
                                          PersonEntry const& entry, Instant now);
/// Into whatever region: that is how a person is handed on. Their years are judged anew, kiosks are told.
[[nodiscard]] Result<Written> change_person(store::Store& store, accounts::Keeper const& keeper,
                                            SeenPerson const& seen, PersonEntry const& entry, Instant now);
/// A number that was typed wrongly: the new one is that of the document, and why it was wrong. The old one is
/// kept beside it (former_numbers()). Refused where it is somebody else's, or where a certificate in force
/// was printed for who has the old one: that is corrected first (void and issued anew), so that no sheet was
/// handed out on another's number. Grants that kiosks hold for the person's certificates are taken back,
/// kiosks are told. HRSS of the region, or an operator.
struct NumberCorrection {
  SecretText id_number;
  std::string reason;  // 2 to 100 characters
};
[[nodiscard]] Result<Written> correct_number(store::Store& store, accounts::Keeper const& keeper,
                                             SeenPerson const& seen, NumberCorrection const& correction,
                                             Instant now);

/// A number that a person had by mistake.
struct FormerNumber {
  SecretText id_number;
  std::string reason;
  std::string by;  // account
  Instant until;
};
/// Oldest first.
[[nodiscard]] Result<std::vector<FormerNumber>> former_numbers(storage::Database& database, std::int64_t id);

/// Nothing new is registered for who is closed; records, certificates and the query password stay.
[[nodiscard]] Result<void> set_person_closed(store::Store& store, accounts::Keeper const& keeper,
                                             SeenPerson const& seen, bool closed, Instant now);

}  // namespace ce::roster
