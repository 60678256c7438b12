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
                                         Case{"input-tray-missing", FailureCode::printer_out_of_paper},
                                         Case{"marker-supply-empty", FailureCode::printer_out_of_toner},
                                         Case{"moving-to-paused", FailureCode::printer_stopped},
                                         Case{"toner-empty", FailureCode::printer_out_of_toner},
                                         Case{"paused", FailureCode::printer_stopped}));

class States : public PrinterBench {
 protected:
  /// What it says once a job has come out while it tells that.
  ports::PrinterStatus after_a_job(std::string const& told) {
    IppPrinter printer = make_printer();
    control(told);
    auto const id = printer.submit(sample_pdf(), "ce-after");
    EXPECT_TRUE(id);
    if (!id) return {};
    EXPECT_EQ(follow(printer, *id, has_ended).state, JobState::completed);
    return printer.status().value();
  }
};

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

TEST_F(States, LittlePaperIsNoProblem) {
  auto const status = after_a_job("note media-low");
  EXPECT_TRUE(status.ready);
  EXPECT_TRUE(status.paper_low);
  EXPECT_FALSE(status.toner_low);
}

TEST_F(States, LowTonerIsTheLevelAndNoProblem) {
  auto const status =
      after_a_job("note toner-low\nattr marker-types=toner,waste-toner\nattr marker-levels=7,99");
  EXPECT_TRUE(status.ready);
  EXPECT_EQ(status.toner_percent, 7);
  EXPECT_TRUE(status.toner_low);
  EXPECT_FALSE(status.paper_low);
  ASSERT_EQ(status.reasons.size(), 1U);
  EXPECT_TRUE(status.reasons[0].starts_with("toner-low"));
}

TEST_F(States, AnIdlePrinterWithoutPaperIsNotReady) {
  auto const status = after_a_job("note media-empty");
  EXPECT_FALSE(status.ready);
  EXPECT_EQ(status.problems, std::vector{FailureCode::printer_out_of_paper});
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
  control("delay 60");
  auto const id = printer.submit(sample_pdf(), "ce-canceled");
  ASSERT_TRUE(id);
  follow(printer, *id, is_printing);
  auto const canceled = printer.cancel(*id);
  EXPECT_TRUE(canceled);
  EXPECT_EQ(follow(printer, *id, has_ended).state, JobState::canceled);
  EXPECT_EQ(printer.find_job("ce-canceled").value()->state, JobState::canceled);
}

TEST_F(States, ASheetIsCountedHoweverItsJobEnds) {
  IppPrinter printer = make_printer();
  control("sheet-first\nstate media-jam");
  auto const canceled = printer.submit(sample_pdf(), "ce-jammed-after");
  ASSERT_TRUE(canceled);
  follow(printer, *canceled, [](auto const& report) { return report.sheets == 1; });
  ASSERT_TRUE(printer.cancel(*canceled));
  auto const report = follow(printer, *canceled, has_ended);
  EXPECT_EQ(report.state, JobState::canceled);
  EXPECT_EQ(report.sheets, 1);
  EXPECT_EQ(report.name, "ce-jammed-after");

  control("state media-empty");
  auto const nothing = printer.submit(sample_pdf(), "ce-nothing-out");
  ASSERT_TRUE(nothing);
  follow(printer, *nothing, is_printing);
  ASSERT_TRUE(printer.cancel(*nothing));
  EXPECT_EQ(follow(printer, *nothing, has_ended).sheets, 0);
  EXPECT_EQ(printer.find_job("ce-nothing-out").value()->sheets, 0);
}

// A printer asleep takes the connection at once and answers when it has woken up.
TEST_F(States, APrinterAsleepIsWaitedFor) {
  wire();
  IppPrinter printer = make_printer();
  cable("hold");
  std::thread waking{[this] {
    std::this_thread::sleep_for(std::chrono::milliseconds{1500});
    cable("");
  }};
  auto const status = printer.status();
  waking.join();
  ASSERT_TRUE(status) << describe(status.failure());
  EXPECT_TRUE(status->ready);
}

// RFC 8011 job-state pending-held without any reason of the printer's, as where a panel or a print server
// holds it; here a job that waits for its document.
TEST_F(States, AJobOnHoldIsToldApartFromOneThatPrints) {
  IppPrinter printer = make_printer();
  test::write_all(directory_ / "hold.test", R"({
    OPERATION Create-Job
    GROUP operation-attributes-tag
    ATTR charset attributes-charset utf-8
    ATTR language attributes-natural-language en
    ATTR uri printer-uri $uri
    ATTR name requesting-user-name ce-kiosk
    ATTR name job-name ce-on-hold
    STATUS successful-ok
  })");
  devices::Process ipptool{{"/usr/bin/ipptool", "-t",
                            "ipp://127.0.0.1:" + std::to_string(port_) + "/ipp/print",
                            directory_ / "hold.test"}};
  while (!ipptool.read_line().empty()) {
  }
  auto const found = printer.find_job("ce-on-hold");
  ASSERT_TRUE(found && found->has_value());
  EXPECT_EQ((*found)->state, JobState::held_or_stopped);
  EXPECT_TRUE((*found)->problems.empty());
  EXPECT_TRUE(printer.cancel((*found)->id));
  EXPECT_EQ(follow(printer, (*found)->id, has_ended).state, JobState::canceled);
  EXPECT_TRUE(documents("printed").empty());
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
