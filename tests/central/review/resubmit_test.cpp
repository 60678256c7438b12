#include <gmock/gmock.h>

#include <thread>

#include "central/registration/import.h"
#include "central/review/add_proofs.h"
#include "central/review/fixture.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

struct Resubmit : ReviewTest {
  void SetUp() override {
    ReviewTest::SetUp();
    ASSERT_TRUE(decide(employer, 1));
    ASSERT_TRUE(decide(industry, 2, Decision::return_for_correction, "学时与证书不符"));
  }
  registration::Entry corrected() const {
    auto entry = course();
    entry.record.hours = CreditUnits::hours(10);
    return entry;
  }
  review::RecordFile file(Actor const& actor) const {
    return review::record_file(store, actor, record).value();
  }
};

TEST_F(Resubmit, ThePersonSeesWhyAndSendsItAnewCorrected) {
  auto const seen = review::standings(store, person).value();
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_THAT(seen[0].sentence, HasSubstr("已退回，原因：学时与证书不符"));
  auto const done = review::resubmit(store, person, record, 3, corrected(), now);
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_EQ(done->state, ReviewState::pending_employer);
  EXPECT_EQ(review::standings(store, person).value()[0].sentence, "待用人单位初审（第 1 步，共 3 步）");
  EXPECT_EQ(file(person).record.record.hours, CreditUnits::hours(10));
}

// A file that is taken whole is judged before the transaction that stores it: what changes meanwhile is
// judged again there.
TEST_F(Resubmit, CorrectedIntoARowOfAFileThatIsBeingTakenItKeepsTheFileOut) {
  bool acted = false;
  registration::ImportOptions const options{
      .all_or_nothing = true, .progress = [&](std::size_t done, std::size_t all) {
        if (acted || done * 2 < all) return true;
        acted = true;
        std::jthread{[&] {
          EXPECT_TRUE(review::resubmit(store, person, record, 3, course("课程7"), now));
        }}.join();
        return true;
      }};
  auto const report =
      registration::import_file(store, institution, fifty_courses("2026-03-02", "2026-03-03"), options, now)
          .value();
  EXPECT_TRUE(acted);
  EXPECT_EQ(report.rows[7].fate, registration::RowFate::refused);
  EXPECT_EQ(report.count(registration::RowFate::withheld), 49U);
  EXPECT_EQ(count("learning_records"), 1);
}

TEST_F(Resubmit, TheChainBeginsAnewAndTheHistoryStays) {
  ASSERT_TRUE(review::resubmit(store, person, record, 3, corrected(), now));
  EXPECT_EQ(work_of(employer), 1U) << "the same account reviews again in a new round";
  ASSERT_TRUE(decide(employer, 4));
  ASSERT_TRUE(decide(industry, 5));
  ASSERT_EQ(decide(hrss, 6)->state, ReviewState::approved);
  auto const history = file(hrss).history;
  ASSERT_EQ(history.size(), 6U);
  EXPECT_EQ(history[1].reason, "学时与证书不符");
  EXPECT_EQ(history[2].decision, Decision::resubmit);
  EXPECT_THAT(history[2].replaced, HasSubstr("\"units\":1080"));
  EXPECT_EQ(history[5].state, ReviewState::approved);
}

TEST_F(Resubmit, UnchangedIsAllowedAndARepeatCountsOnce) {
  ASSERT_TRUE(review::resubmit(store, person, record, 3, {}, now));
  auto const again = review::resubmit(store, person, record, 3, {}, now);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(count("review_steps"), 3);
  EXPECT_TRUE(file(person).history[2].replaced.empty());
}

TEST_F(Resubmit, OnlyThePersonAndWhoRegisteredItAndOnlyWhatWasReturned) {
  auto other = person;
  other.professional = 2;
  auto elsewhere = institution;
  elsewhere.account = "training-9";
  elsewhere.unit = 2;
  for (auto const& actor : {other, employer, elsewhere, industry, hrss}) {
    auto const done = review::resubmit(store, actor, record, 3, {}, now);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.failure().code, FailureCode::record_unknown);
  }
  EXPECT_EQ(review::resubmit(store, person, record, 2, {}, now).failure().code, FailureCode::record_changed);
  ASSERT_TRUE(review::resubmit(store, person, record, 3, {}, now));
  EXPECT_EQ(review::resubmit(store, person, record, 4, {}, now).failure().code, FailureCode::review_refused);
}

TEST_F(Resubmit, TheInstitutionThatRegisteredItCorrectsItAndAColleagueMay) {
  ASSERT_EQ(review::returned_to(store, institution, 20)->size(), 0U) << "its account is not in the store yet";
  write(
      "INSERT INTO accounts (id, login, shown_name, role, region, unit, hash, disabled, "
      "must_change_password, "
      "created_by, created_ms) VALUES ('training-1', 'base', '黄', 'institution', '440100', 1, '', 0, 0, '', "
      "0)");
  auto colleague = institution;
  colleague.account = "training-2";
  auto const returned = review::returned_to(store, colleague, 20).value();
  ASSERT_EQ(returned.size(), 1U);
  EXPECT_EQ(returned[0].reason, "学时与证书不符");
  EXPECT_TRUE(review::record_file(store, colleague, record)->may_mend);
  auto stranger = corrected();
  stranger.id_number = SecretText{number_of(2)};
  stranger.name = SecretText{"学员乙"};
  EXPECT_THAT(describe(review::resubmit(store, colleague, record, 3, stranger, now).failure()),
              HasSubstr("不能改成另一个人"));
  auto const done = review::resubmit(store, colleague, record, 3, corrected(), now);
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_EQ(done->state, ReviewState::pending_employer) << "the chain begins anew";
  EXPECT_EQ(review::resubmit(store, person, record, 3, corrected(), now).failure().code,
            FailureCode::record_changed)
      << "the person was late and overwrites nothing";
  auto const history = file(colleague).history;
  EXPECT_EQ(history.back().party, credit::Party::institution);
  EXPECT_THAT(history.back().replaced, HasSubstr("\"units\":1080"));
  EXPECT_EQ(file(person).record.record.hours, CreditUnits::hours(10));
  EXPECT_FALSE(file(colleague).may_mend);
}

