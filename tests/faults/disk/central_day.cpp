#include "faults/disk/central_day.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <tuple>

#include "central/audit/verify.h"
#include "central/issuing/batch.h"
#include "central/standings/refresh.h"
#include "central/store/records.h"
#include "support/files.h"

namespace ce::test {
namespace {

constexpr int pairs = 3;
constexpr std::int64_t learners = 2 * pairs;
constexpr int year = 2026;
constexpr Instant morning{1'780'300'000'000};  // 2026-06-01 in China
constexpr std::string_view kiosk = "K1";

registration::Actor clerk() {
  return {
      .account = "hrss-1", .party = credit::Party::hrss, .level = credit::Level::county, .region = "440106"};
}

store::Rulebook const& rules() {
  static store::Rulebook const all = rulebook::load(CE_SOURCE_DIR "/config").value();
  return all;
}

Result<store::Store> store_at(std::string const& location) {
  return store::Store::open(location, rules(),
                            {.verify_url_prefix = "https://example/v/", .readers = 1, .writers = 1});
}

credit::Record record_of(credit::Subject subject, std::int64_t hours, bool mandatory) {
  credit::Record record;
  record.subject = subject;
  record.mandatory = mandatory;
  record.review = credit::ReviewState::approved;
  record.assessment = credit::Assessment::pass;
  record.hours = CreditUnits::hours(hours);
  record.start = Date::make(year, 3, 1).value();
  record.end = Date::make(year, 3, 20).value();
  return record;
}

Result<void> add_people(storage::Database& database) {
  using credit::Subject;
  std::int64_t next = 1;
  std::vector<std::int64_t> ids;
  for (std::int64_t id = 1; id <= learners; ++id) {
    auto insert = database.prepare(
        "INSERT INTO professionals (id, id_number, name, region, created_ms) VALUES ($1, $2, '测试', "
        "'440106', 0)");
    CE_CHECK(insert.bind(1, id).bind(2, "44010618850312" + std::to_string(10'000 + id)).run());
    for (auto const& [subject, hours, mandatory] :
         {std::tuple{Subject::public_subject, 30, false}, std::tuple{Subject::professional, 14, true},
          std::tuple{Subject::professional, 28, false}, std::tuple{Subject::elective, 18, false}}) {
      CE_CHECK(store::insert_record(database,
                                    {next++, id, {}, "课程", record_of(subject, hours, mandatory), morning}));
    }
    ids.push_back(id);
  }
  CE_TRY([[maybe_unused]] auto const written, standings::refresh(database, rules(), ids, morning));
  return {};
}

void fill(std::string const& location) {
  auto store = store_at(location).value();
  EXPECT_TRUE(store.enrol_kiosk({std::string{kiosk}, "440106", "天河大厅"}, "hash", morning));
  EXPECT_TRUE(store.write(add_people));
}

}  // namespace

CentralDay::CentralDay() : place_(&fill), answers_(place_.folder() / "answered") {
  for (int i = 0; i < pairs; ++i) batches_.push_back(EntryId::make());
  for (std::int64_t id = 1; id <= learners; ++id) {
    protocol::PrintRequested const print{{}, 1, "A" + std::to_string(id)};
    prints_.emplace(id, protocol::KioskEvent{EntryId::make(), morning, print});
    protocol::PrintSettled const settled{prints_.at(id).id, protocol::PrintOutcome::confirmed, {}};
    outcomes_.emplace(id, protocol::KioskEvent{EntryId::make(), Instant{morning.ms + 1000}, settled});
  }
}

bool CentralDay::was_answered(std::string const& what) const {
  return ("\n" + (std::filesystem::exists(answers_) ? read_all(answers_) : std::string{}))
             .find("\n" + what + "\n") != std::string::npos;
}

void CentralDay::answered(std::string const& what) {
  std::ofstream{answers_, std::ios::app} << what << '\n';
}

void CentralDay::try_to(std::string const& what, int tries, std::function<Result<void>()> const& ask) {
  for (int i = 0; i < tries && !was_answered(what); ++i) {
    auto done = store_ ? Result<void>{} : open();
    if (done) done = ask();
    if (done) return answered(what);
    // Whatever the disk does is the system's trouble and not the caller's: central/http answers 5xx to these.
    if (!name_of(done.failure().code).starts_with("storage_")) note(what + ": " + describe(done.failure()));
  }
}

Result<void> CentralDay::open() {
  CE_TRY(auto opened, store_at(place_.location()));
  store_.emplace(std::move(opened));
  return {};
}

Result<void> CentralDay::issue(int batch) {
  issuing::BatchOrder const order{batches_.at(static_cast<std::size_t>(batch)),
                                  year,
                                  china_date(morning),
                                  {2 * batch + 1, 2 * batch + 2}};
  CE_TRY(auto const report, issuing::issue_batch(*store_, clerk(), order, morning));
  if (report.issued != 2) note("a batch of two issued " + std::to_string(report.issued));
  return {};
}

Result<void> CentralDay::tell(std::int64_t person, bool settled) {
  auto const& event = settled ? outcomes_.at(person) : prints_.at(person);
  CE_TRY(auto const replies, store_->apply_events(kiosk, {&event, 1}, morning));
  if (replies.at(0).acceptance != protocol::Acceptance::accepted) note("an event was refused");
  return {};
}

Result<std::map<std::int64_t, std::string>> CentralDay::numbers() const {
  std::map<std::int64_t, std::string> all;
  CE_CHECK(store_->read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare("SELECT professional, number FROM certificates ORDER BY number");
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      if (!all.emplace(rows.integer(0), rows.text(1)).second)
        return Failure{FailureCode::input_invalid, "somebody has two certificates of the year"};
    }
  }));
  return all;
}

void CentralDay::ask_all(int tries) {
  for (int batch = 0; batch < pairs; ++batch) {
    try_to("issue " + std::to_string(batch), tries, [&] { return issue(batch); });
    if (!store_) continue;
    auto const given = numbers();
    if (!given) continue;
    for (std::int64_t person = 2 * batch + 1; person <= 2 * batch + 2; ++person) {
      if (!given->contains(person)) continue;
      std::get<protocol::PrintRequested>(prints_.at(person).what).certificate_number = given->at(person);
      try_to("print " + std::to_string(person), tries, [&] { return tell(person, false); });
      try_to("outcome " + std::to_string(person), tries, [&] { return tell(person, true); });
    }
  }
}

void CentralDay::live() {
  ask_all(2);
}

std::string CentralDay::value(std::string const& sql) const {
  std::string found;
  auto const read = store_->read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(sql);
    CE_TRY(bool const there, row.step());
    if (there) found = row.text(0);
    return {};
  });
  return read ? found : describe(read.failure());
}

