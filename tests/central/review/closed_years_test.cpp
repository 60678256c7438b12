#include <gmock/gmock.h>

#include "central/archive/close.h"
#include "central/archive/year_copy.h"
#include "central/issuing/revoke.h"
#include "central/registration/import.h"
#include "central/review/add_proofs.h"
#include "central/review/backlog.h"
#include "central/review/fixture.h"
#include "support/files.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

/// 2025, over and closed: person 1 was complete and has a certificate, person 2 was complete and has none.
/// `record` is person 1's and was returned; 2026 is open.
struct ClosedYear : ReviewTest {
  audit::Author const by = audit::operator_author("li", "440000");
  std::string number;

  void SetUp() override {
    ReviewTest::SetUp();
    next_record = 500;
    complete_year(1, 2025);
    complete_year(2, 2025);
    number = issue(1, 2025).value();
    record = registration::register_record(store, institution, last_year("课程甲"), now).value().record;
    ASSERT_TRUE(decide(employer, 1, Decision::return_for_correction, "请补充"));
  }
  registration::Entry last_year(std::string const& content) const {
    auto entry = course(content);
    entry.record.start = Date::make(2025, 3, 2).value();
    entry.record.end = Date::make(2025, 3, 3).value();
    return entry;
  }
  std::string close(archive::Closing const& how = {2025, "登记截止通知", false}) {
    auto const done = archive::close_year(store, how, by, now);
    return done ? std::to_string(*done) + " wait" : describe(done.failure());
  }
  /// What the database itself says to whoever writes into it.
  std::string refused(std::string const& sql) {
    auto const done = store.write([&](storage::Database& database) { return database.execute(sql); });
    return done ? "written" : done.failure().detail;
  }
  std::string value(std::string const& sql) const { return first_value(store, sql); }
};

template <class T>
std::string said(Result<T> const& result) {
  return result ? "done" : describe(result.failure());
}

TEST_F(ClosedYear, IsClosedWhenItIsOverAndNothingWaitsAnyMore) {
  EXPECT_THAT(close({2026, "通知"}), HasSubstr("not over"));
  EXPECT_THAT(close({2025, " "}), HasSubstr("say why"));
  EXPECT_THAT(close({2009, "通知"}), HasSubstr("year_without_pack"));
  ASSERT_TRUE(registration::register_record(store, institution, last_year("课程乙"), now));
  EXPECT_THAT(close(), HasSubstr("1 records wait for their review"));
  EXPECT_EQ(close({2025, "登记截止通知", true}), "1 wait");
  EXPECT_THAT(close(), HasSubstr("closed already"));
  EXPECT_EQ(value("SELECT action || actor || detail FROM audit_entries WHERE subject = '2025'"),
            "year_closedoperator:li{\"waiting\":1}");
}

// Its row says that nobody reviews it any more; counted, it would be a backlog for ever.
TEST_F(ClosedYear, WhatItKeepsIsInTheListAndIsNoWork) {
  ASSERT_TRUE(registration::register_record(store, institution, last_year("课程乙"), now));
  auto const counted = [&](Actor const& actor) {
    return std::pair{review::waiting_for(store, actor).value(), review::backlog_of(store, actor, now)->all};
  };
  EXPECT_EQ(counted(employer), std::pair(std::int64_t{2}, std::int64_t{2}));
  ASSERT_EQ(close({2025, "登记截止通知", true}), "1 wait");
  EXPECT_EQ(counted(employer), std::pair(std::int64_t{1}, std::int64_t{1}));
  EXPECT_EQ(review::work_list(store, employer)->items.size(), 2U);
  write("UPDATE employers SET industry = ''");
  write("UPDATE learning_records SET review = 'pending_industry', industry = '' WHERE end_day > '2026'");
  EXPECT_EQ(review::waiting_without_industry(store, hrss).value(), 1);
  ASSERT_TRUE(archive::reopen_year(store, 2025, "补审", by, now));
  EXPECT_EQ(counted(employer), std::pair(std::int64_t{1}, std::int64_t{1})) << "to be reviewed again";
  write(
      "UPDATE learning_records SET review = 'pending_industry', industry = '' WHERE review = "
      "'pending_employer'");
  EXPECT_EQ(review::waiting_without_industry(store, hrss).value(), 2);
  ASSERT_EQ(close({2025, "再次截止", true}), "1 wait");
  EXPECT_EQ(review::waiting_without_industry(store, hrss).value(), 1);
}

