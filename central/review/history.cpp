#include "central/review/history.h"

#include "central/review/add_proofs.h"
#include "central/review/review_case.h"
#include "central/review/standing_words.h"
#include "central/store/words.h"

namespace ce::review {
namespace {

Result<HistoryLine> read_line(storage::Statement const& row) {
  HistoryLine line;
  line.version = row.integer(0);
  CE_TRY(line.party, store::party_from_word(row.text(1)));
  CE_TRY(line.decision, store::from_word<credit::Decision>(store::decision_words, row.text(2)));
  CE_TRY(line.level, store::from_word<credit::Level>(store::level_words, row.text(3)));
  line.region = row.text(4);
  line.reason = row.text(5);
  line.replaced = row.text(6);
  CE_TRY(line.state, store::from_protocol_word<credit::ReviewState>(row.text(7)));
  line.at = Instant{row.integer(8)};
  return line;
}

Result<std::vector<HistoryLine>> history_of(storage::Database& database, std::int64_t record) {
  auto rows = database.prepare(
      "SELECT version, party, decision, level, region, reason, replaced, state, taken_ms FROM review_steps "
      "WHERE record = $1 ORDER BY version");
  rows.bind(1, record);
  std::vector<HistoryLine> lines;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return lines;
    CE_TRY(auto line, read_line(rows));
    lines.push_back(std::move(line));
  }
}

std::string_view last_reason(std::vector<HistoryLine> const& lines) {
  return lines.empty() ? std::string_view{} : std::string_view{lines.back().reason};
}

Result<void> read_filing(storage::Database& database, RecordFile& file) {
  auto row = database.prepare("SELECT registrar_party, created_ms FROM learning_records WHERE id = $1");
  CE_CHECK(row.bind(1, file.record.id).step());
  CE_TRY(file.registrar, store::party_from_word(row.text(0)));
  file.registered = Instant{row.integer(1)};
  return {};
}

// What came with a resubmission stands beside its step already.
Result<void> read_added(storage::Database& database, RecordFile& file) {
  auto rows = database.prepare(
      "SELECT p.attached_ms, COUNT(*) FROM record_proofs p WHERE p.record = $1 AND p.attached_ms > $2 AND "
      "NOT "
      "EXISTS (SELECT 1 FROM review_steps s WHERE s.record = p.record AND s.taken_ms = p.attached_ms) GROUP "
      "BY "
      "p.attached_ms ORDER BY p.attached_ms");
  rows.bind(1, file.record.id).bind(2, file.registered.ms);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    file.added.push_back({Instant{rows.integer(0)}, rows.integer(1)});
  }
}

Result<Standing> standing(storage::Database& database, rulebook::Rulebook const& rules,
                          store::StoredRecord const& record) {
  CE_TRY(auto const reviewed, case_of(database, rules, record.id));
  CE_TRY(auto const lines, history_of(database, record.id));
  CE_TRY(bool const closed, store::is_closed(database, reviewed.year));
  return Standing{record.id,      reviewed.version,
                  record.content, reviewed.progress.state,
                  closed,         standing_of(reviewed, last_reason(lines), closed)};
}

}  // namespace

Result<RecordFile> record_file(store::Store const& store, Actor const& actor, std::int64_t record) {
  RecordFile file;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const reviewed, case_of(database, store.rules(), record));
    if (!may_see(actor, reviewed)) return Failure{FailureCode::record_unknown, {}};
    CE_TRY(file.record, store::record_by_id(database, record));
    CE_TRY(file.proofs, registration::proofs_of(database, record));
    CE_TRY(file.history, history_of(database, record));
    CE_CHECK(read_filing(database, file));
    CE_CHECK(read_added(database, file));
    CE_TRY(file.closed, store::closed_year(database, reviewed.year));
    file.my_turn = may_act(actor, reviewed);
    file.may_mend = reviewed.progress.state == credit::ReviewState::returned && may_mend(actor, reviewed);
    file.may_add_proofs = takes_proofs(reviewed.progress.state) && may_mend(actor, reviewed);
    file.professional = reviewed.professional;
    file.version = reviewed.version;
    file.standing = standing_of(reviewed, last_reason(file.history), file.closed.has_value());
    return {};
  });
  if (!done) return done.failure();
  return file;
}

Result<std::vector<Returned>> returned_to(store::Store const& store, Actor const& actor, int most) {
  std::vector<Returned> all;
  bool const has_unit = actor.party == credit::Party::institution || actor.party == credit::Party::employer;
  if (!has_unit || !actor.unit) return all;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(
        "SELECT r.id, r.content, (SELECT s.reason FROM review_steps s WHERE s.record = r.id AND s.version = "
        "r.version) FROM learning_records r WHERE r.review = 'returned' AND r.registrar_party = $1 AND "
        "r.registrar IN (SELECT a.id FROM accounts a WHERE a.unit = $2 AND a.role = $1) AND NOT EXISTS "
        "(SELECT 1 FROM closed_records c WHERE c.id = r.id) ORDER BY r.id DESC "
        "LIMIT $3");
    rows.bind(1, credit::code_of(actor.party)).bind(2, *actor.unit).bind(3, most);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      all.push_back({rows.integer(0), rows.text(1), rows.optional_text(2).value_or("")});
    }
  });
  if (!done) return done.failure();
  return all;
}

Result<std::vector<Standing>> standings(store::Store const& store, Actor const& person) {
  if (person.party != credit::Party::person || !person.professional) {
    return Failure{FailureCode::not_permitted, "only the professional sees these"};
  }
  std::vector<Standing> all;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const records, store::records_of(database, *person.professional));
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
      CE_TRY(auto one, standing(database, store.rules(), *record));
      all.push_back(std::move(one));
    }
    return {};
  });
  if (!done) return done.failure();
  return all;
}

}  // namespace ce::review
