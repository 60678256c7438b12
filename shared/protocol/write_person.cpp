#include "shared/protocol/certificate_members.h"
#include "shared/protocol/json.h"
#include "shared/protocol/writing.h"
#include "shared/protocol/year_members.h"

namespace ce::protocol {
namespace {

OrderedJson json_of(RecordLine const& line) {
  OrderedJson json{{"content", line.content},
                   {"institution", line.institution},
                   {"subject", word_of(line.subject)},
                   {"activity", word_of(line.activity)},
                   {"mandatory", line.mandatory}};
  if (line.start) json["start"] = line.start->iso();
  if (line.end) json["end"] = line.end->iso();
  json["review"] = word_of(line.review);
  json["stated"] = line.stated.count;
  json["counted"] = line.counted.count;
  json["notes"] = words_of(line.notes);
  return json;
}

OrderedJson json_of(YearProgress const& year) {
  auto json = json_of_verdict(year);
  json["records"] = OrderedJson::array();
  for (auto const& record : year.records) json["records"].push_back(json_of(record));
  json["certificate"] = json_of(year.certificate);
  return json;
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
  auto json = versioned();
  json["name"] = years.name.reveal();
  json["id_number"] = years.id_number.reveal();
  json["region"] = years.region;
  json["employer"] = years.employer;
  if (!years.person.empty()) json["person"] = years.person;
  json["as_of"] = rfc3339(years.as_of);
  json["years"] = OrderedJson::array();
  for (auto const& year : years.years) json["years"].push_back(json_of(year));
  return text_of(json);
}

}  // namespace ce::protocol
