#include "shared/protocol/certificate_members.h"
#include "shared/protocol/json.h"
#include "shared/protocol/writing.h"
#include "shared/protocol/year_members.h"

namespace ce::protocol {
namespace {

void put_record(ObjectWriter& json, RecordLine const& line) {
  json.item().text("content", line.content).text("institution", line.institution);
  json.text("subject", word_of(line.subject)).text("activity", word_of(line.activity));
  json.flag("mandatory", line.mandatory);
  if (line.start) json.text("start", line.start->iso());
  if (line.end) json.text("end", line.end->iso());
  json.text("review", word_of(line.review));
  json.number("stated", line.stated.count).number("counted", line.counted.count).list("notes");
  for (auto const note : line.notes) json.text_item(word_of(note));
  json.close_list().close();
}

void put_year(ObjectWriter& json, YearProgress const& year) {
  json.item();
  put_verdict(json, year);
  json.list("records");
  for (auto const& record : year.records) put_record(json, record);
  json.close_list();
  put_certificate(json, year.certificate);
  json.close();
}

}  // namespace

std::string write(PersonQuery const& query) {
  auto json = versioned();
  if (auto const* by_code = std::get_if<ByCode>(&query.proof)) {
    json["proof"] = {{"kind", "code"}, {"code", by_code->code.reveal()}};
    return text_of(json);
  }
  json["id_number"] = query.id_number.reveal();
  if (auto const* by_password = std::get_if<ByPassword>(&query.proof)) {
    json["proof"] = {{"kind", "password"}, {"password", by_password->password.reveal()}};
  } else {
    json["proof"] = {{"kind", "card"}};
  }
  return text_of(json);
}

std::string write(PersonYears const& years) {
  ObjectWriter json;
  json.text("name", years.name.reveal()).text("id_number", years.id_number.reveal());
  json.text("region", years.region).text("employer", years.employer);
  if (!years.person.empty()) json.text("person", years.person);
  json.text("as_of", rfc3339(years.as_of)).list("years");
  for (auto const& year : years.years) put_year(json, year);
  json.close_list();
  return std::move(json).finish();
}

}  // namespace ce::protocol
