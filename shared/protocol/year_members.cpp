#include "shared/protocol/year_members.h"

#include "shared/protocol/certificate_members.h"
#include "shared/protocol/limits.h"

namespace ce::protocol {

OrderedJson json_of_verdict(YearProgress const& year) {
  return {{"year", year.year},
          {"pack", year.pack},
          {"public", json_of(year.public_subject)},
          {"professional", json_of(year.professional)},
          {"professional_mandatory", json_of(year.professional_mandatory)},
          {"elective", json_of(year.elective)},
          {"total", json_of(year.total)},
          {"achievement_credit", year.achievement_credit.count},
          {"complete", year.complete},
          {"reasons", words_of(year.reasons)}};
}

YearProgress read_verdict(Cursor const& at) {
  YearProgress year;
  year.year = at.at("year").small(1900, 2999);
  year.pack = at.at("pack").text(longest_number);
  year.public_subject = read_subject_line(at.at("public"));
  year.professional = read_subject_line(at.at("professional"));
  year.professional_mandatory = read_subject_line(at.at("professional_mandatory"));
  year.elective = read_subject_line(at.at("elective"));
  year.total = read_subject_line(at.at("total"));
  year.achievement_credit = at.at("achievement_credit").units();
  year.complete = at.at("complete").boolean();
  at.at("reasons").each(
      most_notes, [&](Cursor const& reason) { year.reasons.push_back(reason.choice<credit::Reason>()); });
  return year;
}

}  // namespace ce::protocol