TEST_F(Resubmit, TheEmployerThatRegisteredItCorrectsIt) {
  auto entry = course("院内实践");
  entry.record.activity = credit::Activity::practice;
  entry.record.hours.reset();
  entry.record.half_days = 2;
  record = registration::register_record(store, employer, entry, now).value().record;
  ASSERT_TRUE(decide(employer, 1));
  ASSERT_TRUE(decide(industry, 2, Decision::return_for_correction, "没有实践小结"));
  entry.record.half_days = 4;
  EXPECT_EQ(review::resubmit(store, institution, record, 3, entry, now).failure().code,
            FailureCode::record_unknown)
      << "not theirs";
  ASSERT_TRUE(review::resubmit(store, employer, record, 3, entry, now));
  EXPECT_EQ(file(employer).record.record.half_days, 4);
  EXPECT_EQ(work_of(employer), 1U);
}

TEST_F(Resubmit, ProofsAreAddedByWhoRegisteredItUntilItIsDecided) {
  auto const uploaded = [&](Actor const& actor, char digit) {
    std::string const hash(64, digit);
    write("INSERT INTO proof_documents (hash, kind, bytes, stored_ms) VALUES ('" + hash + "', 'pdf', 9, 0)");
    write("INSERT INTO proof_uploads (hash, account, uploaded_ms) VALUES ('" + hash + "', '" + actor.account +
          "', 0)");
    return std::vector{hash};
  };
  auto const said = [&](Actor const& actor, std::vector<std::string> const& hashes) {
    auto const done = review::add_proofs(store, actor, record, hashes, {now.ms + 1000});
    return done ? std::string{"added"} : describe(done.failure());
  };
  auto const first = uploaded(institution, 'a');
  EXPECT_EQ(said(institution, first), "added");
  EXPECT_EQ(said(person, uploaded(person, 'b')), "added");
  EXPECT_THAT(said(person, first), HasSubstr("file_refused")) << "a hash alone opens nobody's document";
  EXPECT_THAT(said(employer, uploaded(employer, 'c')), HasSubstr("record_unknown"));
  EXPECT_THAT(said(institution, {}), HasSubstr("input_invalid"));
  EXPECT_EQ(count("record_proofs"), 2);
  auto const seen = file(hrss);
  ASSERT_EQ(seen.added.size(), 1U) << "reviewers see when they came";
  EXPECT_EQ(seen.added[0].proofs, 2);
  EXPECT_FALSE(seen.may_add_proofs);
  EXPECT_TRUE(file(institution).may_add_proofs);
  EXPECT_EQ(count("audit_entries WHERE action = 'record_proofs_added'"), 2);
  write("UPDATE learning_records SET review = 'approved'");
  EXPECT_THAT(said(institution, uploaded(institution, 'd')), HasSubstr("review_refused"));
}

TEST_F(Resubmit, AFaultyCorrectionChangesNothing) {
  auto entry = corrected();
  entry.record.hours.reset();
  auto const done = review::resubmit(store, person, record, 3, entry, now);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.failure().code, FailureCode::record_invalid);
  auto stranger = corrected();
  stranger.id_number = SecretText{number_of(2)};
  stranger.name = SecretText{"学员乙"};
  EXPECT_THAT(describe(review::resubmit(store, person, record, 3, stranger, now).failure()),
              HasSubstr("不是本人"));
  EXPECT_EQ(file(person).record.record.hours, CreditUnits::hours(12));
  EXPECT_EQ(file(person).version, 3);
}

TEST_F(Resubmit, WhatASiteRecordedIsOnlySentAgain) {
  write("UPDATE learning_records SET activity = 'online_approved'");
  EXPECT_THAT(describe(review::resubmit(store, person, record, 3, corrected(), now).failure()),
              HasSubstr("不能自行修改"));
  EXPECT_TRUE(review::resubmit(store, person, record, 3, {}, now));
}

TEST_F(Resubmit, ANewEmployerReviewsTheNewRound) {
  write("UPDATE professionals SET employer = 2 WHERE id = 1");
  ASSERT_TRUE(review::resubmit(store, person, record, 3, {}, now));
  EXPECT_EQ(work_of(employer), 0U);
  auto next = employer;
  next.unit = 2;
  EXPECT_EQ(work_of(next), 1U);
}

TEST_F(Resubmit, OnlyThoseConcernedSeeTheFile) {
  auto stranger = person;
  stranger.account = "person-2";
  stranger.professional = 2;
  EXPECT_EQ(review::record_file(store, stranger, record).failure().code, FailureCode::record_unknown);
  for (auto const& actor : {person, institution, employer, industry, hrss}) {
    EXPECT_TRUE(review::record_file(store, actor, record)) << actor.account;
  }
  EXPECT_FALSE(review::standings(store, employer));
}

}  // namespace
}  // namespace ce::test
