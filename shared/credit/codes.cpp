#include <array>

#include "shared/credit/verdict.h"

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

}  // namespace ce::credit
