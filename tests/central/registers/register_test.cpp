#include "central/registers/register.h"

#include <gmock/gmock.h>

#include "central/registers/fixture.h"
#include "central/registers/roll_up.h"

namespace ce::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Register = RegisterTest;

TEST_F(Register, HoldsEveryNumberAndEveryPrint) {
  auto const all = ElementsAre("01 A1", "01 A2", "02 A3", "03 B1", "04", "05", "06");
  EXPECT_THAT(lines(), all);
  for (int const limit : {1, 2, 3}) EXPECT_THAT(lines({}, limit), all) << "in pages of " << limit;
  EXPECT_EQ(registers::lines_of(store, {}, {}, 0).failure().code, FailureCode::input_invalid);
}

TEST_F(Register, PrintsOfAKioskOrOfDaysComeByTime) {
  registers::Filter filter;
  filter.kiosk = "K1";
  for (int const limit : {1, 100}) EXPECT_THAT(lines(filter, limit), ElementsAre("01 A1", "01 A2", "02 A3"));
  filter = {};
  filter.printed_from = filter.printed_to = china_date(later);
  EXPECT_THAT(lines(filter), ElementsAre("03 B1"));
  filter = {};
  filter.printed_to = today;
  for (int const limit : {1, 2, 100})
    EXPECT_THAT(lines(filter, limit), ElementsAre("01 A1", "01 A2", "02 A3"));
}

TEST_F(Register, RegionsYearsAndDaysOfIssueAreFilters) {
  EXPECT_THAT(lines({{"440100"}, 2026}), testing::SizeIs(7));
  EXPECT_THAT(lines({{"440106"}}), testing::SizeIs(7));
  EXPECT_THAT(lines({{"440104"}}), IsEmpty());
  EXPECT_THAT(lines({{"440300"}}), IsEmpty());
  EXPECT_THAT(lines({{}, 2025}), IsEmpty());
  registers::Filter filter;
  filter.issued_from = Date::from_days(today.days() + 1);
  EXPECT_THAT(lines(filter), IsEmpty());
  filter.issued_from = filter.issued_to = today;
  EXPECT_THAT(lines(filter), testing::SizeIs(7));
}

TEST_F(Register, AVoidCertificateStaysWithItsReasonAndSuccessor) {
  auto const page = registers::lines_of(store, {}).value();
  auto const& voided = page.lines.at(2);
  EXPECT_TRUE(voided.revoked);
  EXPECT_EQ(voided.revoked_reason, "姓名有误");
  EXPECT_EQ(voided.successor, numbers[5]);
  EXPECT_EQ(page.lines.back().predecessor, numbers[1]);
  auto const cells = registers::cells_of(voided, registers::Names::masked);
  ASSERT_EQ(cells.size(), registers::columns().size());
  EXPECT_EQ(cells[5], "已作废");
  EXPECT_THAT(cells[11], HasSubstr("作废：姓名有误；更正为 " + numbers[5]));
  auto const& failed = page.lines.at(0);
  EXPECT_EQ(failed.print->outcome, protocol::PrintOutcome::failed);
  EXPECT_EQ(failed.print->cause, "printer_jammed");
  EXPECT_EQ(failed.print->hall, "天河大厅");
}

TEST_F(Register, NamesAreForTheHrssOfTheRegion) {
  using registers::Names;
  EXPECT_EQ(registers::names_for(store.rules().regions, hrss, {"440106"}), Names::whole);
  EXPECT_EQ(registers::names_for(store.rules().regions, city, {"440106"}), Names::whole);
  EXPECT_EQ(registers::names_for(store.rules().regions, hrss, {"440100"}), Names::masked);
  auto other = hrss;
  other.party = credit::Party::employer;
  EXPECT_EQ(registers::names_for(store.rules().regions, other, {"440106"}), Names::masked);
  auto const line = registers::lines_of(store, {}).value().lines.at(0);
  EXPECT_EQ(registers::cells_of(line, Names::masked).at(1), "**明");
  EXPECT_EQ(registers::cells_of(line, Names::whole).at(1), "陈家明");
}

