#include "central/seed/demo_accounts.h"

#include "central/store/ids.h"
#include "shared/password/password_hash.h"

namespace ce::seed {
namespace {

using accounts::Role;

struct Home {
  std::string region;
  std::int64_t employer = 0;
  std::string industry;
};

Result<Home> home_of(storage::Database& database, DemoPerson const& person) {
  auto row = database.prepare(
      "SELECT p.region, p.employer, e.industry FROM professionals p JOIN employers e ON e.id = p.employer "
      "WHERE "
      "p.id_number = $1");
  CE_TRY(bool const there, row.bind(1, person.id_number).step());
  if (there && !row.is_null(1)) return Home{row.text(0), row.integer(1), row.text(2)};
  return Failure{FailureCode::input_invalid, "the first demo person has no row or no employer"};
}

/// The first of the region, made where there is none.
Result<std::int64_t> unit_in(storage::Database& database, std::string const& table, store::Numbered numbered,
                             std::string const& region, std::string const& name) {
  auto row = database.prepare("SELECT id FROM " + table + " WHERE region = $1 ORDER BY id LIMIT 1");
  CE_TRY(bool const there, row.bind(1, region).step());
  if (there) return row.integer(0);
  CE_TRY(auto const id, store::next_id(database, numbered));
  bool const institution = numbered == store::Numbered::institutions;
  CE_CHECK(
      database
          .prepare(institution
                       ? "INSERT INTO institutions (id, name, region, approved_online) VALUES ($1, $2, $3, 0)"
                       : "INSERT INTO talent_agencies (id, name, region) VALUES ($1, $2, $3)")
          .bind(1, id)
          .bind(2, name)
          .bind(3, region)
          .run());
  return id;
}

Result<std::vector<accounts::NewAccount>> wishes(storage::Database& database, rulebook::Rulebook const& rules,
                                                 Home const& home) {
  auto const city = home.region.substr(0, 4) + "00";
  auto const place = rules.regions.full_name(home.region);
  CE_TRY(auto const institution, unit_in(database, "institutions", store::Numbered::institutions, home.region,
                                         place + "继续教育基地"));
  CE_TRY(auto const agency, unit_in(database, "talent_agencies", store::Numbered::talent_agencies,
                                    home.region, place + "人才服务中心"));
  std::vector<accounts::NewAccount> list;
  auto const add = [&](std::string login, std::string name, Role role, std::string region,
                       std::optional<std::int64_t> unit) {
    list.push_back({std::move(login), std::move(name), role, std::move(region), unit, {}, {}});
  };
  add("demo.institution", "施教机构演示", Role::institution, {}, institution);
  add("demo.employer", "用人单位演示", Role::employer, {}, home.employer);
  add("demo.agency", "人才服务机构演示", Role::talent_agency, {}, agency);
  add("demo.industry", "行业主管部门演示", Role::industry_authority, home.region, {});
  list.back().industries = {home.industry};
  add("demo.hrss", "县（区）人社局演示", Role::hrss, home.region, {});
  add("demo.hrss.city", "市人社局演示", Role::hrss, city, {});
  add("demo.hrss.province", "省人社厅演示", Role::hrss, "440000", {});
  add("demo.operator", "系统运维演示", Role::system_operator, {}, {});
  return list;
}

}  // namespace

Result<std::vector<accounts::Account>> open_demo_accounts(store::Store& store, DemoPerson const& person,
                                                          accounts::Keeper const& keeper,
                                                          SecretText const& password, Instant now) {
  auto const hash = password::hash(password);
  std::vector<accounts::Account> opened;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    opened.clear();
    CE_TRY(auto const home, home_of(database, person));
    CE_TRY(auto list, wishes(database, store.rules(), home));
    for (auto& wish : list) {
      wish.password = password;
      CE_TRY(auto account, accounts::create_within(database, store.rules(), keeper, wish, hash, now));
      CE_CHECK(database.prepare("UPDATE accounts SET must_change_password = 0 WHERE id = $1")
                   .bind(1, account.id)
                   .run());
      account.must_change_password = false;
      opened.push_back(std::move(account));
    }
    return {};
  });
  if (!done) return done.failure();
  return opened;
}

}  // namespace ce::seed
