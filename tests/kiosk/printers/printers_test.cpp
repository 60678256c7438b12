// Which printer it is, and how far it needs the paper's words moved.
#include <gtest/gtest.h>

#include "kiosk/printers/offset_book.h"
#include "kiosk/printers/printer_card.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::printers {
namespace {

ports::PrinterStatus printer(std::string uuid, std::string make = "Hall Printer 3000") {
  ports::PrinterStatus status;
  status.uuid = std::move(uuid);
  status.make_and_model = std::move(make);
  return status;
}

class Book : public testing::Test {
 protected:
  test::TempDirectory directory_;
  std::filesystem::path file_ = directory_ / "printer_offsets";
  OffsetBook book_{file_, "ipp://10.0.0.7/ipp/print"};
};

TEST_F(Book, APrinterThatWasNeverCalibratedHasNoOffsetsNotZeroOnes) {
  EXPECT_EQ(book_.of(printer("urn:uuid:1")).value(), std::nullopt);
  EXPECT_EQ(book_.placement(printer("urn:uuid:1")).failure().code, FailureCode::paper_uncalibrated);
  ASSERT_TRUE(book_.keep(printer("urn:uuid:1"), {}));
  EXPECT_EQ(book_.of(printer("urn:uuid:1")).value(), Offset{});
  EXPECT_TRUE(book_.placement(printer("urn:uuid:1")).ok());
}

TEST_F(Book, EachPrinterKeepsItsOwn) {
  ASSERT_TRUE(book_.keep(printer("urn:uuid:1"), {15, -4}));
  ASSERT_TRUE(book_.keep(printer("urn:uuid:2"), {-200, 200}));
  ASSERT_TRUE(book_.keep(printer("urn:uuid:1"), {16, -5}));
  OffsetBook const again{file_, "ipp://elsewhere/"};
  EXPECT_EQ(again.of(printer("urn:uuid:1")).value(), (Offset{16, -5}));
  EXPECT_EQ(again.of(printer("urn:uuid:2")).value(), (Offset{-200, 200}));
  EXPECT_EQ(again.all().value().size(), 2U);
  auto const placed = again.placement(printer("urn:uuid:1")).value();
  EXPECT_TRUE(placed.preprinted);
  EXPECT_DOUBLE_EQ(placed.right_mm, 1.6);
  EXPECT_DOUBLE_EQ(placed.down_mm, -0.5);
}

TEST_F(Book, WithoutAUuidThePrinterIsItsAddress) {
  ASSERT_TRUE(book_.keep(printer(""), {7, 7}));
  EXPECT_EQ(book_.of(printer("", "the same after an update")).value(), (Offset{7, 7}));
  OffsetBook const elsewhere{file_, "ipp://10.0.0.8/ipp/print"};
  EXPECT_EQ(elsewhere.of(printer("")).value(), std::nullopt);
}

TEST_F(Book, WhatAPrinterSaysOfItselfCannotBreakTheFile) {
  ASSERT_TRUE(book_.keep(printer("a uuid\nwith ends", "make\n9 9 urn:uuid:1 forged"), {1, 2}));
  EXPECT_EQ(book_.of(printer("urn:uuid:1")).value(), std::nullopt);
  EXPECT_EQ(book_.of(printer("a uuid\nwith ends")).value(), (Offset{1, 2}));
}

TEST_F(Book, ADamagedFileIsSaidAndNotTakenForZero) {
  ASSERT_TRUE(book_.keep(printer("urn:uuid:1"), {1, 2}));
  for (std::string const damage : {"0 2001 urn:uuid:3 far off", "1", "x y z"}) {
    test::write_all(file_, "1 2 urn:uuid:1 make\n" + damage + "\n");
    auto const all = book_.all();
    ASSERT_FALSE(all) << damage;
    EXPECT_EQ(all.failure().code, FailureCode::storage_corrupt);
    EXPECT_NE(all.failure().detail.find(":2:"), std::string::npos) << all.failure().detail;
    EXPECT_FALSE(book_.keep(printer("urn:uuid:1"), {3, 3})) << "what is there is not overwritten unread";
  }
}

TEST(Millimetres, AreReadAndWrittenToATenth) {
  EXPECT_EQ(tenths_of("1.5").value(), 15);
  EXPECT_EQ(tenths_of("-0.4").value(), -4);
  EXPECT_EQ(tenths_of("+2").value(), 20);
  EXPECT_EQ(tenths_of("20").value(), 200);
  EXPECT_EQ(millimetres(-4), "-0.4");
  EXPECT_EQ(millimetres(0), "+0.0");
  for (char const* bad : {"", "-", "1.", ".5", "1.55", "20.1", "-20.1", "100", "1,5", "1e1", "1 5", "--1"}) {
    EXPECT_EQ(tenths_of(bad).failure().code, FailureCode::input_invalid) << bad;
  }
}

TEST(Card, TheFirstPrinterIsTakenAndAnotherWaitsForStaff) {
  test::TempDirectory const directory;
  log::Logger const logger = log::Logger::to_stderr();
  PrinterCard card{directory / "printer", logger};
  EXPECT_TRUE(card.is_same(printer("urn:uuid:1")));
  EXPECT_FALSE(card.is_same(printer("urn:uuid:2")));
  ASSERT_TRUE(card.accept(printer("urn:uuid:2")));
  EXPECT_TRUE(card.is_same(printer("urn:uuid:2")));
  EXPECT_FALSE(card.is_same(printer("urn:uuid:1")));
}

}  // namespace
}  // namespace ce::printers
