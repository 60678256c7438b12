#include <algorithm>
#include <array>

#include "shared/credit/words.h"

namespace ce::credit {
namespace {

struct CodeRow {
  std::string_view code;
  int article;
};

constexpr auto reasons = std::to_array<CodeRow>({
    {"PUBLIC_SHORT", 3},
    {"PROFESSIONAL_SHORT", 3},
    {"PROFESSIONAL_MANDATORY_SHORT", 6},
    {"ELECTIVE_SHORT", 3},
    {"TOTAL_SHORT", 3},
});

constexpr auto note_codes = std::to_array<CodeRow>({
    {"FAILED_ASSESSMENT", 8},
    {"OTHER_YEAR", 3},
    {"NOT_APPROVED", 13},
    {"OUTSIDE_SCHOOLING_PERIOD", 11},
    {"NOT_IN_GUIDE", 12},
    {"DAYS_EXCEED_DATES", 9},
    {"OVERLAP_WARNING", 3},
});

constexpr auto subject_codes = std::to_array<std::string_view>({"public", "professional", "elective"});
static_assert(subject_codes.size() == subject_count);

constexpr auto activity_codes = std::to_array<std::string_view>(
    {"training", "superior_seminar", "lecture", "practice", "academic_conference", "academic_visit",
     "remote_education", "online_approved", "achievement", "degree"});
static_assert(activity_codes.size() == activity_count);

template <class Enum, std::size_t Size>
std::optional<Enum> named(std::array<std::string_view, Size> const& codes, std::string_view code) {
  auto const* const at = std::find(codes.begin(), codes.end(), code);
  if (at == codes.end()) return std::nullopt;
  return static_cast<Enum>(at - codes.begin());
}

CodeRow const& row_of(Reason reason) {
  return reasons.at(static_cast<std::size_t>(reason));
}

CodeRow const& row_of(Note note) {
  return note_codes.at(static_cast<std::size_t>(note));
}

}  // namespace

std::string_view code_of(Reason reason) {
  return row_of(reason).code;
}

std::string_view code_of(Note note) {
  return row_of(note).code;
}

int article_of(Reason reason) {
  return row_of(reason).article;
}

int article_of(Note note) {
  return row_of(note).article;
}

int article_of(Activity activity) {
  constexpr auto articles = std::to_array<int>({8, 9, 10, 3, 3, 3, 3, 12, 7, 11});
  static_assert(articles.size() == activity_count);
  return articles.at(static_cast<std::size_t>(activity));
}

std::string_view code_of(Subject subject) {
  return subject_codes.at(static_cast<std::size_t>(subject));
}

std::string_view code_of(Activity activity) {
  return activity_codes.at(static_cast<std::size_t>(activity));
}

std::optional<Subject> subject_named(std::string_view code) {
  return named<Subject>(subject_codes, code);
}

std::optional<Activity> activity_named(std::string_view code) {
  return named<Activity>(activity_codes, code);
}

}  // namespace ce::credit
