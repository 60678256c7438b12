#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "central/store/records.h"
#include "shared/storage/id_list.h"

/// What judging and issuing ask of many people at once: at most most_ids, and not none.
namespace ce::store {

/// Whose certificate is issued where (article 14).
struct Belonging {
  std::int64_t professional = 0;
  std::string name;
  std::string region;          // of the person
  std::string issuing_region;  // of the hosting agency, the province for its units, else the person's
};

/// Those of them that are there, by id.
[[nodiscard]] Result<std::vector<Belonging>> belongings_of(storage::Database& database,
                                                           std::span<std::int64_t const> professionals);

/// The same in two parts, so that it may be asked together with other things (Statement::ask).
[[nodiscard]] storage::Statement ask_belongings(storage::Database& database,
                                                std::span<std::int64_t const> professionals);
[[nodiscard]] Result<std::vector<Belonging>> read_belongings(storage::Statement rows);

/// All that a person's verdicts rest on.
struct PersonRecords {
  std::int64_t professional = 0;
  std::int64_t versions = 0;          // sum of the records' versions: grows with every change of any of them
  std::vector<StoredRecord> records;  // without their institution's name, which no verdict asks for
};

/// Those of them who have records, by id; each one's records in the order of registration.
[[nodiscard]] Result<std::vector<PersonRecords>> records_of_people(
    storage::Database& database, std::span<std::int64_t const> professionals);
[[nodiscard]] storage::Statement ask_records_of_people(storage::Database& database,
                                                       std::span<std::int64_t const> professionals);
[[nodiscard]] Result<std::vector<PersonRecords>> read_records_of_people(storage::Statement rows);

/// Lets nobody else change these people, their years or their records until the transaction ends: what work
/// under Isolation::row_locks begins with. On a file there is nothing to do, its writers come one after
/// another. `professionals` ascending.
[[nodiscard]] Result<void> hold_people(storage::Database& database,
                                       std::span<std::int64_t const> professionals);

/// The people's own rows alone, for who takes their years by an UPDATE that names what it was judged by.
[[nodiscard]] Result<void> hold_person_rows(storage::Database& database,
                                            std::span<std::int64_t const> professionals);

/// The row of that person in a list by id, or nullptr.
template <class Row>
[[nodiscard]] Row const* of_person(std::vector<Row> const& rows, std::int64_t professional) {
  auto const at = std::lower_bound(rows.begin(), rows.end(), professional,
                                   [](Row const& row, std::int64_t id) { return row.professional < id; });
  return at == rows.end() || at->professional != professional ? nullptr : &*at;
}

}  // namespace ce::store