TEST_F(Register, RollsUpFromCountyToCityToProvince) {
  auto const lines = registers::roll_up(store, {}).value();
  std::vector<std::string> regions;
  for (auto const& line : lines) {
    if (line.issued > 0) regions.push_back(line.region + (line.with_all_below ? "+" : ""));
  }
  EXPECT_THAT(regions, ElementsAre("440000+", "440100+", "440106"));
  for (auto const& line : lines) {
    if (line.issued == 0) continue;
    EXPECT_EQ(line.issued, 6);
    EXPECT_EQ(line.revoked, 1);
    EXPECT_EQ(line.printed, 2);
    EXPECT_EQ(line.unresolved, 1);
    EXPECT_EQ(line.blanks_used, 2);
    EXPECT_EQ(line.blanks_void, 1) << "A1 was spoiled";
  }
  registers::Filter filter{{"440106"}};
  filter.kiosk = "K2";
  auto const county = registers::roll_up(store, filter).value();
  ASSERT_EQ(county.size(), 1U);
  EXPECT_EQ(county[0].name, "广东省广州市天河区");
  EXPECT_EQ(county[0].unresolved, 1);
  EXPECT_EQ(county[0].printed, 0);
}

TEST_F(Register, ABlankThatIsUsedAgainIsNotSpoiled) {
  print(numbers[3], "C9", later, protocol::PrintOutcome::failed, FailureCode::printer_unreachable);
  print(numbers[3], "C9", Instant{later.ms + 1000}, protocol::PrintOutcome::confirmed);
  auto const lines = registers::roll_up(store, {{"440106"}}).value();
  EXPECT_EQ(lines.at(0).blanks_void, 1);
  EXPECT_EQ(lines.at(0).blanks_used, 3);
}

/// What is kept of each region, held against counting line by line.
struct KeptCounts : RegisterTest {
  static std::vector<std::string> said(std::vector<registers::RollUp> const& sums) {
    std::vector<std::string> all;
    for (auto const& sum : sums) {
      for (auto const& cell : registers::cells_of(sum)) all.push_back(cell);
    }
    return all;
  }
  void expect_true_counts(std::string const& when) {
    for (registers::Filter filter : {registers::Filter{}, registers::Filter{{"440106"}, 2026}}) {
      auto const kept = said(registers::roll_up(store, filter).value());
      filter.issued_from = Date::parse_iso("2000-01-01").value();
      EXPECT_EQ(kept, said(registers::roll_up(store, filter).value())) << when;
    }
  }
  std::string counted_at() const { return value("SELECT seq FROM register_counted WHERE region = '440106'"); }
};

TEST_F(KeptCounts, FollowWhateverIsIssuedPrintedAndRevoked) {
  expect_true_counts("at first");
  auto const first = counted_at();
  expect_true_counts("as it was kept");
  EXPECT_EQ(counted_at(), first) << "nothing has changed, nothing is written";
  complete_people_more(3);
  expect_true_counts("issued in a batch");
  EXPECT_NE(counted_at(), first);
  print(numbers[3], "C1", later, protocol::PrintOutcome::failed, FailureCode::printer_jammed);
  expect_true_counts("a print that failed");
  print(numbers[4], "C1", Instant{later.ms + 1000}, protocol::PrintOutcome::confirmed);
  expect_true_counts("its blank used by another's");
  ASSERT_TRUE(apply(print_event(numbers[4], "C2", Instant{later.ms + 2000})).acceptance ==
              protocol::Acceptance::accepted);
  expect_true_counts("one that nobody has told of");
  ASSERT_TRUE(issuing::revoke_certificate(store, hrss, numbers[0], "弄虚作假", later));
  expect_true_counts("revoked");
}

