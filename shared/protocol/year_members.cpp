#include "shared/protocol/year_members.h"

#include "shared/protocol/certificate_members.h"
#include "shared/protocol/limits.h"

namespace ce::protocol {

void put_verdict(ObjectWriter& json, YearProgress const& year) {
  json.number("year", year.year).text("pack", year.pack);
  put_subject(json, "public", year.public_subject);
  put_subject(json, "professional", year.professional);
  put_subject(json, "professional_mandatory", year.professional_mandatory);
  put_subject(json, "elective", year.elective);
  put_subject(json, "total", year.total);
  json.number("achievement_credit", year.achievement_credit.count).flag("complete", year.complete);
  json.list("reasons");
  for (auto const reason : year.reasons) json.text_item(word_of(reason));
  json.close_list();
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
