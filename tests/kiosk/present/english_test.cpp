// The second language: complete, filled as the first, and the regulation's terms the same as the regulation's
// own.
#include "kiosk/present/terms.h"
#include "kiosk/present/vocabulary.h"
#include "presented.h"
#include "shared/credit/words.h"

namespace ce::present {
namespace {

std::string english_text() {
  return test::read_all(std::string{CE_SOURCE_DIR} + "/assets/strings/en.toml");
}

Words const& english() {
  static Words const parsed = [] {
    auto result = Words::parse_beside(words(), english_text());
    if (!result) ADD_FAILURE() << describe(result.failure());
    return std::move(result).value();
  }();
  return parsed;
}

std::string with(std::string const& old, std::string const& now) {
  auto text = english_text();
  auto const at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), now);
}

void expect_refused(std::string const& text, std::string const& saying) {
  auto const parsed = Words::parse_beside(words(), text);
  ASSERT_FALSE(parsed) << saying;
  EXPECT_NE(parsed.failure().detail.find(saying), std::string::npos) << parsed.failure().detail;
}

TEST(English, WhatIsMissingUnknownOrFilledOtherwiseIsNamed) {
  expect_refused(with("stay = \"Continue\"\n", ""), "缺少 countdown.stay");
  expect_refused(with("stay = \"Continue\"\n", "stay = \"Continue\"\ngo = \"x\"\n"), "多余 countdown.go");
  expect_refused(with("Page {page} of {pages}", "Page {page}"), "花括号内容与 zh.toml 不同 progress.page");
}

TEST(English, WhatStaffReadAndWhatIsPrintedStaysChinese) {
  EXPECT_EQ(english().of(FailureCode::printer_jammed).staff, words().of(FailureCode::printer_jammed).staff);
  EXPECT_EQ(english()[Word::preview_sheet_text], words()[Word::preview_sheet_text]);
  expect_refused(with("[home]\n", "[home]\npaper_low = \"{left} left\"\n"), "多余 home.paper_low");
}

TEST(English, NoChineseIsLeftWhereEnglishIsMeant) {
  for (auto code : all_failure_codes) {
    auto const& said = english().of(code);
    for (auto const& text : {said.headline, said.advice}) {
      for (char c : text) EXPECT_LT(static_cast<unsigned char>(c), 0x80U) << text;
    }
  }
}

TEST(English, TheChineseTermsAreTheRegulations) {
  using credit::Subject;
  for (auto subject : {Subject::public_subject, Subject::professional, Subject::elective}) {
    EXPECT_EQ(subject_name(subject, words()), credit::words_for(subject));
    EXPECT_EQ(short_subject_name(subject, words()), credit::words_for(subject));
  }
  for (int note = 0; note <= static_cast<int>(credit::Note::overlap_warning); ++note) {
    auto const one = static_cast<credit::Note>(note);
    EXPECT_EQ(note_sentence(one, words()), credit::sentence(one));
  }
  for (std::int64_t count : {0, 1, 2, 45, 46, 47, 90, 135, 136, 1619, 6480}) {
    EXPECT_EQ(hours_text({count}, words()), credit::hours_text({count})) << count;
    EXPECT_EQ(hours_number({count}, words()), credit::hours_number({count})) << count;
  }
  Instant const moment{1'795'413'900'000};
  EXPECT_EQ(moment_text(moment, words()), china_minute_words(moment));
  EXPECT_EQ(day_text(day(2026, 3, 1), words()), day(2026, 3, 1).chinese());
}

TEST(English, AVisitIsInItsLanguage) {
  auto state = serving(year_of_hours(18, 20, 3, 6));
  state.mode.language = session::Language::english;
  auto const view = present(state, {"天河区服务大厅", {1'795'413'900'000}, {}}, english());
  EXPECT_EQ(view.frame.date, "Monday, 23 Nov 2026");
  EXPECT_EQ(view.frame.hall, "天河区服务大厅");
  auto const& body = std::get<ProgressView>(view.body);
  EXPECT_EQ(body.verdict.text, "28 h to go");
  EXPECT_EQ(body.missing.front(),
            "Still missing: Professional 22 h, mandatory professional 11 h, Elective 6 h");
  EXPECT_EQ(moment_text({1'795'413'900'000}, english()), "23 Nov 2026, 14:05");
  EXPECT_EQ(hours_text(CreditUnits::minutes(17 * 45 + 44), english()), "17 h 44 min");
}

}  // namespace
}  // namespace ce::present