void CentralDay::look_at_books(bool at_last) {
  auto const given = numbers();
  if (!given) return note(describe(given.failure()));
  if (auto const said = value("PRAGMA integrity_check"); said != "ok") note("integrity: " + said);
  EXPECT_TRUE(store_->read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const found, audit::verify(database, {}));
    for (auto const& finding : found.findings) note("audit: " + finding.words);
    return {};
  }));
  for (std::int64_t person = 1; person <= learners; ++person) {
    auto const name = std::to_string(person);
    if (was_answered("issue " + std::to_string((person - 1) / 2)) && !given->contains(person))
      note("the certificate of " + name + " is lost");
    auto const count_of = [&](std::string const& rows) {
      return value("SELECT CAST(COUNT(*) AS TEXT) FROM " + rows);
    };
    auto const print = prints_.at(person).id.text();
    if (was_answered("print " + name) && count_of("issue_register WHERE print_id = '" + print + "'") != "1")
      note("the print of " + name + " is lost");
    if (was_answered("outcome " + name) && count_of("print_outcomes WHERE print_id = '" + print + "'") != "1")
      note("the outcome of " + name + " is lost");
    if (at_last && !was_answered("outcome " + name)) note("the day of " + name + " never ends");
  }
  // Article 15: numbers run without a gap, so the last one, the counter and how many there are say the same.
  std::int64_t next = 0;
  std::set<std::string> sorted;
  for (auto const& [person, number] : *given) sorted.insert(number);
  for (auto const& number : sorted) {
    if (std::stoll(number.substr(8)) != ++next)
      note(number + " stands where " + std::to_string(next) + " should");
  }
  auto const counter = value("SELECT CAST(COALESCE(MAX(last_sequence), 0) AS TEXT) FROM number_counters");
  if (counter != std::to_string(given->size())) note("the counter is at " + counter);
}

std::vector<std::string> CentralDay::settle_up(bool restarted) {
  if (restarted) store_.reset();
  if (auto const done = store_ ? Result<void>{} : open(); !done) {
    note("the store does not open: " + describe(done.failure()));
    return wrong_;
  }
  look_at_books(false);
  ask_all(1);
  look_at_books(true);
  return wrong_;
}

}  // namespace ce::test
