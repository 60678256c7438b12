#include "shared/protocol/certificate_members.h"
#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/parse.h"
#include "shared/protocol/year_members.h"

namespace ce::protocol {
namespace {

RecordLine read_record(Cursor const& at) {
  RecordLine line;
  line.content = at.at("content").text(longest_text);
  line.institution = at.at("institution").text(longest_text);
  line.subject = at.at("subject").choice<credit::Subject>();
  line.activity = at.at("activity").choice<credit::Activity>();
  line.mandatory = at.at("mandatory").boolean();
  if (at.has("start")) line.start = at.at("start").date();
  if (at.has("end")) line.end = at.at("end").date();
  line.review = at.at("review").choice<credit::ReviewState>();
  line.stated = at.at("stated").units();
  line.counted = at.at("counted").units();
  at.at("notes").each(most_notes,
                      [&](Cursor const& note) { line.notes.push_back(note.choice<credit::Note>()); });
  return line;
}

YearProgress read_year(Cursor const& at) {
  auto year = read_verdict(at);
  at.at("records").each(most_records,
                        [&](Cursor const& record) { year.records.push_back(read_record(record)); });
  year.certificate = read_certificate_line(at.at("certificate"));
  return year;
}

PersonQuery read_query(Cursor const& root) {
  auto const proof = root.at("proof");
  auto const kind = proof.at("kind").text(longest_number);
  if (kind == "code") return {.id_number = {}, .proof = ByCode{proof.at("code").secret(longest_password)}};
  PersonQuery query{.id_number = root.at("id_number").secret(longest_number), .proof = ByCard{}};
  if (kind == "password") {
    query.proof = ByPassword{proof.at("password").secret(longest_password)};
  } else if (kind != "card") {
    proof.at("kind").fail("expected card, password or code");
  }
  return query;
}

}  // namespace

Result<PersonQuery> read_person_query(std::string_view json) {
  return read_body<PersonQuery>(json, read_query);
}

Result<PersonYears> read_person_years(std::string_view json) {
  return read_body<PersonYears>(json, [](Cursor const& root) {
    PersonYears years;
    years.name = root.at("name").secret(longest_text);
    years.id_number = root.at("id_number").secret(longest_number);
    years.region = root.at("region").text(longest_number);
    years.employer = root.at("employer").text(longest_text);
    if (root.has("person")) years.person = root.at("person").text(longest_number);
    years.as_of = root.at("as_of").instant();
    root.at("years").each(most_years, [&](Cursor const& year) { years.years.push_back(read_year(year)); });
    return years;
  });
}

}  // namespace ce::protocol
