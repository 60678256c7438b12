#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/credit/verdict.h"

/// The regulation's own words, so that kiosk, central and command line tell a person the same. UTF-8 Chinese.
namespace ce::credit {

/// "6 学时", "10.5 学时", "17 学时 44 分钟": exact; what is no half hour is told in minutes, of
/// which 45 make an hour (article 3).
[[nodiscard]] std::string hours_text(CreditUnits units);
/// "6", "10.5", "17 学时 44 分钟": for a table whose heading says 学时.
[[nodiscard]] std::string hours_number(CreditUnits units);

[[nodiscard]] std::string_view code_of(Subject subject);    // "public"
[[nodiscard]] std::string_view code_of(Activity activity);  // "superior_seminar"
[[nodiscard]] std::optional<Subject> subject_named(std::string_view code);
[[nodiscard]] std::optional<Activity> activity_named(std::string_view code);

[[nodiscard]] std::string_view words_for(Subject subject);        // "公需科目"
[[nodiscard]] std::string_view words_for(Activity activity);      // "学术会议"
[[nodiscard]] std::string_view words_for(AchievementKind kind);   // "专利"
[[nodiscard]] std::string_view words_for(AuthorRole role);        // "主创人员"
[[nodiscard]] std::string_view words_for(Assessment assessment);  // "合格"
[[nodiscard]] std::string_view words_for(ReviewState state);      // "待用人单位审核"

/// "第三条".
[[nodiscard]] std::string article_words(int article);

/// How much is missing by that reason.
[[nodiscard]] CreditUnits missing_by(Reason reason, Verdict const& verdict);

/// "还差专业科目必修 6 学时".
[[nodiscard]] std::string sentence(Reason reason, Verdict const& verdict);
/// "考核不合格，不计算学习时间".
[[nodiscard]] std::string_view sentence(Note note);

/// What would close the gaps, one sentence each, the most specific first; empty for a complete year.
[[nodiscard]] std::vector<std::string> ways_to_close(Verdict const& verdict);

}  // namespace ce::credit
