// Where lines end, and how they are set.
#include <algorithm>
#include <set>

#include "kiosk/widgets/line_breaks.h"
#include "kiosk/widgets/text_layout.h"
#include "open_atlas.h"

namespace ce::widgets {
namespace {

using std::literals::operator""sv;

TEST(LineBreaks, FollowTheRulesOfPunctuation) {
  EXPECT_TRUE(may_break(U"建筑", 1));
  EXPECT_FALSE(may_break(U"学时。", 2)) << "no full stop begins a line";
  EXPECT_FALSE(may_break(U"（必修", 1)) << "no bracket ends one";
  EXPECT_FALSE(may_break(U"2026", 2)) << "a number stays whole";
  EXPECT_TRUE(may_break(U"按2026", 1));
  EXPECT_FALSE(may_break(U"20 学时", 3)) << "nor does it lose its unit";
  EXPECT_FALSE(may_break(U"44 min", 3));
  EXPECT_TRUE(may_break(U"51 h 44 min", 5)) << "the ring's two lines";
  EXPECT_FALSE(may_break(U"Professional 14 h 1 min", 18)) << "one number in a sentence";
  EXPECT_FALSE(may_break(U"专业科目 14 学时 1 分钟", 11));
  EXPECT_TRUE(may_break(U"科目 20", 3));
  EXPECT_FALSE(may_break(U"请联网后再核验", 1)) << "it leads on to what is asked for";
  EXPECT_TRUE(may_break(U"先申请再办", 3)) << "and here it does not";
  EXPECT_FALSE(may_break(U"咨询电话 12333", 3));
  EXPECT_TRUE(may_break(U"咨询电话 12333", 5));
  EXPECT_FALSE(may_break(U"正在等待工作人员校准", 3));
  EXPECT_FALSE(may_break(U"平台 · 专业", 3)) << "no dot begins a line";
  EXPECT_TRUE(is_pause(U"平台 · 专业", 5));
  EXPECT_TRUE(is_pause(U"学时、专业", 3));
  EXPECT_TRUE(is_pause(U"科目（必修", 2));
  EXPECT_FALSE(is_pause(U"专业科目", 2));
}

// "选修科目 / 6 学时" reads as if the hours were of something else.
TEST(LineBreaks, AMeasureStaysWithWhatItIsTheMeasureOf) {
  EXPECT_FALSE(may_break(U"选修科目 6 学时", 5));
  EXPECT_FALSE(may_break(U"professional 6 h", 13));
  EXPECT_TRUE(may_break(U"14 学时 1 分钟", 6)) << "two measures in a row may part";
  EXPECT_TRUE(may_break(U"学时、 6 学时", 4)) << "and what a mark ends is no word before it";
  auto atlas = open_atlas();
  std::u32string const text = U"还差专业科目 14 学时 1 分钟、专业科目必修 6 学时、选修科目 6 学时";
  float const width = measure(atlas, U"专业科目必修 6 学时、选修科目", 30, Weight::regular) + 2;
  auto const layout = lay_out_together(atlas, text, 30, Weight::regular, width, 3);
  ASSERT_EQ(layout.lines.size(), 3U);
  EXPECT_EQ(layout.lines[1].text, U"专业科目必修 6 学时、");
  EXPECT_EQ(layout.lines[2].text, U"选修科目 6 学时");
}

TEST(LineBreaks, ALatinMarkIsFollowedByABlankAndIsAPauseAllTheSame) {
  EXPECT_TRUE(is_pause(U"14 h 1 min, mandatory", 12));
  EXPECT_TRUE(is_pause(U"valid. Please", 7));
  EXPECT_FALSE(is_pause(U"please check", 7));
  EXPECT_FALSE(is_pause(U"请按“退出”", 2)) << "nor does one pause before a quotation";
}

TEST(LineBreaks, NoWordOfTheRegisterIsTorn) {
  for (auto const text : {U"学习"sv, U"声音"sv, U"更正"sv, U"缺失"sv, U"平台"sv, U"发证单位"sv, U"说明"sv,
                          U"作废"sv, U"撤销"sv, U"居住证"sv, U"本机"sv, U"二维码"sv, U"加纸"sv, U"人员"sv}) {
    for (std::size_t at = 1; at < text.size(); ++at) EXPECT_FALSE(may_break(text, at));
  }
}

TEST(TextLayout, NoDotHangsAtTheEndOfALine) {
  auto atlas = open_atlas();
  std::u32string const text = U"专业科目必修 · 广东省建设工程质量安全检测总站";
  float const width = measure(atlas, U"广东省建设工程质量安全检测总站", 30, Weight::regular) + 2;
  for (auto const way : {lay_out, lay_out_together, lay_out_balanced}) {
    auto const layout = way(atlas, text, 30, Weight::regular, width, 0);
    ASSERT_EQ(layout.lines.size(), 2U);
    for (auto const& line : layout.lines) {
      EXPECT_NE(line.text.back(), U'·');
      EXPECT_EQ(line.width, measure(atlas, line.text, 30, Weight::regular));
    }
  }
}

TEST(LineBreaks, TearNeitherADateNorAWordOfTheHall) {
  std::u32string const date = U"于2026年1月15日颁发";
  for (std::size_t at = 2; at <= 9; ++at) EXPECT_FALSE(may_break(date, at)) << at;
  EXPECT_TRUE(may_break(date, 11));
  std::u32string const office = U"天河区人力资源和社会保障局";
  std::set<std::size_t> breaks;
  for (std::size_t at = 1; at < office.size(); ++at) {
    if (may_break(office, at)) breaks.insert(at);
  }
  EXPECT_EQ(breaks, (std::set<std::size_t>{1, 2, 3, 7, 8}));
  std::u32string const until = U"until 25 Nov 2026, 14:05 on 3 tables";
  EXPECT_TRUE(may_break(until, 6));
  EXPECT_FALSE(may_break(until, 9)) << "25 / Nov";
  EXPECT_FALSE(may_break(until, 13)) << "Nov / 2026";
  EXPECT_TRUE(may_break(until, 19)) << "before the time";
}

TEST(TextLayout, MarksThatFollowEachOtherStandCloser) {
  auto atlas = open_atlas();
  auto const wide = [&](std::u32string const& text) { return measure(atlas, text, 30, Weight::regular); };
  EXPECT_EQ(wide(U"退出”，本次"), wide(U"退出”") + wide(U"，本次") - 15);
  EXPECT_EQ(wide(U"学时）。"), wide(U"学时）") + wide(U"。") - 15);
  EXPECT_EQ(wide(U"，（必修"), wide(U"，") + wide(U"（必修") - 15);
  EXPECT_EQ(wide(U"学时，必修"), wide(U"学时") + wide(U"，") + wide(U"必修"));
  // At the end of its line a mark has its whole square again.
  float const width = wide(U"按“退出”");
  auto const layout = lay_out(atlas, U"按“退出”（必修）", 30, Weight::regular, width, 0);
  EXPECT_FALSE(layout.cut);
  EXPECT_EQ(layout.lines.front().text, U"按“退出”");
  EXPECT_EQ(layout.lines.front().width, width);
}

TEST(TextLayout, WrapsWithinItsWidthAndLosesNothing) {
  auto atlas = open_atlas();
  std::u32string const text = U"专业科目还差 14 学时，其中必修内容至少 6 学时。选修科目由您与用人单位商定。";
  auto const layout = lay_out(atlas, text, 30, Weight::regular, 400, 0);
  EXPECT_GT(layout.lines.size(), 2U);
  std::u32string together;
  for (auto const& line : layout.lines) {
    EXPECT_LE(line.width, 400);
    together += line.text;
  }
  std::u32string without_blanks;
  for (char32_t const c : text) {
    if (c != U' ') without_blanks += c;
  }
  std::erase(together, U' ');
  EXPECT_EQ(together, without_blanks);
  EXPECT_FALSE(layout.cut);
}

TEST(TextLayout, EndsInAnEllipsisWhereThereIsNoRoom) {
  auto atlas = open_atlas();
  auto const layout = lay_out(atlas, U"广东省建筑设计研究院有限公司", 30, Weight::regular, 200, 1);
  ASSERT_EQ(layout.lines.size(), 1U);
  EXPECT_TRUE(layout.cut);
  EXPECT_EQ(layout.lines[0].text.back(), U'…');
  EXPECT_LE(layout.lines[0].width, 200);
}

TEST(TextLayout, BalancedHeadingsLeaveNoOrphan) {
  auto atlas = open_atlas();
  auto const layout =
      lay_out_balanced(atlas, U"证书已打印，请从出纸口取走您的证书", 40, Weight::bold, 640, 2);
  ASSERT_EQ(layout.lines.size(), 2U);
  EXPECT_GT(layout.lines[1].text.size(), 5U);
}

TEST(TextLayout, NoCharacterIsLeftAloneOnTheLastLine) {
  auto atlas = open_atlas();
  std::u32string const text = U"号码校验位不正确，请对照身份证逐位检查后重新输入";
  float const width = measure(atlas, text, 30, Weight::regular) - 1;
  ASSERT_LT(lay_out(atlas, text, 30, Weight::regular, width, 0).lines.back().text.size(), 2U);
  auto const layout = lay_out_together(atlas, text, 30, Weight::regular, width, 0);
  ASSERT_EQ(layout.lines.size(), 2U);
  EXPECT_GT(layout.lines[1].text.size(), 5U);
  EXPECT_EQ(layout.lines[0].text + layout.lines[1].text, text);
}

TEST(TextLayout, ALastLineOfSomeLengthStaysAsItFalls) {
  auto atlas = open_atlas();
  std::u32string const text = U"专业科目还差学时，选修科目由您与用人单位商定。";
  auto const plain = lay_out(atlas, text, 30, Weight::regular, 560, 0);
  auto const layout = lay_out_together(atlas, text, 30, Weight::regular, 560, 0);
  ASSERT_EQ(plain.lines.size(), 2U);
  EXPECT_EQ(layout.lines[0].text, plain.lines[0].text);
}

TEST(TextLayout, LinesEndWhereAReaderPausesOfTwoIfThatTakesNoMore) {
  auto atlas = open_atlas();
  std::u32string const text = U"还差公需科目 12 学时、研修课程 24 学时。";
  float const width = measure(atlas, U"还差公需科目 12 学时、研修", 30, Weight::regular) + 2;
  auto const plain = lay_out(atlas, text, 30, Weight::regular, width, 0);
  ASSERT_EQ(plain.lines[0].text.back(), U'修') << "which tears a course's name apart";
  for (auto const way : {lay_out_together, lay_out_balanced}) {
    auto const layout = way(atlas, text, 30, Weight::regular, width, 0);
    EXPECT_EQ(layout.lines.size(), plain.lines.size());
    EXPECT_EQ(layout.lines[0].text.back(), U'、');
  }
  std::u32string const short_start = U"还差、专业科目二十学时和选修科目学时";
  auto const kept = lay_out_together(atlas, short_start, 30, Weight::regular, width, 0);
  EXPECT_NE(kept.lines[0].text.back(), U'、') << "nor does it leave a line half empty";
}

// Of the pauses that leave both lines room, not the last one that the first line has room for.
TEST(TextLayout, TwoLinesInTheMiddlePartWhereASentenceEnds) {
  auto atlas = open_atlas();
  auto const first_line = [&](std::u32string const& text, std::u32string const& room) {
    float const width = measure(atlas, room, 30, Weight::regular) + 2;
    auto const layout = lay_out_balanced(atlas, text, 30, Weight::regular, width, 3);
    EXPECT_EQ(layout.lines.size(), 2U);
    return layout.lines.front().text;
  };
  EXPECT_EQ(first_line(U"打印机需要工作人员处理。不等候请按“退出”，本次打印随即取消",
                       U"打印机需要工作人员处理。不等候请按“退出”，本"),
            U"打印机需要工作人员处理。");
  EXPECT_EQ(first_line(U"系统中没有该编号的证书，请核对编号；如有疑问，请到服务台咨询。",
                       U"系统中没有该编号的证书，请核对编号；如有"),
            U"系统中没有该编号的证书，请核对编号；");
  EXPECT_EQ(first_line(U"To protect your data, you will be signed out in 50 seconds.",
                       U"To protect your data, you will be signed out"),
            U"To protect your data,");
}

// Three narrow lines beside an empty third of the card looked like a mistake.
TEST(TextLayout, AnOrphanMakesNoNarrowColumn) {
  auto atlas = open_atlas();
  std::u32string const text =
      U"请看打印机是否开机、与本机在同一个网络里，也请看它打开了没有，再把电源和网线都看一遍，最后再试一次。";
  constexpr float em = 30;
  bool alone = false;
  for (float width = em * 12; width < em * 24; width += em) {
    auto const plain = lay_out(atlas, text, 30, Weight::regular, width, 0);
    if (plain.lines.size() < 3 || plain.lines.back().width >= em * 3) continue;
    alone = true;
    auto const layout = lay_out_together(atlas, text, 30, Weight::regular, width, 0);
    EXPECT_EQ(layout.lines.size(), plain.lines.size()) << width;
    EXPECT_GE(layout.lines.back().width, em * 3) << width;
    EXPECT_GE(layout.width, width * 0.8F) << width;
  }
  EXPECT_TRUE(alone) << "a width that leaves one alone";
}

TEST(TextLayout, AMarkThatOpensALineStandsAtItsEdge) {
  auto atlas = open_atlas();
  auto const layout = lay_out(atlas, U"“退出”", 30, Weight::regular, 400, 0);
  ASSERT_EQ(layout.lines.size(), 1U);
  EXPECT_EQ(layout.lines[0].lead, 15) << "half of the square, which is blank";
  EXPECT_EQ(layout.lines[0].width, measure(atlas, U"“退出”", 30, Weight::regular) - 15);
  EXPECT_EQ(lay_out(atlas, U"退出", 30, Weight::regular, 400, 0).lines[0].lead, 0);
}

TEST(TextLayout, ShowsMalformedTextAsOneSignInsteadOfNothing) {
  EXPECT_EQ(code_points("\xC3\x28"), U"\uFFFD");
}

}  // namespace
}  // namespace ce::widgets