// 440116 萝岗区 was merged into 440112 黄埔区: what it issued stays valid, and is the other's to keep.
struct MergedRegister : RegisterTest {
  store::RegionScope const heir{"440112"};
  void SetUp() override {
    RegisterTest::SetUp();
    issued_once("44011214000011", 2014);
    issued_once("44011612000016", 2012);
    issued_once("44011613000017", 2013);
    print("44011612000016", "D1", later, protocol::PrintOutcome::confirmed);
  }
  void issued_once(std::string const& number, int year) {
    auto const region = number.substr(0, 6);
    write("INSERT INTO number_counters (region, year, last_sequence) VALUES ('" + region + "', " +
          std::to_string(year) + ", 17)");
    write(
        "INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, "
        "seal_mode, verdict, issued_ms) SELECT '" +
        number + "', professional, " + std::to_string(year) + ", name, '" + region + "', '" +
        store.rules().regions.authority_name(region) +
        "', '2014-12-01', seal_mode, verdict, issued_ms FROM certificates WHERE number = '" + numbers[0] +
        "'");
  }
};

TEST_F(MergedRegister, TheSuccessorsHasTheNumbersOfTheRetiredCode) {
  for (int const limit : {1, 2, 100}) EXPECT_THAT(lines({heir}, limit), ElementsAre("11", "16 D1", "17"));
  EXPECT_THAT(lines({heir, 2013}), ElementsAre("17"));
  EXPECT_THAT(lines({{"440116"}}), ElementsAre("16 D1", "17")) << "asked for by itself";
  EXPECT_THAT(lines({{"440106"}}), testing::SizeIs(7)) << "nobody else's";
  EXPECT_THAT(lines({{"440100"}}), testing::SizeIs(10)) << "the city's has each once";
  registers::Filter prints{heir};
  EXPECT_EQ(registers::count_lines(store, prints).value(), 3);
  prints.kiosk = "K1";
  for (int const limit : {1, 100}) EXPECT_THAT(lines(prints, limit), ElementsAre("16 D1"));
  EXPECT_EQ(registers::count_lines(store, prints).value(), 1);
  prints.kiosk.clear();
  prints.printed_from = china_date(later);
  EXPECT_THAT(lines(prints), ElementsAre("16 D1"));
  EXPECT_EQ(registers::count_lines(store, prints).value(), 1);
}

TEST_F(MergedRegister, SaysUnderWhichCodeANumberWasIssued) {
  auto const page = registers::lines_of(store, {heir}).value();
  EXPECT_EQ(page.lines.at(0).retired, "");
  auto const remark = registers::cells_of(page.lines.at(1), registers::Names::masked).at(11);
  EXPECT_EQ(remark, "以原 广东省广州市萝岗区 代码 440116 编号");
  auto huangpu = hrss;
  huangpu.region = "440112";
  EXPECT_EQ(registers::names_for(store.rules().regions, huangpu, {"440116"}), registers::Names::whole);
  EXPECT_EQ(registers::names_for(store.rules().regions, hrss, {"440116"}), registers::Names::masked);
}

TEST_F(MergedRegister, RollsUpIntoItsSuccessor) {
  auto const sums = registers::roll_up(store, {heir}).value();
  std::vector<std::string> told;
  for (auto const& line : sums)
    told.push_back(line.region + (line.with_all_below ? "+ " : " ") + line.name + ' ' +
                   std::to_string(line.issued) + ' ' + std::to_string(line.printed));
  EXPECT_THAT(told, ElementsAre("440112+ 广东省广州市黄埔区 3 1", "440112 广东省广州市黄埔区 1 0",
                                "440116 广东省广州市萝岗区（已撤销） 2 1"));
  auto const province = registers::roll_up(store, {}).value();
  EXPECT_EQ(province.front().issued, 9) << "each once";
}

}  // namespace
}  // namespace ce::test
