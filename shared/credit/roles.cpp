#include "shared/credit/roles.h"

#include <algorithm>

namespace ce::credit {
namespace {

constexpr std::string_view silent = "silent; default by analogy with 4(2)";

constexpr Assignment registers(Activity activity, Party party, std::string_view article) {
  return {Duty::registers, party, activity, std::nullopt, article};
}

constexpr Assignment reviews(Duty duty, Subject subject, Party party, std::string_view article) {
  return {duty, party, std::nullopt, subject, article};
}

constexpr auto table = std::to_array<Assignment>({
    registers(Activity::training, Party::person, "4(1)"),
    registers(Activity::training, Party::institution, "4(1)"),
    registers(Activity::superior_seminar, Party::person, "4(1)"),
    registers(Activity::superior_seminar, Party::institution, "4(1)"),
    registers(Activity::practice, Party::person, "4(2)"),
    registers(Activity::practice, Party::employer, "4(2)"),
    registers(Activity::academic_conference, Party::person, "4(2)"),
    registers(Activity::academic_conference, Party::employer, "4(2)"),
    registers(Activity::lecture, Party::person, "4(2)"),
    registers(Activity::lecture, Party::employer, "4(2)"),
    registers(Activity::academic_visit, Party::person, "4(2)"),
    registers(Activity::academic_visit, Party::employer, "4(2)"),
    registers(Activity::remote_education, Party::person, "4(3)"),
    registers(Activity::remote_education, Party::employer, "4(3)"),
    registers(Activity::online_approved, Party::system, "4(4)"),
    registers(Activity::achievement, Party::person, silent),
    registers(Activity::achievement, Party::employer, silent),
    registers(Activity::degree, Party::person, silent),
    registers(Activity::degree, Party::employer, silent),
    reviews(Duty::first_review, Subject::public_subject, Party::employer, "13(1)"),
    reviews(Duty::first_review, Subject::professional, Party::employer, "13(1)"),
    reviews(Duty::recognises, Subject::elective, Party::employer, "13(1)"),
    reviews(Duty::first_review, Subject::public_subject, Party::talent_agency, "13(2)"),
    reviews(Duty::first_review, Subject::professional, Party::talent_agency, "13(2)"),
    reviews(Duty::recognises, Subject::elective, Party::talent_agency, "13(2)"),
    reviews(Duty::recognises, Subject::professional, Party::industry_authority, "13(2)"),
    reviews(Duty::recognises, Subject::public_subject, Party::hrss, "13(3)"),
    reviews(Duty::rechecks, Subject::professional, Party::hrss, "13(3)"),
    {Duty::issues, Party::hrss, std::nullopt, std::nullopt, "14"},
});

constexpr auto party_codes = std::to_array<std::string_view>(
    {"person", "institution", "employer", "system", "talent_agency", "industry_authority", "hrss"});

}  // namespace

std::span<Assignment const> assignments() {
  return table;
}

Registration may_register(Party party, Activity activity) {
  Registration answer;
  for (Assignment const& row : table) {
    if (row.duty != Duty::registers || row.activity != activity) continue;
    answer.article = row.article;
    answer.allowed = answer.allowed || row.party == party;
  }
  return answer;
}

std::string issuing_region(std::string_view unit_region, std::optional<std::string_view> hosting_region) {
  return std::string{hosting_region.value_or(unit_region)};
}

std::string_view code_of(Party party) {
  return party_codes.at(static_cast<std::size_t>(party));
}

std::optional<Party> party_named(std::string_view code) {
  auto const* const at = std::find(party_codes.begin(), party_codes.end(), code);
  if (at == party_codes.end()) return std::nullopt;
  return static_cast<Party>(at - party_codes.begin());
}

std::string_view words_for(Party party) {
  constexpr auto words =
      std::to_array<std::string_view>({"专业技术人员", "施教机构", "用人单位", "管理系统", "人才服务机构",
                                       "行业主管部门或行业组织", "人力资源社会保障部门"});
  return words.at(static_cast<std::size_t>(party));
}

std::string_view words_for(Duty duty) {
  constexpr auto words = std::to_array<std::string_view>({"登记", "初审", "审核认定", "复核", "发放"});
  return words.at(static_cast<std::size_t>(duty));
}

}  // namespace ce::credit
