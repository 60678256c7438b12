#include "printer_bench.h"

namespace ce::drivers {
namespace {

using ports::JobState;

class Printing : public PrinterBench {};

TEST_F(Printing, TheDocumentArrivesByteForByteAndTheJobCompletes) {
  IppPrinter printer = make_printer();
  std::string const pdf = sample_pdf();
  auto const id = printer.submit(pdf, "ce-0001");
  ASSERT_TRUE(id) << describe(id.failure());
  EXPECT_EQ(follow(printer, *id, has_ended).state, JobState::completed);
  EXPECT_EQ(documents(), std::vector{pdf});
  EXPECT_EQ(documents("printed"), std::vector{pdf});
}

TEST_F(Printing, AMegabyteArrivesAsWell) {
  IppPrinter printer = make_printer();
  std::string const pdf = sample_pdf(1'000'000);
  auto const id = printer.submit(pdf, "ce-big");
  ASSERT_TRUE(id) << describe(id.failure());
  EXPECT_EQ(follow(printer, *id, has_ended).state, JobState::completed);
  EXPECT_EQ(documents(), std::vector{pdf});
}

TEST_F(Printing, AReadyPrinterSaysSo) {
  auto const status = make_printer().status();
  ASSERT_TRUE(status) << describe(status.failure());
  EXPECT_TRUE(status->ready);
  EXPECT_TRUE(status->problems.empty());
  EXPECT_TRUE(status->reasons.empty());
  EXPECT_FALSE(status->make_and_model.empty());
}

TEST_F(Printing, ASecondJobIsToldThatThePrinterIsBusy) {
  IppPrinter printer = make_printer();
  control("delay 1.5");
  auto const first = printer.submit(sample_pdf(), "ce-first");
  ASSERT_TRUE(first);
  auto const second = printer.submit(sample_pdf(), "ce-second");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.failure().code, FailureCode::printer_busy);
  EXPECT_EQ(follow(printer, *first, has_ended).state, JobState::completed);
  EXPECT_EQ(documents().size(), 1U);
}

TEST_F(Printing, AJobIsFoundByItsNameWhileOpenAndAfterwards) {
  IppPrinter printer = make_printer();
  auto const other = printer.submit(sample_pdf(), "ce-other");
  ASSERT_TRUE(other);
  follow(printer, *other, has_ended);
  control("delay 1");
  auto const id = printer.submit(sample_pdf(), "ce-mine");
  ASSERT_TRUE(id);

  IppPrinter reconnected = make_printer();
  auto const open = reconnected.find_job("ce-mine");
  ASSERT_TRUE(open) << describe(open.failure());
  ASSERT_TRUE(open->has_value());
  EXPECT_EQ((*open)->id, *id);
  follow(reconnected, *id, has_ended);
  auto const ended = reconnected.find_job("ce-mine");
  ASSERT_TRUE(ended && ended->has_value());
  EXPECT_EQ((*ended)->id, *id);
  EXPECT_EQ((*ended)->state, JobState::completed);
  EXPECT_EQ(reconnected.find_job("ce-other").value()->id, *other);
}

TEST_F(Printing, AJobNeverHandedOverIsNotFound) {
  auto const found = make_printer().find_job("ce-never");
  ASSERT_TRUE(found) << describe(found.failure());
  EXPECT_EQ(*found, std::nullopt);
}

TEST_F(Printing, AnUnknownJobNumberHasNoKnownOutcome) {
  auto const report = make_printer().job({4711});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.failure().code, FailureCode::printer_outcome_unknown);
}

TEST_F(Printing, AnAddressThatIsNoneIsNamed) {
  for (auto const* uri : {"", "printer", "file:///tmp/x", "ipp://user:secret@127.0.0.1/ipp/print"}) {
    IppPrinterOptions options;
    options.uri = uri;
    auto const status = IppPrinter{options}.status();
    ASSERT_FALSE(status) << uri;
    EXPECT_EQ(status.failure().code, FailureCode::config_value_invalid) << uri;
  }
}

}  // namespace
}  // namespace ce::drivers
