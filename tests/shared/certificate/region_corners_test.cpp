#include <gmock/gmock.h>

#include "shared/certificate/number.h"
#include "shared/certificate/own_regions.h"

namespace ce::certificate {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view regions_csv =
    "code,name_zh,level,parent\n440000,广东省,province,\n440100,广州市,prefecture,440000\n"
    "440106,天河区,district,440100\n";
constexpr std::string_view history_csv = "code,name_zh,first_seen_mca,last_seen_mca,successor\n";

std::string fault_of(std::string const& regions, std::string_view history = history_csv) {
  auto const parsed = Regions::parse(regions, history);
  return parsed ? std::string{} : parsed.failure().detail;
}

TEST(RegionFiles, MayComeFromASpreadsheet) {
  std::string text = "\xEF\xBB\xBF";
  for (char const c : regions_csv) text += c == '\n' ? std::string{"\r\n"} : std::string{c};
  auto const parsed = Regions::parse(text, history_csv);
  ASSERT_TRUE(parsed) << describe(parsed.failure());
  EXPECT_EQ(parsed->full_name("440106"), "广东省广州市天河区");
}

TEST(RegionFiles, NameTheLineThatIsWrong) {
  std::string const good{regions_csv};
  EXPECT_THAT(fault_of(good + "440107,多一列,district,440100,x\n"), HasSubstr("line 5: expected 4 fields"));
  for (std::string const code : {"4401", "4401070", "450107", "44010a", "44010/"}) {
    EXPECT_THAT(fault_of(good + code + ",某区,district,440100\n"), HasSubstr("line 5: a code is six digits"))
        << code;
  }
  for (std::string const month : {"20101", "2010/1", "20101a"}) {
    EXPECT_THAT(fault_of(good, std::string{history_csv} + "440116,萝岗区," + month + ",201412,440112\n"),
                HasSubstr("line 2: a month is"));
  }
}

TEST(RetiredCodes, WithoutASuccessorIssueUnderThemselves) {
  auto const parsed = Regions::parse(
      regions_csv,
      std::string{history_csv} + "440116,萝岗区,<=200912,201412,\n440117,从化市,<=200912,201412,440106\n");
  ASSERT_TRUE(parsed) << describe(parsed.failure());
  EXPECT_EQ(parsed->issuing_code("440116", 2020), "440116");
  EXPECT_EQ(parsed->issuing_code("440117", 2020), "440106");
  EXPECT_EQ(parsed->authority_name("440116"), "广州市萝岗区人力资源和社会保障局")
      << "of a table that it has left";
  EXPECT_EQ(parsed->authority_name("440117"), "从化市人力资源和社会保障局");
}

TEST(RetiredCodes, AreFoundFromTheCodeThatTookTheirPlace) {
  auto const regions = testing::own_regions();
  EXPECT_THAT(regions.predecessors("440112"), ::testing::Contains("440116"));
  EXPECT_THAT(regions.predecessors("440106"), ::testing::IsEmpty());
  EXPECT_THAT(regions.predecessors("440117"), ::testing::ElementsAre("440184"));
}

TEST(RetiredCodes, ComeWithThoseWhosePlaceTheyHadTaken) {
  auto const regions = Regions::parse(
      "code,name_zh,level,parent\n440000,广东省,province,\n440100,广州市,prefecture,440000\n"
      "440112,黄埔区,district,440100\n",
      std::string{history_csv} +
          "440102,甲区,<=200912,201012,440116\n"
          "440116,乙区,<=200912,201312,440112\n"
          "440199,丙区,<=200912,201312,440199\n");
  ASSERT_TRUE(regions) << describe(regions.failure());
  EXPECT_THAT(regions->predecessors("440112"), ::testing::ElementsAre("440102", "440116"));
  EXPECT_THAT(regions->predecessors("440199"), ::testing::IsEmpty()) << "nobody comes before himself";
}

TEST(Authorities, OfACityWhoseNameEndsLikeADistrictGoByItAlone) {
  auto const parsed =
      Regions::parse(std::string{regions_csv} + "440200,某某区,prefecture,440000\n", history_csv);
  ASSERT_TRUE(parsed) << describe(parsed.failure());
  EXPECT_EQ(parsed->authority_name("440200"), "某某区人力资源和社会保障局");
}

TEST(Digits, OfTheProvinceAndOfCitiesGoByTheRules) {
  Regions const regions = testing::own_regions();
  NumberRules provincial;
  provincial.provincial_digits = "9999";
  EXPECT_EQ(examine_number("44000024000001", regions, provincial).reason, NumberReason::region_unknown)
      << "the province writes 9999 here";
  EXPECT_TRUE(examine_number("44999924000001", regions, provincial).valid);
  NumberRules cities;
  cities.city_level_01 = true;
  EXPECT_TRUE(examine_number("44190124000001", regions, cities).valid) << "东莞";
  EXPECT_FALSE(examine_number("44190024000001", regions, cities).valid);
  EXPECT_TRUE(examine_number("44010624000001", regions, cities).valid) << "a county's digits are its own";
  EXPECT_EQ(examine_number("4401062400000:", regions).valid, false) << "a character just beyond 9";
}

}  // namespace
}  // namespace ce::certificate
