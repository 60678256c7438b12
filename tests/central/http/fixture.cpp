#include "fixture.h"

#include <cstdio>
#include <cstdlib>

#include "central/accounts/manage.h"
#include "central/store/store.h"

namespace ce::tests {
namespace {

constexpr std::string_view rows = R"(
INSERT INTO employers (id, name, region, provincial, industry) VALUES (1, '广州市<b>某</b>设计院', '440106', 0, 'construction');
INSERT INTO institutions (id, name, region, approved_online) VALUES (1, '广州市继续教育基地', '440106', 1);
INSERT INTO professionals (id, id_number, name, region, employer, created_ms) VALUES (1, '11010519491231002X', '张三丰', '440106', 1, 0);
INSERT INTO learning_records (id, professional, institution, content, subject, activity, review, assessment, mandatory,
  in_guide, within_schooling, units, start_day, end_day, created_ms)
VALUES (1, 1, 1, '公需科目：数字经济', 'public', 'online_approved', 'approved', 'pass', 0, 1, 1, 2700, '2024-05-06',
  '2024-05-10', 0);
INSERT INTO rule_readings VALUES (1, 'GD2021', '{}');
INSERT INTO yearly_verdicts (id, professional, year, reading, guide_units, public_units, professional_units,
  mandatory_units, elective_units, total_units, achievement_units, record_ids, judged_ms) VALUES (1, 1, 2024, 1, NULL, 2700, 3780, 1260, 1620, 8100, 0, '[1]', 0);
INSERT INTO yearly_verdicts (id, professional, year, reading, guide_units, public_units, professional_units,
  mandatory_units, elective_units, total_units, achievement_units, record_ids, judged_ms) VALUES (2, 1, 2023, 1, NULL, 2700, 3780, 1260, 1620, 8100, 0, '[]', 0);
INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode, verdict, issued_ms)
VALUES ('44010624000001', 1, 2024, '张三丰', '440106', '广州市天河区人力资源和社会保障局', '2025-01-06', 'e_seal', 1, 0);
INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode, verdict, issued_ms,
  revoked_ms, revoked_reason) VALUES ('44010623000007', 1, 2023, '张三丰', '440106', '广州市天河区人力资源和社会保障局',
  '2024-01-08', 'e_seal', 2, 0, 1, '学时造假');
)";

// A fixture that cannot be made is a broken test, not a finding.
template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "fixture: %s\n", describe(result.failure()).c_str());
    std::abort();
  }
  if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

void add_accounts(store::Store& store) {
  using accounts::Role;
  for (auto const& [login, role, region, unit] :
       {std::tuple{employer_login, Role::employer, "", std::optional<std::int64_t>{1}},
        std::tuple{hrss_login, Role::hrss, "440106", std::optional<std::int64_t>{}},
        std::tuple{province_login, Role::hrss, "440000", std::optional<std::int64_t>{}},
        std::tuple{operator_login, Role::system_operator, "", std::optional<std::int64_t>{}}}) {
    must(accounts::create(store, accounts::operator_keeper("test"),
                          {.login = login,
                           .shown_name = "测试账号",
                           .role = role,
                           .region = region,
                           .unit = unit,
                           .professional = {},
                           .password = SecretText{account_password}},
                          SystemClock{}.now()));
  }
  must(store.write([](storage::Database& database) {
    return database.execute("UPDATE accounts SET must_change_password = 0");
  }));
}

}  // namespace

rulebook::Rulebook const& product_rules() {
  static auto const rules = must(rulebook::load(CE_SOURCE_DIR "/config"));
  return rules;
}

void fill_store(std::string const& location) {
  auto store = must(store::Store::open(location, product_rules()));
  must(store.enrol_kiosk({kiosk_id, "440106", "天河区政务服务中心"}, store::key_hash(SecretText{kiosk_key}),
                         Instant{}));
  must(store.enrol_kiosk({other_kiosk_id, "440106", "天河区政务服务中心"},
                         store::key_hash(SecretText{other_kiosk_key}), Instant{}));
  must(store.write([](storage::Database& database) { return database.execute(rows); }));
  must(store.set_query_password(SecretText{person_id}, SecretText{person_password}));
  add_accounts(store);
}

}  // namespace ce::tests