TEST_F(ClosedYear, EveryWayInIsToldSo) {
  ASSERT_EQ(close({2025, "登记截止通知", true}), "0 wait");
  auto const sentence = "2025 年度的学习登记已经截止归档，不能再登记、修改或审核";
  EXPECT_THAT(said(registration::register_record(store, institution, last_year("课程丙"), now)),
              HasSubstr(std::string{"record_invalid: 结束日期："} + sentence));
  auto counted = course("课程丁");
  counted.record.credit_year = 2025;
  EXPECT_THAT(said(registration::register_record(store, institution, counted, now)), HasSubstr(sentence));
  EXPECT_THAT(refusal(employer, 2), HasSubstr(sentence));
  EXPECT_THAT(said(review::resubmit(store, person, record, 2, {}, now)), HasSubstr(sentence));
  EXPECT_THAT(said(review::resubmit(store, person, record, 2, course(), now)), HasSubstr(sentence))
      << "nor moved to another year";
  auto const batch = review::take_steps(store, employer, {{{record, 2, Decision::approve, {}}}}, now).value();
  EXPECT_THAT(said(batch[0]), HasSubstr(sentence));
  EXPECT_TRUE(registration::register_record(store, institution, course("课程戊"), now)) << "2026";
}

TEST_F(ClosedYear, ARowOfAFileIsRefusedAndTheOthersAreTaken) {
  ASSERT_EQ(close(), "0 wait");
  auto const file = registration::csv_text(
      {{"证件号码", "姓名", "科目", "学习形式", "学习内容", "开始日期", "结束日期", "学时", "考核结果"},
       {id_number.reveal(), "陈家明", "专业科目", "培训", "课程己", "2025-03-02", "2025-03-03", "6", "合格"},
       {id_number.reveal(), "陈家明", "专业科目", "培训", "课程己", "2026-03-12", "2026-03-13", "6",
        "合格"}});
  auto const report = registration::import_file(store, institution, file, {}, now).value();
  EXPECT_EQ(report.rows[0].fate, registration::RowFate::refused);
  EXPECT_EQ(report.rows[0].faults.at(0).wrong, "2025 年度的学习登记已经截止归档");
  EXPECT_EQ(report.rows[1].fate, registration::RowFate::registered);
}

// A file that is taken whole is judged before the transaction that stores it.
TEST_F(ClosedYear, ClosedBetweenAFilesJudgementAndItsRowsItTakesNone) {
  bool acted = false;
  auto const report = registration::import_file(store, institution, fifty_courses("2025-03-02", "2025-03-03"),
                                                {.all_or_nothing = true,
                                                 .progress =
                                                     [&](std::size_t done, std::size_t all) {
                                                       if (acted || done * 2 < all) return true;
                                                       acted = true;
                                                       EXPECT_EQ(close(), "0 wait");
                                                       return true;
                                                     }},
                                                now);
  ASSERT_TRUE(report) << describe(report.failure());
  EXPECT_TRUE(acted);
  EXPECT_EQ(report->count(registration::RowFate::refused), 50U);
  EXPECT_EQ(count("learning_records WHERE channel = 'file'"), 0);
}

TEST_F(ClosedYear, TheDatabaseItselfWritesNothingOfIt) {
  if (value("SELECT COUNT(*) FROM record_proofs") == "0") {
    write("INSERT INTO proof_documents (hash, kind, bytes, stored_ms) VALUES ('h', 'pdf', 1, 1)");
    write("INSERT INTO record_proofs (record, hash, attached_by, attached_ms) VALUES (500, 'h', 'x', 1)");
  }
  ASSERT_EQ(close(), "0 wait");
  auto const id = std::to_string(record);
  for (std::string const sql :
       {"UPDATE learning_records SET units = 1 WHERE id = 500", "DELETE FROM learning_records WHERE id = 503",
        "UPDATE learning_records SET credit_year = 2026 WHERE id = 500",
        "UPDATE learning_records SET credit_year = 2025 WHERE credit_year IS NULL AND end_day > '2026'",
        "INSERT INTO learning_records (id, professional, content, subject, activity, review, assessment, "
        "mandatory, in_guide, within_schooling, end_day, created_ms) VALUES (900, 1, 'x', 'public', "
        "'training', 'approved', 'pass', 0, 0, 0, '2025-06-01', 1)",
        "DELETE FROM review_steps", "UPDATE review_steps SET reason = 'x'", "DELETE FROM record_proofs",
        "UPDATE record_proofs SET attached_by = 'y'", "UPDATE yearly_verdicts SET total_units = 1",
        "DELETE FROM yearly_verdicts WHERE year = 2025", "UPDATE certificates SET name = '别人'",
        "UPDATE certificates SET issue_day = '2025-12-31'", "DELETE FROM certificates"}) {
    EXPECT_THAT(refused(sql), HasSubstr("the credit year is closed")) << sql;
  }
  EXPECT_THAT(refused("INSERT INTO review_steps (record, version, round, party, actor, level, region, "
                      "decision, reason, state, replaced, taken_ms) VALUES (" +
                      id + ", 9, 1, 'e', 'x', '', '', 'approve', '', 'approved', '', 1)"),
              HasSubstr("the credit year is closed"));
  EXPECT_THAT(said(review::add_proofs(store, institution, record, std::vector<std::string>{"h"}, now)),
              HasSubstr("已经截止归档"));
  EXPECT_EQ(refused("UPDATE employers SET industry = 'water' WHERE id = 1"), "written");
  EXPECT_EQ(refused("UPDATE learning_records SET units = 1 WHERE end_day > '2026'"), "written") << "2026";
}

