#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/registration/actor.h"
#include "central/registration/proofs.h"
#include "central/store/closed_years.h"
#include "central/store/records.h"
#include "central/store/store.h"

namespace ce::review {

using registration::Actor;

/// One step that was taken on a record.
struct HistoryLine {
  std::int64_t version = 0;  // what the step made of the record
  credit::Party party = credit::Party::person;
  credit::Decision decision = credit::Decision::approve;
  credit::Level level = credit::Level::county;
  std::string region;
  std::string reason;
  std::string replaced;  // JSON of the facts before a correction, else empty
  credit::ReviewState state = credit::ReviewState::pending_employer;  // after it
  Instant at;
};

/// All there is to a record.
struct RecordFile {
  store::StoredRecord record;
  std::int64_t professional = 0;
  std::int64_t version = 0;
  std::vector<registration::Proof> proofs;
  std::vector<HistoryLine> history;  // oldest first
  std::string standing;              // where it is, in words
  credit::Party registrar = credit::Party::system;
  Instant registered;
  struct Added {
    Instant at;
    std::int64_t proofs = 0;
  };
  std::vector<Added> added;                 // proofs that came after the record, oldest first
  std::optional<store::ClosedYear> closed;  // its year: then nothing of what follows can be done
  bool my_turn = false;                     // the next step of article 13 is this actor's
  bool may_mend = false;                    // returned, and this actor's to send anew
  bool may_add_proofs = false;              // on its way, and this actor's
};

/// Fails with record_unknown where there is none or `actor` has nothing to do with it.
[[nodiscard]] Result<RecordFile> record_file(store::Store const& store, Actor const& actor,
                                             std::int64_t record);

/// A returned record that a clerk's unit registered and may send anew: none of a closed year.
struct Returned {
  std::int64_t record = 0;
  std::string content;
  std::string reason;
};
/// Those of the actor's institution or employer, newest first, at most `most`; none for other parties.
[[nodiscard]] Result<std::vector<Returned>> returned_to(store::Store const& store, Actor const& actor,
                                                        int most);

/// Where a record of a professional stands, for the professional.
struct Standing {
  std::int64_t record = 0;
  std::int64_t version = 0;
  std::string content;
  credit::ReviewState state = credit::ReviewState::pending_employer;
  bool closed = false;   // its year is: nobody does anything about it any more
  std::string sentence;  // "待用人单位初审（第 1 步，共 3 步）"
};

/// Every record of the person, newest first. Fails with not_permitted unless `person` acts for themselves.
[[nodiscard]] Result<std::vector<Standing>> standings(store::Store const& store, Actor const& person);

}  // namespace ce::review
