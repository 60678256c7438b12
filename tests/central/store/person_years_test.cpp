#include <gmock/gmock.h>

#include "central/issuing/revoke.h"
#include "central/store/fixture.h"

namespace ce::test {
namespace {

using credit::Reason;
using credit::ReviewState;
using credit::Subject;
using protocol::CertificateState;
using protocol::PrintOutcome;
using testing::ElementsAre;

using PersonYears = StoreTest;

TEST_F(PersonYears, KnowsWhoIsThereAndInWhichRegion) {
  EXPECT_TRUE(store.person_years(id_number, {"440100"}, now).value());
  EXPECT_TRUE(store.person_years(id_number, {"440106"}, now).value());
  EXPECT_FALSE(store.person_years(id_number, {"440300"}, now).value());
  EXPECT_FALSE(store.person_years(SecretText{"441823189406030625"}, {}, now).value());
}

TEST_F(PersonYears, TheCurrentYearIsThereWithoutARecord) {
  auto const answer = store.person_years(id_number, {}, now).value();
  ASSERT_EQ(answer->years.size(), 1U);
  EXPECT_EQ(answer->name.reveal(), "陈家明");
  EXPECT_EQ(answer->as_of, now);
  auto const& current = answer->years[0];
  EXPECT_EQ(current.year, 2026);
  EXPECT_EQ(current.pack, "GD2021");
  EXPECT_EQ(current.total.required, CreditUnits::hours(90));
  EXPECT_EQ(current.certificate.state, CertificateState::incomplete);
}

TEST_F(PersonYears, EachYearIsJudgedByItsOwnPackNewestFirst) {
  complete_year(1, 2026);
  complete_year(1, 2015);
  auto const answer = store.person_years(id_number, {}, now).value();
  ASSERT_EQ(answer->years.size(), 2U);
  EXPECT_EQ(answer->years[0].year, 2026);
  EXPECT_EQ(answer->years[1].year, 2015);
  EXPECT_EQ(answer->years[1].total.required, CreditUnits::hours(72));
  EXPECT_EQ(answer->years[0].records.size(), 4U);
  EXPECT_TRUE(answer->years[0].complete);
}

TEST_F(PersonYears, TellsWhatIsMissing) {
  add_records(1, 2026, {{Subject::public_subject, 20}, {Subject::professional, 10, true}});
  auto const progress = year(2026);
  EXPECT_FALSE(progress.complete);
  EXPECT_EQ(progress.public_subject.done, CreditUnits::hours(20));
  EXPECT_EQ(progress.professional_mandatory.done, CreditUnits::hours(10));
  EXPECT_THAT(progress.reasons,
              ElementsAre(Reason::public_short, Reason::professional_short,
                          Reason::professional_mandatory_short, Reason::elective_short, Reason::total_short));
}

TEST_F(PersonYears, CompleteOncePendingIsRecognisedMeansUnderReview) {
  add_records(1, 2026,
              {{Subject::public_subject, 30, false, ReviewState::pending_hrss},
               {Subject::professional, 14, true},
               {Subject::professional, 28},
               {Subject::elective, 18}});
  EXPECT_FALSE(year(2026).complete);
  EXPECT_EQ(year(2026).certificate.state, CertificateState::under_review);
  complete_year(1, 2025);  // complete, not issued yet
  EXPECT_EQ(year(2025).certificate.state, CertificateState::under_review);
}

TEST_F(PersonYears, RejectedRecordsDoNotPromiseAnything) {
  add_records(1, 2026,
              {{Subject::public_subject, 30, false, ReviewState::rejected},
               {Subject::professional, 14, true},
               {Subject::professional, 28},
               {Subject::elective, 18}});
  EXPECT_EQ(year(2026).certificate.state, CertificateState::incomplete);
  EXPECT_EQ(year(2026).records.size(), 4U);
}

TEST_F(PersonYears, ACertificateGoesFromPrintableToPrinted) {
  complete_year(1, 2026);
  auto const number = issue(1, 2026).value();
  auto line = year(2026).certificate;
  EXPECT_EQ(line.state, CertificateState::printable);
  EXPECT_EQ(line.number, number);
  EXPECT_EQ(line.verify_url, "https://example/v/" + number);
  EXPECT_EQ(line.authority, "广州市天河区人力资源和社会保障局");
  EXPECT_EQ(line.issue_date, today);

  auto const first = print_of(number, Instant{1000});
  apply(first);
  EXPECT_EQ(year(2026).certificate.state, CertificateState::unresolved);
  apply(settle(first.id, PrintOutcome::failed, Instant{2000}));
  EXPECT_EQ(year(2026).certificate.state, CertificateState::printable);

  auto const second = print_of(number, Instant{3000});
  apply(second);
  apply(settle(second.id, PrintOutcome::unknown, Instant{4000}));
  EXPECT_EQ(year(2026).certificate.state, CertificateState::unresolved);
  apply(settle(second.id, PrintOutcome::confirmed, Instant{5000}));
  line = year(2026).certificate;
  EXPECT_EQ(line.state, CertificateState::printed);
  EXPECT_EQ(line.printed_at, Instant{3000});
}

TEST_F(PersonYears, ARevokedCertificateSaysWhyUntilANewOneStands) {
  complete_year(1, 2026);
  auto const number = issue(1, 2026).value();
  ASSERT_TRUE(store.write([&](storage::Database& database) {
    return issuing::revoke(database, rulebook(), number, "信息登记错误", now);
  }));
  EXPECT_EQ(year(2026).certificate.state, CertificateState::revoked);
  EXPECT_EQ(year(2026).certificate.revoked_reason, "信息登记错误");
  EXPECT_TRUE(store.known_number(number).value().certificate->revoked);
  auto const again = issue(1, 2026).value();
  EXPECT_NE(again, number);
  EXPECT_EQ(year(2026).certificate.number, again);
  EXPECT_EQ(year(2026).certificate.state, CertificateState::printable);
}

TEST_F(PersonYears, ScopesAreARegionWithAllBelowIt) {
  EXPECT_TRUE(store::RegionScope{"440000"}.covers("445381"));
  EXPECT_TRUE(store::RegionScope{"440100"}.covers("440100"));
  EXPECT_TRUE(store::RegionScope{"440100"}.covers("440118"));
  EXPECT_FALSE(store::RegionScope{"440100"}.covers("440203"));
  EXPECT_FALSE(store::RegionScope{"440106"}.covers("440100"));
}

}  // namespace
}  // namespace ce::test