// Articles 3, 14, 15 and 16 go on: who was complete gets a certificate, a wrong one is voided or corrected.
TEST_F(ClosedYear, WhatTheRegulationStillAsksForIsDone) {
  ASSERT_EQ(close(), "0 wait");
  EXPECT_EQ(issuing::issue_one(store, hrss, 2, 2025, today, now).value(), "44010625000002");
  EXPECT_EQ(apply(print_of(number, now)).acceptance, protocol::Acceptance::accepted);
  write("UPDATE certificates SET token = 't', token_key = 'k' WHERE number = '" + number + "'");
  write("UPDATE professionals SET name = '陈嘉明' WHERE id = 1");
  auto const next = issuing::correct_certificate(store, hrss, number, "姓名有误", today, now);
  ASSERT_TRUE(next) << describe(next.failure());
  EXPECT_EQ(value("SELECT name || successor FROM certificates WHERE number = '" + number + "'"),
            "陈家明" + *next);
  ASSERT_TRUE(issuing::revoke_certificate(store, hrss, "44010625000002", "学时造假", now));
  EXPECT_THAT(refused("UPDATE certificates SET revoked_ms = NULL WHERE number = '" + number + "'"),
              HasSubstr("the credit year is closed"))
      << "what is void stays void";
  EXPECT_EQ(year(2025).certificate.number, *next) << "the kiosk shows it as ever";
  EXPECT_TRUE(store.known_number(number).value().certificate) << "and the public may ask";
}

TEST_F(ClosedYear, OpenAgainItIsWrittenAgain) {
  EXPECT_THAT(said(archive::reopen_year(store, 2025, "补登", by, now)), HasSubstr("not closed"));
  ASSERT_EQ(close(), "0 wait");
  EXPECT_THAT(said(archive::reopen_year(store, 2025, "", by, now)), HasSubstr("say why"));
  ASSERT_TRUE(archive::reopen_year(store, 2025, "省厅批准补登", by, now));
  EXPECT_TRUE(registration::register_record(store, institution, last_year("补登课程"), now));
  EXPECT_TRUE(review::resubmit(store, person, record, 2, {}, now));
  EXPECT_EQ(value("SELECT reopened_reason FROM closed_years"), "省厅批准补登");
  EXPECT_EQ(value("SELECT COUNT(*) FROM audit_entries WHERE action = 'year_reopened'"), "1");
  EXPECT_EQ(close({2025, "再次截止", true}), "2 wait");
}

TEST_F(ClosedYear, ItsCopyIsReadOnlyAndIsFoundChanged) {
  namespace fs = std::filesystem;
  auto const folder = directory / "copy";
  auto const copy = [&] { return archive::copy_year(store, place.location(), 2025, folder, by, now, {}); };
  EXPECT_THAT(said(copy()), HasSubstr("close the year first"));
  ASSERT_EQ(close(), "0 wait");
  ASSERT_TRUE(copy());
  auto const check = [&] { return archive::check_copy(store, place.location(), 2025, folder).value(); };
  EXPECT_TRUE(check().sound);
  auto const parts = check().compared.parts;
  EXPECT_EQ(parts.size(), 18U);
  EXPECT_TRUE(std::all_of(parts.begin(), parts.end(), [](auto const& part) { return part.same; }));
  auto const file = folder / "learning_records.rows";
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read);
  EXPECT_THAT(read_all(file), testing::Not(HasSubstr("2026-03-03")));
  ASSERT_TRUE(issuing::revoke_certificate(store, hrss, number, "学时造假", now));
  EXPECT_TRUE(check().sound) << "what is still possible";
  fs::permissions(folder, fs::perms::owner_all);
  fs::permissions(file, fs::perms::owner_all);
  auto const text = read_all(file);
  write_all(file, text + text.substr(0, text.find('\n') + 1));
  EXPECT_FALSE(check().sound);
  write_all(file, text);
  EXPECT_TRUE(check().sound);
  auto const manifest = folder / "manifest.json";
  fs::permissions(manifest, fs::perms::owner_all);
  write_all(manifest, read_all(manifest) + "\n");
  EXPECT_FALSE(check().in_chain);
}

}  // namespace
}  // namespace ce::test
