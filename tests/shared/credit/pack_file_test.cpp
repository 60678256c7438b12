#include "shared/credit/pack_file.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "shared/credit/shelf.h"
#include "shared/credit/switches.h"

namespace ce::credit {
namespace {

using ::testing::HasSubstr;

std::string const sound_pack = R"(id = "X"
from_year = 2011
to_year = 2012
[hours]
public = 18
professional = 42
elective = "12.5"
total = "72.5"
day = 6
professional_mandatory = 14
[switches]
day_credit = "actual"
carry_over = true
[[study_guide]]
year = 2011
professional_mandatory = 20
)";

std::string with(std::string text, std::string_view from, std::string_view to) {
  auto const at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

RulePack parsed(std::string const& text) {
  auto pack = parse_pack(text, "x.toml");
  EXPECT_TRUE(pack) << describe(pack.failure());
  return *std::move(pack);
}

TEST(PackFile, ReadsFiguresSwitchesAndGuides) {
  RulePack const pack = parsed(sound_pack);
  EXPECT_EQ(pack.id, "X");
  EXPECT_EQ(pack.elective_required, CreditUnits{1125});
  EXPECT_EQ(pack.mandatory_min, CreditUnits::hours(14));
  EXPECT_EQ(pack.switches.day_credit, DayCredit::actual);
  EXPECT_TRUE(pack.switches.carry_over);
  EXPECT_EQ(pack.guide_of(2011), StudyGuide{CreditUnits::hours(20)});
  EXPECT_EQ(pack.guide_of(2012), std::nullopt);
}

struct Bad {
  std::string_view from;
  std::string_view to;
  std::string_view complaint;
};

class BadPack : public ::testing::TestWithParam<Bad> {};

TEST_P(BadPack, IsRefusedWithLineAndKey) {
  auto const pack = parse_pack(with(sound_pack, GetParam().from, GetParam().to), "x.toml");
  ASSERT_FALSE(pack);
  EXPECT_EQ(pack.failure().code, FailureCode::pack_invalid);
  EXPECT_THAT(pack.failure().detail, HasSubstr(std::string{GetParam().complaint}));
}

INSTANTIATE_TEST_SUITE_P(
    Every, BadPack,
    ::testing::Values(
        Bad{"id = \"X\"", "id = \"X", "x.toml line 1, column 8: "},
        Bad{"id = \"X\"", "id = \"\"", "id: write a name"},
        Bad{"id = \"X\"", "id = \"a b\"", "id: write a name"},
        Bad{"id = \"X\"", "id = 5", "id: write a name"},
        Bad{"from_year = 2011", "from_yaer = 2011", "x.toml line 2: from_yaer: unknown key"},
        Bad{"from_year = 2011\n", "", "from_year: missing"},
        Bad{"from_year = 2011", "from_year = \"2011\"", "x.toml line 2: from_year: expected a year"},
        Bad{"from_year = 2011", "from_year = 2009", "expected a year from 2010"},
        Bad{"to_year = 2012", "to_year = 2010", "x.toml line 3: to_year: before from_year"},
        Bad{"[hours]", "[ours]", "ours: unknown key"},
        Bad{"public = 18", "public = -1", "x.toml line 5: public: expected credit hours"},
        Bad{"public = 18", "public = 0.001", "in steps of 30 s"},
        Bad{"public = 18", "public = \"eighteen\"", "public: expected credit hours"},
        Bad{"public = 18", "public = 18.5", "or \"10.5\" in quotes"},
        Bad{"public = 18", "public = \"18.01\"", "in steps of 30 s"},
        Bad{"public = 18", "public = true", "public: expected credit hours"},
        Bad{"public = 18\n", "", "public: missing"}, Bad{"public = 18", "publik = 18", "publik: unknown key"},
        Bad{"public = 18", "public = nan", "public: expected credit hours"},
        Bad{"public = 18", "public = 99999999", "public: expected credit hours"},
        Bad{"day = 6", "day = 0", "day: a study day counts more than nothing"},
        Bad{"total = \"72.5\"", "total = 72", "total: less than the three subjects"},
        Bad{"professional_mandatory = 14", "professional_mandatory = 43",
            "more than the professional subject"},
        Bad{"\"actual\"", "\"maybe\"",
            "x.toml line 12: switches: day_credit: known values are fixed, actual"},
        Bad{"\"actual\"", "3", "known values are fixed, actual"},
        Bad{"day_credit", "dya_credit", "dya_credit: no such switch"},
        Bad{"[switches]\nday_credit = \"actual\"\ncarry_over = true\n", "switches = 1\n",
            "switches: unknown key"},
        Bad{"year = 2011\nprofessional_mandatory = 20", "year = 2013\nprofessional_mandatory = 20",
            "outside the years of this pack"},
        Bad{"professional_mandatory = 20", "professional_mandatory = 13",
            "below the least that article 6 asks"},
        Bad{"professional_mandatory = 20", "professional_mandatory = 43",
            "more than the professional subject"},
        Bad{"professional_mandatory = 20", "professional_mandatory = 20\nauthor = 1", "author: unknown key"},
        Bad{"professional_mandatory = 20",
            "professional_mandatory = 20\n[[study_guide]]\nyear = 2011\nprofessional_mandatory = 20",
            "has two study guides"},
        Bad{"[[study_guide]]", "[study_guide]", "study_guide: expected [[study_guide]] tables"}));

// Article 6 asks for a third, whatever the pack's own least says.
TEST(PackFile, RefusesAGuideBelowAThird) {
  auto const lower = with(sound_pack, "professional_mandatory = 14", "professional_mandatory = 0");
  auto const guided = [&lower](std::string_view hours) {
    return parse_pack(with(lower, "professional_mandatory = 20", hours), "x.toml");
  };
  EXPECT_TRUE(guided("professional_mandatory = 14"));
  auto const refused = guided("professional_mandatory = \"1259/90\"");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.failure().detail, HasSubstr("below the least that article 6 asks"));
  EXPECT_THAT(refused.failure().detail, HasSubstr("professional_mandatory"));
}

TEST(PackFile, ReadsBackWhatWasFrozen) {
  RulePack pack = parsed(sound_pack);
  pack.public_required = CreditUnits{1619};  // no finite decimal
  pack.switches.numbering.provincial_digits = "9900";
  pack.switches.seal_mode = certificate::SealMode::window_stamp;
  RulePack const again = parsed(pack_text(pack));
  EXPECT_EQ(again.public_required, pack.public_required);
  EXPECT_EQ(settings_of(again.switches), settings_of(pack.switches));
  EXPECT_EQ(again.guide_of(2011), pack.guide_of(2011));
  EXPECT_EQ(pack_text(again), pack_text(pack));
}

TEST(PackFile, SwitchesMayBeLeftOut) {
  RulePack const pack =
      parsed(with(sound_pack, "[switches]\nday_credit = \"actual\"\ncarry_over = true\n", ""));
  EXPECT_EQ(settings_of(pack.switches), settings_of(Switches{}));
}

TEST(Switches, EveryValueCanBeSetAndRead) {
  for (auto const& setting : settings_of(Switches{})) {
    Switches switches;
    EXPECT_TRUE(is_switch(setting.name));
    EXPECT_TRUE(set_switch(switches, setting.name, setting.value));
    EXPECT_FALSE(set_switch(switches, setting.name, "no such value"));
  }
  EXPECT_FALSE(is_switch("colour"));
  Switches switches;
  ASSERT_TRUE(set_switch(switches, "year_digits", "issue_year"));
  EXPECT_TRUE(switches.numbering.issue_year_digits);
  EXPECT_THAT(settings_of(switches), ::testing::Contains(SwitchSetting{"year_digits", "issue_year"}));
  EXPECT_FALSE(set_switch(switches, "provincial_digits", "00"));
  EXPECT_FALSE(set_switch(switches, "provincial_digits", "00x0"));
}

TEST(Shelf, FindsThePackOfAYear) {
  RulePack second =
      parsed(with(with(with(sound_pack, "2011", "2013"), "2012", "2014"), "year = 2011", "year = 2013"));
  second.id = "Y";
  auto const shelf = PackShelf::make({second, parsed(sound_pack)});
  ASSERT_TRUE(shelf);
  EXPECT_EQ((*shelf->of_year(2012))->id, "X");
  EXPECT_EQ((*shelf->of_year(2013))->id, "Y");
  EXPECT_EQ(shelf->of_year(2015).failure().code, FailureCode::year_without_pack);
  EXPECT_EQ(shelf->find("Y")->from_year, 2013);
  EXPECT_EQ(shelf->find("Z"), nullptr);
  EXPECT_EQ(shelf->all().front().id, "X");
}

TEST(Shelf, RefusesTwoPacksForOneYearOrName) {
  RulePack other = parsed(sound_pack);
  EXPECT_THAT(PackShelf::make({other, other}).failure().detail, HasSubstr("two packs are named X"));
  other.id = "Y";
  other.from_year = 2012;
  other.to_year = 2030;
  EXPECT_THAT(PackShelf::make({other, parsed(sound_pack)}).failure().detail,
              HasSubstr("year 2012 has two packs"));
}

TEST(OwnPacks, CoverEveryYearFrom2010) {
  std::vector<RulePack> packs;
  for (auto const& entry : std::filesystem::directory_iterator{CE_SOURCE_DIR "/config/rules"}) {
    std::ifstream in{entry.path()};
    packs.push_back(parsed({std::istreambuf_iterator<char>{in}, {}}));
  }
  auto const shelf = PackShelf::make(std::move(packs));
  ASSERT_TRUE(shelf) << describe(shelf.failure());
  for (int year = 2010; year <= 2099; ++year) EXPECT_TRUE(shelf->of_year(year)) << year;
  EXPECT_EQ((*shelf->of_year(2011))->total_required, CreditUnits::hours(72));
  EXPECT_EQ((*shelf->of_year(2020))->total_required, CreditUnits::hours(84));
  EXPECT_EQ((*shelf->of_year(2023))->total_required, CreditUnits::hours(90));
}

}  // namespace
}  // namespace ce::credit
