// A certificate from the press of the key to the sheet, with ledger and printer as they are.
#include "desk_bench.h"
#include "support/files.h"
#include "support/seal_png.h"

namespace ce::runner {
namespace {

using protocol::PrintOutcome;
class Desk : public DeskBench {};

TEST_F(Desk, PrintsOnceLedgerFirst) {
  open_desk();
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().outcome, PrintOutcome::sent_to_printer);
  EXPECT_EQ(steps_, (std::vector<std::string>{"journaled", "rendered", "submitting", "handed_over",
                                              "submitted", "printed", "settled"}));
  EXPECT_EQ(documents("printed").size(), 1U);
  EXPECT_EQ(settled(), std::vector{PrintOutcome::sent_to_printer});
  EXPECT_EQ(journal_.pending_count().value(), 2);  // requested and settled, both for central
  ASSERT_GE(advances_.size(), 3U);
  EXPECT_EQ(advances_.front().stage, session::PrintStage::preparing);
}

TEST_F(Desk, TheSecondPressIsRefusedByTheLedger) {
  open_desk();
  desk_->print(certificate(), visit);
  end();
  desk_->print(certificate(), visit);
  auto const again = end();
  EXPECT_EQ(again.outcome, PrintOutcome::failed);
  EXPECT_EQ(again.cause, FailureCode::certificate_not_printable);
  EXPECT_EQ(documents("printed").size(), 1U);
}

TEST_F(Desk, APrintNamesItsGrantAndAnUnusedOneIsGivenBack) {
  auto const grant = EntryId::make();
  grant_for_ = [&](protocol::CertificateLine const&) { return std::optional{grant}; };
  open_desk();
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().outcome, PrintOutcome::sent_to_printer);
  auto const event = journal_.pending_outbox(1).value().at(0);
  EXPECT_EQ(std::get<protocol::PrintRequested>(event.what).grant, grant);
  EXPECT_TRUE(given_back_.empty());
  desk_->print(certificate(), visit);  // the ledger refuses it
  end();
  EXPECT_EQ(given_back_, std::vector{grant});
}

TEST_F(Desk, AnUnusedGrantThatIsKeptForOfflineAsWellIsNotGivenBack) {
  auto printed = certificate();
  printed.certificate.grant =
      grant::Grant{EntryId::make(), printed.certificate.number, 1, "K1", {}, {}, "k1", {}};
  grant_for_ = [&](protocol::CertificateLine const& line) { return std::optional{line.grant->id}; };
  open_desk();
  desk_->print(printed, visit);
  EXPECT_EQ(end().outcome, PrintOutcome::sent_to_printer);
  desk_->print(printed, visit);  // the ledger refuses it
  end();
  EXPECT_TRUE(given_back_.empty()) << "another kiosk could print, and this one again while central is silent";
}

TEST_F(Desk, TheSheetBearsTheAuthoritysPictureOfItsSeal) {
  seal_ = test::seal_png({.side = 200});
  open_desk();
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().outcome, PrintOutcome::sent_to_printer);
  ASSERT_EQ(documents("printed").size(), 1U);
  EXPECT_NE(documents("printed")[0].find("/ImageMask"), std::string::npos);
}

TEST_F(Desk, APictureThatCannotBeDrawnCostsNoSheetAndTheSealIsDrawn) {
  seal_ = test::seal_png({.side = 200}).substr(0, 400);
  open_desk();
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().outcome, PrintOutcome::sent_to_printer);
  ASSERT_EQ(documents("printed").size(), 1U);
  EXPECT_EQ(documents("printed")[0].find("/ImageMask"), std::string::npos);
  EXPECT_NE(test::read_all(ledger_.directory / "kiosk.log").find("seal picture: is damaged"),
            std::string::npos);
}

TEST_F(Desk, WithoutAGrantNoPaperAndNoNumberIsUsed) {
  grant_for_ = [](protocol::CertificateLine const&) -> Result<std::optional<EntryId>> {
    return Failure{FailureCode::grant_needed, "central cannot be asked"};
  };
  open_desk();
  desk_->print(certificate(), visit);
  auto const ended = end();
  EXPECT_EQ(ended.outcome, PrintOutcome::failed);
  EXPECT_EQ(ended.cause, FailureCode::grant_needed);
  EXPECT_EQ(journal_.pending_count().value(), 0);
  EXPECT_TRUE(documents().empty());
}

TEST_F(Desk, WhatCannotStandOnASheetUsesNoPaperNoNumberAndNoGrant) {
  ASSERT_TRUE(journal_.load_paper({"N", 6, 41, 42}));
  bool asked = false;
  grant_for_ = [&](protocol::CertificateLine const&) {
    asked = true;
    return std::optional<EntryId>{};
  };
  open_desk();
  auto const pending = journal_.pending_count().value();
  auto const refusal = [&](auto&& change) {
    auto what = certificate();
    change(what);
    desk_->print(std::move(what), visit);
    auto const ended = end();
    EXPECT_EQ(ended.outcome, PrintOutcome::failed);
    return ended.cause;
  };
  EXPECT_EQ(refusal([](auto& what) { what.name = SecretText{std::string{"\U000E0041"}}; }),
            FailureCode::name_not_covered);
  EXPECT_EQ(refusal([](auto& what) { what.certificate.authority = "\U000E0041局"; }),
            FailureCode::input_invalid);
  EXPECT_EQ(refusal([](auto& what) { what.certificate.verify_url = {}; }), FailureCode::input_invalid);
  EXPECT_EQ(refusal([](auto& what) { what.certificate.issue_date = {}; }),
            FailureCode::certificate_not_printable);
  EXPECT_FALSE(asked);
  EXPECT_EQ(journal_.pending_count().value(), pending);
  EXPECT_EQ(journal_.paper().value().left, 2);
  EXPECT_TRUE(documents().empty());
}

TEST_F(Desk, WhoIsKnownByTheRegionsCopyAloneIsNotPrintedForWithoutAName) {
  bool asked = false;
  grant_for_ = [&](protocol::CertificateLine const&) {
    asked = true;
    return std::optional<EntryId>{};
  };
  open_desk();
  desk_->print(certificate(""), visit);
  auto const ended = end();
  EXPECT_EQ(ended.outcome, PrintOutcome::failed);
  EXPECT_EQ(ended.cause, FailureCode::grant_needed);
  EXPECT_FALSE(asked) << "a grant would lock other halls out";
  EXPECT_EQ(journal_.pending_count().value(), 0);
  EXPECT_TRUE(documents().empty());
}

TEST_F(Desk, WhatACrashLeftOpenIsEndedBeforeThePrintOfTheNext) {
  // The kiosk died after the hand-over: the sheet came out, the ledger does not know it yet.
  auto const entry =
      journal_.request({"44010625000009", 2025, "广州市天河区人力资源和社会保障局", {}}).value();
  ASSERT_TRUE(journal_.mark_submitting(entry.id));
  auto const job = printer_.submit(drivers::sample_pdf(), journal::job_name(entry));
  ASSERT_TRUE(job) << describe(job.failure());
  drivers::follow(printer_, *job, drivers::has_ended);
  open_desk();
  ASSERT_TRUE(read_until([this] { return journal_.unsettled().value().empty(); }));
  EXPECT_EQ(journal_.find(entry.id).value()->state, journal::PrintState::sent_to_printer);
  EXPECT_EQ(documents("printed").size(), 1U);
}

}  // namespace
}  // namespace ce::runner
