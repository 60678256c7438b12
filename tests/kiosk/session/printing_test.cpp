// From the preview to the sheet in the hand.
#include "visit.h"

namespace ce::session {
namespace {

using protocol::CertificateState;
using protocol::PrintOutcome;

CertificateState state_of(Visit const& visit, int year) {
  for (auto const& line : visit.state.visitor->years->years) {
    if (line.year == year) return line.certificate.state;
  }
  ADD_FAILURE() << "no year " << year;
  return {};
}

TEST(Printing, OnlyAPrintableYearReachesThePreview) {
  for (auto const& line : some_years().years) {
    Visit visit;
    visit.with_card().found().when(ShowCertificates{}).when(ChoosePrint{line.year});
    EXPECT_EQ(visit.at<PrintPreview>(), line.year == 2025) << line.year;
  }
}

// What the region's copy tells has no name, and a sheet needs one.
TEST(Printing, ACopyWithoutANameIsAskedForAnewOnceCentralAnswers) {
  auto nameless = some_years();
  nameless.name = SecretText{};
  Visit visit;
  visit.with_card().answer(PersonFound{nameless, true});
  Surroundings around;
  around.central_online = true;
  visit.when(SurroundingsChanged{around}).when(ChoosePrint{2025});
  EXPECT_TRUE(visit.at<Searching>());
  EXPECT_EQ(visit.asked<FindPerson>(), 1);
  visit.answer(PersonFound{some_years(), false}).when(ChoosePrint{2025});
  EXPECT_TRUE(visit.at<PrintPreview>());
}

TEST(Printing, OnePressPrintsOnce) {
  Visit visit;
  visit.at_preview().when(Print{});
  ASSERT_EQ(visit.asked<PrintCertificate>(), 1);
  EXPECT_EQ(std::get<PrintCertificate>(visit.effects.front()).year, 2025);
  visit.when(Print{});
  EXPECT_EQ(visit.asked<PrintCertificate>(), 0);
}

TEST(Printing, APrinterProblemHoldsThePressBack) {
  Visit visit;
  visit.at_preview();
  Surroundings around;
  around.printer_problem = FailureCode::printer_out_of_paper;
  visit.when(SurroundingsChanged{around}).when(Print{});
  EXPECT_TRUE(visit.at<PrintPreview>());
  EXPECT_TRUE(visit.effects.empty());
  visit.when(SurroundingsChanged{Surroundings{}}).when(Print{});
  EXPECT_TRUE(visit.at<Printing>());
}

TEST(Printing, ItsStagesAndWhatHoldsItUpAreShown) {
  Visit visit;
  visit.at_printing().answer(PrintAdvanced{2025, PrintStage::held, FailureCode::printer_jammed});
  EXPECT_EQ(visit.stage<Printing>().stage, PrintStage::held);
  EXPECT_EQ(visit.stage<Printing>().holding, FailureCode::printer_jammed);
  visit.answer(PrintAdvanced{2025, PrintStage::printing, {}});
  EXPECT_FALSE(visit.stage<Printing>().holding);
}

TEST(Printing, TheSheetIsTakenAndTheYearReadsPrinted) {
  for (auto outcome : {PrintOutcome::sent_to_printer, PrintOutcome::confirmed}) {
    Visit visit;
    visit.at_printing().answer(PrintEnded{2025, outcome, {}});
    EXPECT_EQ(visit.stage<TakePaper>().year, 2025);
    EXPECT_EQ(state_of(visit, 2025), CertificateState::printed);
    EXPECT_EQ(visit.when(PaperTaken{}).stage<Progress>().year, 2025);
    EXPECT_FALSE(visit.when(ChoosePrint{2025}).at<PrintPreview>());
  }
}

TEST(Printing, AFailureThatPassesLeadsBackToItsPreview) {
  Visit visit;
  visit.at_printing().answer(PrintEnded{2025, PrintOutcome::failed, FailureCode::printer_out_of_paper});
  ASSERT_TRUE(visit.stage<Fault>().may_retry());
  EXPECT_EQ(visit.when(Retry{}).stage<PrintPreview>().year, 2025);
  EXPECT_EQ(visit.when(Print{}).asked<PrintCertificate>(), 1);
}

TEST(Printing, AFailureThatStaysHasNoRetry) {
  Visit visit;
  visit.at_printing().answer(PrintEnded{2025, PrintOutcome::failed, FailureCode::name_not_covered});
  EXPECT_EQ(visit.stage<Fault>().code, FailureCode::name_not_covered);
  EXPECT_FALSE(visit.stage<Fault>().may_retry());
}

TEST(Printing, WhatCentralKnowsBetterIsNotOfferedAgain) {
  for (auto const& [cause, state] :
       {std::pair{FailureCode::certificate_printed, CertificateState::printed},
        std::pair{FailureCode::certificate_revoked, CertificateState::revoked},
        std::pair{FailureCode::print_unresolved, CertificateState::unresolved}}) {
    Visit visit;
    visit.at_printing().answer(PrintEnded{2025, PrintOutcome::failed, cause});
    EXPECT_EQ(visit.stage<Fault>().code, cause);
    EXPECT_FALSE(visit.stage<Fault>().may_retry()) << "what the preview could not print again";
    EXPECT_EQ(state_of(visit, 2025), state);
    EXPECT_TRUE(visit.when(Back{}).at<Progress>());
  }
}

TEST(Printing, WithoutNetworkAndGrantItMayBeTriedAgain) {
  Visit visit;
  visit.at_printing().answer(PrintEnded{2025, PrintOutcome::failed, FailureCode::grant_needed});
  EXPECT_EQ(visit.stage<Fault>().code, FailureCode::grant_needed);
  EXPECT_EQ(state_of(visit, 2025), CertificateState::printable);
  EXPECT_EQ(visit.when(Retry{}).stage<PrintPreview>().year, 2025);
}

TEST(Printing, AnUnknownOutcomeGoesToStaffAndIsNeverPrintedAgain) {
  Visit visit;
  visit.at_printing().answer(PrintEnded{2025, PrintOutcome::unknown, {}});
  EXPECT_EQ(visit.stage<Fault>().code, FailureCode::printer_outcome_unknown);
  EXPECT_FALSE(visit.stage<Fault>().may_retry());
  EXPECT_EQ(state_of(visit, 2025), CertificateState::unresolved);
  visit.when(Back{}).when(ChoosePrint{2025});
  EXPECT_FALSE(visit.at<PrintPreview>());
}

TEST(Printing, APrintWithoutEndIsGivenToStaff) {
  Visit visit;
  visit.at_printing().after(std::chrono::minutes{4});
  EXPECT_TRUE(visit.at<Printing>());
  visit.after(std::chrono::minutes{2});
  EXPECT_EQ(visit.stage<Fault>().code, FailureCode::printer_outcome_unknown);
  EXPECT_EQ(state_of(visit, 2025), CertificateState::unresolved);
}

TEST(Printing, NobodyLeavesWhilePaperMoves) {
  Visit visit;
  visit.at_printing().when(Exit{}).when(Back{});
  EXPECT_TRUE(visit.at<Printing>());
}

TEST(Printing, WhoeverWaitsForAHeldJobMayLeaveWhichEndsTheVisit) {
  Visit visit;
  visit.at_printing().answer(PrintAdvanced{2025, PrintStage::held, FailureCode::printer_out_of_paper});
  auto const before = visit.state.visit;
  visit.when(Back{});
  EXPECT_TRUE(visit.at<Printing>());
  visit.when(Exit{});
  EXPECT_TRUE(visit.at<TakeCard>());
  EXPECT_NE(visit.state.visit, before) << "which cancels the job";
  EXPECT_FALSE(visit.state.visitor);
}

TEST(Printing, AHeldJobLeftAloneEndsWithTheIdleTime) {
  Visit visit;
  visit.at_printing().after(std::chrono::seconds{59});
  visit.answer(PrintAdvanced{2025, PrintStage::held, FailureCode::printer_jammed});
  visit.after(std::chrono::seconds{59});
  EXPECT_FALSE(visit.state.countdown) << "the whole time from the moment it stood still";
  visit.after(std::chrono::seconds{2});
  EXPECT_TRUE(visit.state.countdown);
  visit.answer(PrintAdvanced{2025, PrintStage::printing, {}});
  EXPECT_FALSE(visit.state.countdown) << "paper moves again";
  visit.answer(PrintAdvanced{2025, PrintStage::held, FailureCode::printer_jammed})
      .after(std::chrono::seconds{61});
  visit.after(std::chrono::seconds{20});
  EXPECT_FALSE(visit.at<Printing>());
  EXPECT_FALSE(visit.state.visitor);
}

TEST(Printing, ALateEndOfOneYearIsNotTheNextOnes) {
  auto two = some_years();
  two.years.push_back(year_line(2020, CertificateState::printable));
  Visit visit;
  visit.with_card().answer(PersonFound{two, false}).when(ChoosePrint{2025}).when(Print{});
  visit.after(std::chrono::minutes{6}).when(Back{}).when(ChoosePrint{2020}).when(Print{});
  visit.answer(PrintAdvanced{2025, PrintStage::held, FailureCode::printer_jammed});
  EXPECT_FALSE(visit.stage<Printing>().holding);
  visit.answer(PrintEnded{2025, PrintOutcome::sent_to_printer, {}});
  EXPECT_EQ(visit.stage<Printing>().year, 2020) << "that sheet is not out yet";
  EXPECT_EQ(state_of(visit, 2025), CertificateState::printed) << "what is true of it is shown";
  EXPECT_EQ(state_of(visit, 2020), CertificateState::printable);
  EXPECT_EQ(visit.answer(PrintEnded{2020, PrintOutcome::confirmed, {}}).stage<TakePaper>().year, 2020);
}

TEST(Printing, WhatCentralKnowsBetterIsNotOfferedAgainAfterALateEndEither) {
  Visit visit;
  visit.at_printing().after(std::chrono::minutes{6}).when(Back{});
  visit.answer(PrintEnded{2025, PrintOutcome::failed, FailureCode::certificate_revoked});
  EXPECT_EQ(state_of(visit, 2025), CertificateState::revoked);
}

TEST(Printing, ALateEndIsDropped) {
  Visit visit;
  visit.at_printing();
  auto const first = visit.state.visit;
  visit.after(std::chrono::minutes{6}).when(Exit{}).answer(CardLifted{}).with_card().found();
  visit.late(first, PrintEnded{2025, PrintOutcome::sent_to_printer, {}});
  EXPECT_TRUE(visit.at<Progress>());
  EXPECT_EQ(state_of(visit, 2025), CertificateState::printable);
}

}  // namespace
}  // namespace ce::session
