#include "shared/certificate/regions.h"

#include <gmock/gmock.h>

#include "shared/certificate/own_regions.h"

namespace ce::certificate {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view head = "code,name_zh,level,parent\n";
constexpr std::string_view history_head = "code,name_zh,first_seen_mca,last_seen_mca,successor\n";

TEST(Regions, HoldAllOfGuangdong) {
  Regions const regions = testing::own_regions();
  int cities = 0;
  int counties = 0;
  for (Region const& region : regions.all()) {
    cities += region.level == RegionLevel::prefecture ? 1 : 0;
    counties += region.level == RegionLevel::district ? 1 : 0;
  }
  EXPECT_EQ(cities, 21);
  EXPECT_EQ(counties, 122);
}

TEST(Regions, HaveFullNames) {
  Regions const regions = testing::own_regions();
  EXPECT_EQ(regions.full_name("440106"), "广东省广州市天河区");
  EXPECT_EQ(regions.full_name("441900"), "广东省东莞市");
  EXPECT_EQ(regions.full_name("440000"), "广东省");
  EXPECT_EQ(regions.full_name("440116"), "广东省广州市萝岗区") << "retired, but old certificates name it";
  EXPECT_EQ(regions.full_name("440199"), "");
}

TEST(Regions, NameTheirAuthority) {
  Regions const regions = testing::own_regions();
  EXPECT_EQ(regions.authority_name("440106"), "广州市天河区人力资源和社会保障局");
  EXPECT_EQ(regions.authority_name("440100"), "广州市人力资源和社会保障局");
  EXPECT_EQ(regions.authority_name("440281"), "乐昌市人力资源和社会保障局");
  EXPECT_EQ(regions.authority_name("441322"), "博罗县人力资源和社会保障局");
  EXPECT_EQ(regions.authority_name("440000"), "广东省人力资源和社会保障厅");
  EXPECT_EQ(regions.authority_name("450000"), "");
}

TEST(Regions, IssueUnderThePresentCode) {
  Regions const regions = testing::own_regions();
  EXPECT_EQ(regions.issuing_code("440116", 2013), "440116");
  EXPECT_EQ(regions.issuing_code("440116", 2014), "440112");
  EXPECT_EQ(regions.issuing_code("440106", 2030), "440106");
  EXPECT_EQ(regions.issuing_code("440117", 2030), "440117");
}

TEST(Regions, ReadWindowsFiles) {
  auto const regions =
      Regions::parse("\xEF\xBB\xBF" + std::string{head} + "440000,广东省,province,\r\n", history_head);
  ASSERT_TRUE(regions) << describe(regions.failure());
  EXPECT_EQ(regions->find("440000")->name, "广东省");
}

TEST(Regions, RefuseBadFilesWithTheLine) {
  std::string const sound = std::string{head} + "440000,广东省,province,\n440100,广州市,prefecture,440000\n";
  auto const complaint = [](std::string const& regions, std::string const& history) {
    auto const parsed = Regions::parse(regions, history);
    EXPECT_FALSE(parsed);
    EXPECT_EQ(parsed.failure().code, FailureCode::config_malformed);
    return parsed.failure().detail;
  };
  std::string const none{history_head};
  EXPECT_THAT(complaint(sound + "440103,荔湾区,district\n", none),
              HasSubstr("gd_regions.csv line 4: expected 4"));
  EXPECT_THAT(complaint(sound + "450103,荔湾区,district,440100\n", none),
              HasSubstr("line 4: a code is six digits"));
  EXPECT_THAT(complaint(sound + "4401O3,荔湾区,district,440100\n", none),
              HasSubstr("line 4: a code is six digits"));
  EXPECT_THAT(complaint(sound + "440103,荔湾区,village,440100\n", none), HasSubstr("line 4: unknown level"));
  EXPECT_THAT(complaint(sound + "440103,,district,440100\n", none), HasSubstr("line 4: the name is empty"));
  EXPECT_THAT(complaint(sound + "440103,荔湾区,district,440200\n", none), HasSubstr("parent of 440103"));
  EXPECT_THAT(complaint(sound + "440100,广州市,prefecture,440000\n", none), HasSubstr("440100 occurs twice"));
  EXPECT_THAT(complaint(std::string{head}, none), HasSubstr("no region"));
  EXPECT_THAT(complaint(sound, none + "440116,萝岗区,soon,201312,440112\n"),
              HasSubstr("gd_regions_history.csv line 2: a month"));
  EXPECT_THAT(complaint(sound, none + "440116,萝岗区,<=200912,2013xx,440112\n"),
              HasSubstr("line 2: a month"));
  std::string const change = "440116,萝岗区,<=200912,201312,440112\n";
  EXPECT_THAT(complaint(sound, none + change + change), HasSubstr("440116 occurs twice"));
}

}  // namespace
}  // namespace ce::certificate
