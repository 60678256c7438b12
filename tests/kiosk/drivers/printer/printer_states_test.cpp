#include "printer_bench.h"

namespace ce::drivers {
namespace {

using ports::JobState;

struct Case {
  char const* reason;
  FailureCode code;
};

class Holding : public PrinterBench, public testing::WithParamInterface<Case> {};

TEST_P(Holding, IsSeenWhileTheJobStandsAndGoneOnceItIsMended) {
  IppPrinter printer = make_printer();
  control(std::string{"state "} + GetParam().reason);
  auto const id = printer.submit(sample_pdf(), "ce-held");
  ASSERT_TRUE(id) << describe(id.failure());
  auto const held = follow(printer, *id, [](auto const& report) { return !report.problems.empty(); });
  EXPECT_EQ(held.problems, std::vector{GetParam().code});
  EXPECT_FALSE(has_ended(held));
  auto const status = printer.status();
  ASSERT_TRUE(status);
  EXPECT_FALSE(status->ready);
  EXPECT_EQ(status->problems, std::vector{GetParam().code});
  EXPECT_EQ(status->reasons.size(), 1U);

  control("");
  auto const ended = follow(printer, *id, has_ended);
  EXPECT_EQ(ended.state, JobState::completed);
  EXPECT_TRUE(ended.problems.empty());
  EXPECT_TRUE(printer.status().value().ready);
}

INSTANTIATE_TEST_SUITE_P(Reasons, Holding,
                         testing::Values(Case{"media-empty", FailureCode::printer_out_of_paper},
                                         Case{"media-jam", FailureCode::printer_jammed},
                                         Case{"cover-open", FailureCode::printer_cover_open},
                                         Case{"toner-empty", FailureCode::printer_out_of_toner},
                                         Case{"paused", FailureCode::printer_stopped}));

class States : public PrinterBench {};

TEST_F(States, SeveralAtOnceAreAllToldGravestFirst) {
  IppPrinter printer = make_printer();
  control("state media-empty cover-open");
  auto const id = printer.submit(sample_pdf(), "ce-both");
  ASSERT_TRUE(id);
  auto const held = follow(printer, *id, [](auto const& report) { return report.problems.size() == 2; });
  EXPECT_EQ(held.problems, (std::vector{FailureCode::printer_cover_open, FailureCode::printer_out_of_paper}));
  control("");
  follow(printer, *id, has_ended);
}

TEST_F(States, LowTonerIsTheLevelAndNoProblem) {
  IppPrinter printer = make_printer();
  control("note toner-low\nattr marker-types=toner,waste-toner\nattr marker-levels=7,99");
  auto const id = printer.submit(sample_pdf(), "ce-low");
  ASSERT_TRUE(id);
  EXPECT_EQ(follow(printer, *id, has_ended).state, JobState::completed);
  auto const status = printer.status();
  ASSERT_TRUE(status);
  EXPECT_TRUE(status->ready);
  EXPECT_EQ(status->toner_percent, 7);
  ASSERT_EQ(status->reasons.size(), 1U);
  EXPECT_TRUE(status->reasons[0].starts_with("toner-low"));
}

TEST_F(States, AnIdlePrinterWithoutPaperIsNotReady) {
  IppPrinter printer = make_printer();
  control("note media-empty");
  auto const id = printer.submit(sample_pdf(), "ce-last-sheet");
  ASSERT_TRUE(id);
  follow(printer, *id, has_ended);
  auto const status = printer.status();
  ASSERT_TRUE(status);
  EXPECT_FALSE(status->ready);
  EXPECT_EQ(status->problems, std::vector{FailureCode::printer_out_of_paper});
}

TEST_F(States, AnAbortedJobSaysWhy) {
  IppPrinter printer = make_printer();
  control("abort fuser broken");
  auto const id = printer.submit(sample_pdf(), "ce-aborted");
  ASSERT_TRUE(id);
  auto const ended = follow(printer, *id, has_ended);
  EXPECT_EQ(ended.state, JobState::aborted);
  EXPECT_NE(ended.message.find("fuser broken"), std::string::npos) << ended.message;
  EXPECT_EQ(documents().size(), 1U);
  EXPECT_TRUE(documents("printed").empty());
}

TEST_F(States, ACanceledJobEndsCanceled) {
  IppPrinter printer = make_printer();
  control("delay 1");
  auto const id = printer.submit(sample_pdf(), "ce-canceled");
  ASSERT_TRUE(id);
  follow(printer, *id, [](auto const& report) { return report.state == JobState::printing; });
  auto const canceled = printer.cancel(*id);
  EXPECT_TRUE(canceled);
  EXPECT_EQ(follow(printer, *id, has_ended).state, JobState::canceled);
  EXPECT_EQ(printer.find_job("ce-canceled").value()->state, JobState::canceled);
}

TEST_F(States, CancelingAJobThatHasEndedIsNoFailure) {
  IppPrinter printer = make_printer();
  auto const id = printer.submit(sample_pdf(), "ce-ended");
  ASSERT_TRUE(id);
  follow(printer, *id, has_ended);
  auto const canceled = printer.cancel(*id);
  EXPECT_TRUE(canceled);
  EXPECT_EQ(printer.job(*id).value().state, JobState::completed);
}

}  // namespace
}  // namespace ce::drivers
