#include "central/seed/demo_file.h"

#include <map>

#include "central/seed/demo_fields.h"
#include "central/store/words.h"
#include "shared/base/toml_text.h"

namespace ce::seed {
namespace {

using Plans = std::map<std::string, std::vector<DemoRecord>, std::less<>>;

constexpr std::int64_t most_years_ago = 10;

template <class T>
Result<T> known_word(DemoFields const& fields, std::string_view key, Result<T> value) {
  if (value) return value;
  return fields.fail(FailureCode::config_value_invalid, key,
                     "not one of the words named at the top of the file");
}

bool is_tested(credit::Activity activity) {
  return activity == credit::Activity::training || activity == credit::Activity::online_approved ||
         activity == credit::Activity::superior_seminar;
}

Result<Date> read_day(DemoFields const& fields, std::string_view key) {
  CE_TRY(auto const text, fields.text(key));
  auto const day = Date::parse_iso("2024-" + text);  // a leap year, so that 29 February is a day
  if (day) return *day;
  return fields.fail(FailureCode::config_value_invalid, key, "expected month and day like \"03-15\"");
}

Result<void> read_kind(DemoFields const& fields, credit::Record& record) {
  CE_TRY(auto const subject, fields.text("subject"));
  CE_TRY(record.subject, known_word(fields, "subject", store::from_protocol_word<credit::Subject>(subject)));
  CE_TRY(auto const activity, fields.text("activity"));
  CE_TRY(record.activity,
         known_word(fields, "activity", store::from_protocol_word<credit::Activity>(activity)));
  CE_TRY(auto const review, fields.text_or("review", "approved"));
  CE_TRY(record.review, known_word(fields, "review", store::from_protocol_word<credit::ReviewState>(review)));
  CE_TRY(auto const test, fields.text_or("assessment", is_tested(record.activity) ? "pass" : "none"));
  CE_TRY(record.assessment, known_word(fields, "assessment",
                                       store::from_word<credit::Assessment>(store::assessment_words, test)));
  if (record.activity != credit::Activity::achievement) return {};
  CE_TRY(auto const kind, fields.text("achievement"));
  CE_TRY(record.kind, known_word(fields, "achievement",
                                 store::from_word<credit::AchievementKind>(store::achievement_words, kind)));
  CE_TRY(auto const role, fields.text("role"));
  CE_TRY(record.role,
         known_word(fields, "role", store::from_word<credit::AuthorRole>(store::author_role_words, role)));
  return {};
}

Result<DemoRecord> read_record(DemoFields const& fields) {
  CE_CHECK(fields.only({"subject", "activity", "content", "institution", "hours", "mandatory", "review",
                        "assessment", "achievement", "role", "from", "to"}));
  DemoRecord demo;
  CE_TRY(demo.content, fields.text("content"));
  CE_TRY(demo.institution, fields.text_or("institution", ""));
  CE_CHECK(read_kind(fields, demo.record));
  demo.online_site = demo.record.activity == credit::Activity::online_approved;
  CE_TRY(demo.record.mandatory, fields.flag("mandatory"));
  CE_TRY(demo.record.hours, fields.hours("hours"));
  CE_TRY(demo.from, read_day(fields, "from"));
  CE_TRY(demo.to, read_day(fields, "to"));
  if (demo.from > demo.to)
    return fields.fail(FailureCode::config_value_invalid, "to", "before its beginning");
  return demo;
}

Result<Plans> read_plans(toml::table const& root, std::string_view file) {
  Plans plans;
  auto const* const tables = root["plans"].as_table();
  if (tables == nullptr) return plans;
  for (auto const& [name, node] : *tables) {
    if (!node.is_table()) {
      return DemoFields{*tables, file}.fail(FailureCode::config_type_wrong, name.str(), "expected a table");
    }
    DemoFields const plan{*node.as_table(), file};
    CE_CHECK(plan.only({"records"}));
    CE_TRY(auto const* const records, plan.list("records"));
    auto& list = plans[std::string{name.str()}];
    for (auto const& one : *records) {
      CE_TRY(auto record, read_record(DemoFields{*one.as_table(), file}));
      list.push_back(std::move(record));
    }
  }
  return plans;
}

Result<DemoYear> read_year(DemoFields const& fields, Plans const& plans) {
  CE_CHECK(fields.only({"ago", "plan", "issued", "printed", "revoked"}));
  CE_TRY(auto const ago, fields.integer("ago"));
  if (ago < 0 || ago > most_years_ago) {
    return fields.fail(FailureCode::config_value_invalid, "ago", "expected 0 to 10");
  }
  CE_TRY(auto const plan, fields.text("plan"));
  auto const found = plans.find(plan);
  if (found == plans.end()) return fields.fail(FailureCode::config_value_invalid, "plan", "no such plan");
  DemoYear year{static_cast<int>(ago), found->second, false, false, {}};
  CE_TRY(year.issued, fields.flag("issued"));
  CE_TRY(year.printed, fields.flag("printed"));
  CE_TRY(year.revoked, fields.text_or("revoked", ""));
  if (!year.issued && (year.printed || !year.revoked.empty())) {
    return fields.fail(FailureCode::config_value_invalid, "issued", "printed and revoked need issued = true");
  }
  return year;
}

Result<DemoPerson> read_person(toml::table const& table, std::string_view file, Plans const& plans) {
  DemoFields const fields{table, file};
  CE_CHECK(fields.only(
      {"card", "name", "id_number", "region", "employer", "industry", "query_password", "years"}));
  DemoPerson person;
  CE_TRY(person.card, fields.text("card"));
  CE_TRY(person.name, fields.text("name"));
  CE_TRY(person.id_number, fields.text("id_number"));
  CE_TRY(person.region, fields.text("region"));
  CE_TRY(person.employer, fields.text("employer"));
  CE_TRY(person.industry, fields.text_or("industry", {}));
  CE_TRY(person.query_password, fields.text("query_password"));
  CE_TRY(auto const* const years, fields.list("years"));
  for (auto const& one : *years) {
    CE_TRY(auto year, read_year(DemoFields{*one.as_table(), file}, plans));
    person.years.push_back(std::move(year));
  }
  return person;
}

}  // namespace

Result<std::vector<DemoPerson>> parse_demo(std::string_view toml, std::string_view file) {
  auto const read = read_toml(toml);
  if (read.fault) {
    return Failure{FailureCode::config_malformed, std::string{file} + " " + read.fault->told()};
  }
  DemoFields const root{read.table, file};
  CE_CHECK(root.only({"plans", "person"}));
  CE_TRY(auto const plans, read_plans(read.table, file));
  CE_TRY(auto const* const list, root.list("person"));
  std::vector<DemoPerson> people;
  for (auto const& one : *list) {
    CE_TRY(auto person, read_person(*one.as_table(), file, plans));
    people.push_back(std::move(person));
  }
  return people;
}

}  // namespace ce::seed
