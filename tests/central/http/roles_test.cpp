#include <gmock/gmock.h>

#include <map>
#include <set>
#include <sstream>

#include "at_the_console.h"
#include "central/accounts/manage.h"
#include "shared/password/password_hash.h"

namespace ce::tests {
namespace {

using accounts::Role;

/// Who is let in where, as a table of its own beside the one that the program has. P professional,
/// I institution, E employer, A talent agency, Y industry authority, H HRSS of every level, O operator.
struct Row {
  char const* roles;
  char const* route;
};

constexpr auto rows = std::to_array<Row>({
    {"PIEAYHO", "GET /console"},
    {"PIEAYHO", "GET /console/password"},
    {"PIEAYHO", "POST /console/password"},
    {"P", "GET /console/year"},
    {"P", "GET /console/year/copy"},
    {"P", "GET /console/year/kiosk"},
    {"P", "POST /console/year/kiosk"},
    {"P", "GET /console/records"},
    {"PIEAYHO", "GET /console/records/{record}"},
    {"PIEAYHO", "POST /console/records/{record}"},
    {"PIEAYHO", "GET /console/records/{record}/edit"},
    {"PIEAYHO", "POST /console/records/{record}/edit"},
    {"PIEAYHO", "POST /console/records/{record}/proofs"},
    {"PIEAYHO", "GET /console/records/{record}/proofs/{hash}"},
    {"PIE", "GET /console/register"},
    {"PIE", "GET /console/register/{kind}"},
    {"PIE", "POST /console/register/{kind}"},
    {"EAYH", "GET /console/review"},
    {"EAYH", "POST /console/review"},
    {"IE", "GET /console/imports"},
    {"IE", "POST /console/imports"},
    {"IE", "GET /console/imports/template.xlsx"},
    {"IE", "GET /console/imports/template.csv"},
    {"IE", "GET /console/imports/{job}"},
    {"IE", "GET /console/imports/{job}/state"},
    {"IE", "POST /console/imports/{job}/stop"},
    {"IE", "GET /console/imports/{job}/report.xlsx"},
    {"IE", "GET /console/imports/{job}/report.csv"},
    {"H", "GET /console/people"},
    {"H", "POST /console/people"},
    {"H", "GET /console/people/new"},
    {"H", "POST /console/people/new"},
    {"H", "GET /console/people/{person}"},
    {"H", "POST /console/people/{person}"},
    {"H", "GET /console/people/{person}/edit"},
    {"H", "POST /console/people/{person}/edit"},
    {"H", "GET /console/people/{person}/number"},
    {"H", "POST /console/people/{person}/number"},
    {"H", "GET /console/people/imports"},
    {"H", "POST /console/people/imports"},
    {"H", "GET /console/people/imports/template.xlsx"},
    {"H", "GET /console/people/imports/template.csv"},
    {"H", "GET /console/people/imports/{job}"},
    {"H", "GET /console/people/imports/{job}/state"},
    {"H", "POST /console/people/imports/{job}/stop"},
    {"H", "GET /console/people/imports/{job}/report.xlsx"},
    {"H", "GET /console/people/imports/{job}/report.csv"},
    {"HO", "GET /console/units"},
    {"HO", "GET /console/units/new"},
    {"HO", "POST /console/units/new"},
    {"HO", "GET /console/units/{kind}/{unit}"},
    {"HO", "POST /console/units/{kind}/{unit}"},
    {"HO", "GET /console/units/{kind}/{unit}/edit"},
    {"HO", "POST /console/units/{kind}/{unit}/edit"},
    {"H", "GET /console/issuing"},
    {"H", "POST /console/issuing"},
    {"H", "GET /console/issuing/authority"},
    {"H", "POST /console/issuing/authority"},
    {"H", "GET /console/issuing/authority/seal.png"},
    {"H", "GET /console/issuing/batches/{batch}"},
    {"H", "GET /console/issuing/batches/{batch}/state"},
    {"H", "POST /console/issuing/batches/{batch}/resume"},
    {"H", "GET /console/approvals"},
    {"H", "GET /console/approvals/{proposal}"},
    {"H", "POST /console/approvals/{proposal}"},
    {"H", "GET /console/approvals/{proposal}/seal.png"},
    {"H", "GET /console/certificates"},
    {"H", "POST /console/certificates"},
    {"H", "GET /console/certificates/{number}"},
    {"H", "POST /console/certificates/{number}"},
    {"H", "GET /console/registers"},
    {"H", "GET /console/registers/register.xlsx"},
    {"H", "GET /console/registers/register.pdf"},
    {"H", "GET /console/registers/files/{job}"},
    {"H", "GET /console/registers/files/{job}/state"},
    {"H", "GET /console/registers/files/{job}/file"},
    {"HO", "GET /console/kiosks"},
    {"HO", "GET /console/kiosks/{kiosk}"},
    {"O", "POST /console/kiosks/{kiosk}"},
    {"O", "GET /console/kiosks/{kiosk}/logs/{log}"},
    {"O", "GET /console/kiosks/{kiosk}/logs/{log}/file"},
    {"HO", "GET /console/kiosks/{kiosk}/settings/{item}"},
    {"HO", "POST /console/kiosks/{kiosk}/settings/{item}"},
    {"HO", "GET /console/kiosk-settings/{revision}"},
    {"HO", "POST /console/kiosk-settings/{revision}"},
    {"O", "GET /console/sites"},
    {"O", "POST /console/sites"},
    {"O", "GET /console/sites/{key}"},
    {"O", "POST /console/sites/{key}"},
    {"HO", "GET /console/accounts"},
    {"HO", "GET /console/accounts/new"},
    {"HO", "POST /console/accounts/new"},
    {"HO", "GET /console/accounts/query-password"},
    {"H", "POST /console/accounts/query-password"},
    {"HO", "GET /console/accounts/{account}"},
    {"HO", "POST /console/accounts/{account}"},
    {"HO", "GET /console/audit"},
    {"O", "GET /console/audit/held"},
});

struct Clerk {
  char role;
  char const* login;
  Role as;
  char const* region;
  std::optional<std::int64_t> unit = {};
  std::vector<std::string> industries = {};
};

/// One of each, and one of each beside them whose people and units are others. Unit 1 and person 1 are the
/// fixture's, of 440106.
std::vector<Clerk> const& clerks() {
  static std::vector<Clerk> const all{
      {'I', "base", Role::institution, "", 1, {}},
      {'A', "agency", Role::talent_agency, "", 1, {}},
      {'Y', "construction", Role::industry_authority, "440106", {}, {"construction"}},
      {'H', "guangzhou.hrss", Role::hrss, "440100", {}, {}},
      {'I', "far.base", Role::institution, "", 9, {}},
      {'E', "far.works", Role::employer, "", 9, {}},
      {'A', "far.agency", Role::talent_agency, "", 9, {}},
      {'Y', "health", Role::industry_authority, "440106", {}, {"health"}},
      {'Y', "far.construction", Role::industry_authority, "440306", {}, {"construction"}},
      {'H', "far.hrss", Role::hrss, "440306", {}, {}}};
  return all;
}

constexpr std::string_view more_units = R"(
INSERT INTO talent_agencies (id, name, region) VALUES (1, '天河人才', '440106'), (9, '宝安人才', '440306');
INSERT INTO institutions (id, name, region, approved_online) VALUES (9, '宝安基地', '440306', 0);
INSERT INTO employers (id, name, region, provincial, industry) VALUES (9, '宝安工厂', '440306', 0, 'construction');
INSERT INTO learning_records (id, professional, institution, content, subject, activity, review, assessment, mandatory,
  in_guide, within_schooling, units, start_day, end_day, created_ms, registrar_party, registrar, review_region, employer,
  industry)
VALUES (9, 1, 1, '装配式建筑', 'professional', 'training', 'pending_industry', 'pass', 0, 1, 1, 540, '2024-05-06',
  '2024-05-10', 0, 'institution', 'acc-gone', '440106', 1, 'construction');
)";

class RolesAndRoutes : public AtTheConsole {
 protected:
  void SetUp() override {
    auto store = store::Store::open(central.folder.store(), product_rules()).value();
    auto const hash = password::hash(SecretText{account_password});
    auto const done = store.write([&](storage::Database& database) -> Result<void> {
      CE_CHECK(database.execute(more_units));
      for (auto const& one : clerks()) {
        accounts::NewAccount const wanted{
            one.login,     "测试账号", one.as, one.region, one.unit, {}, SecretText{account_password},
            one.industries};
        CE_TRY(auto const made,
               accounts::create_within(database, product_rules(), accounts::operator_keeper("test"), wanted,
                                       hash, SystemClock{}.now()));
        ids_[one.login] = made.id;
      }
      return database.execute("UPDATE accounts SET must_change_password = 0");
    });
    ASSERT_TRUE(done) << describe(done.failure());
  }

  std::vector<std::string> listed(std::string const& prefix) const {
    auto const ran = run_central(central.folder, {"--config", central.folder / "central.toml", "--routes"});
    std::vector<std::string> found;
    std::istringstream lines{ran.output};
    for (std::string method, pattern, rest; lines >> method >> pattern && std::getline(lines, rest);) {
      bool const own_door = rest.find("kiosk") != std::string::npos || rest.find("site") != std::string::npos;
      if (!pattern.starts_with(prefix) || pattern == "/console/sign-in" || pattern == "/console/sign-out")
        continue;
      if (prefix == "/console" || own_door) found.push_back(method + " " + pattern);
    }
    return found;
  }

  /// With something that is nowhere in each place.
  static std::string filled(std::string pattern) {
    for (auto open = pattern.find('{'); open != std::string::npos; open = pattern.find('{')) {
      auto const name = pattern.substr(open, pattern.find('}') + 1 - open);
      auto const value = name == "{kind}" && pattern.find("units") != std::string::npos ? "employer"
                         : name == "{kind}"                                             ? "practice"
                         : name == "{item}"                                             ? "sound"
                         : name == "{number}"                                           ? unknown_number
                                                                                        : "987654";
      pattern.replace(open, name.size(), value);
    }
    return pattern;
  }

  int answer(std::string const& route) {
    auto const target = filled(route.substr(route.find('/')));
    return route.starts_with("GET") ? browser.get(target).status
                                    : browser.post(target, {{"csrf", token_}}).status;
  }

  void sign_in(std::string const& login, std::string const& password = account_password) {
    ASSERT_EQ(browser.sign_in(login, password).status, 303) << login;
    token_ = browser.csrf();
  }

  void expect_row_by_row(char role) {
    for (auto const& row : rows) {
      int const status = answer(row.route);
      if (std::string_view{row.roles}.find(role) == std::string_view::npos) {
        EXPECT_EQ(status, 403) << row.route << " as " << role;
      } else {
        EXPECT_NE(status, 403) << row.route << " as " << role;
        EXPECT_NE(status, 401) << row.route << " as " << role;
        EXPECT_LT(status, 500) << row.route << " as " << role;
      }
    }
  }

  std::map<std::string, std::string> ids_;
  std::string token_;
};

TEST_F(RolesAndRoutes, EachRoleIsLetInWhereTheTableSays) {
  std::set<std::string> in_table;
  for (auto const& row : rows) in_table.insert(row.route);
  auto const routes = listed("/console");
  EXPECT_EQ(std::set<std::string>(routes.begin(), routes.end()), in_table) << "who may use a new route?";
  auto const of_machines = listed("/api");
  ASSERT_FALSE(of_machines.empty());
  for (auto const& [role, login] :
       {std::pair{'P', person_id}, std::pair{'I', "base"}, std::pair{'E', employer_login},
        std::pair{'A', "agency"}, std::pair{'Y', "construction"}, std::pair{'H', hrss_login},
        std::pair{'H', "guangzhou.hrss"}, std::pair{'H', province_login}, std::pair{'O', operator_login}}) {
    sign_in(login, role == 'P' ? person_password : account_password);
    expect_row_by_row(role);
    for (auto const& route : of_machines)
      EXPECT_EQ(answer(route), 401) << route << " with a person's session";
  }
  browser.cookie.clear();
  for (auto const& row : rows) EXPECT_NE(answer(row.route), 200) << row.route << " without a session";
}

TEST_F(RolesAndRoutes, WhatIsOfOthersIsNotThere) {
  auto const seen = [&](std::string const& target) { return browser.get(target).status; };
  auto const account = "/console/accounts/" + ids_.at("base");
  std::vector<std::string> const of_hrss{"/console/people/1",
                                         "/console/people/1/edit",
                                         "/console/people/1/number",
                                         "/console/units/employer/1",
                                         "/console/units/employer/1/edit",
                                         "/console/certificates/" + std::string{certificate_number},
                                         "/console/kiosks/" + std::string{kiosk_id},
                                         "/console/records/9",
                                         account};
  for (auto const* login : {hrss_login, "guangzhou.hrss", province_login}) {
    sign_in(login);
    for (auto const& target : of_hrss) EXPECT_EQ(seen(target), 200) << target << " as " << login;
  }
  sign_in("far.hrss");
  for (auto const& target : of_hrss) EXPECT_EQ(seen(target), 404) << target << " of another county";
  for (auto const& [target, members] :
       {std::pair{std::string{"/console/people/1"}, std::pair{"act", "close"}},
        std::pair{std::string{"/console/people/1/edit"}, std::pair{"name", "某人"}},
        std::pair{std::string{"/console/units/employer/1"}, std::pair{"act", "close"}},
        std::pair{std::string{"/console/records/9"}, std::pair{"decision", "approve"}}}) {
    auto const sent = browser.post(target, {{"csrf", token_}, {"version", "1"}, members});
    EXPECT_EQ(sent.status, 404) << target << ": " << sent.body;
  }
  EXPECT_EQ(browser.post(account, {{"csrf", token_}, {"act", "disable"}}).status, 404);
  for (auto const* login : {"base", "construction", employer_login}) {
    sign_in(login);
    EXPECT_EQ(seen("/console/records/9"), 200) << login;
  }
  for (auto const* login : {"agency", "far.base", "far.works", "far.agency", "health", "far.construction"}) {
    sign_in(login);
    EXPECT_EQ(seen("/console/records/9"), 404) << login;
    auto const sent =
        browser.post("/console/records/9", {{"csrf", token_}, {"version", "1"}, {"decision", "approve"}});
    EXPECT_EQ(sent.status, 404) << login;
    EXPECT_EQ(seen("/console/records/9/edit"), 404) << login;
    EXPECT_EQ(browser.get("/console/records/9").body, browser.get("/console/records/8").body)
        << "which numbers are taken is told to nobody";
  }
  sign_in("health");
  EXPECT_EQ(browser.get("/console/review").body.find("装配式建筑"), std::string::npos);
  sign_in("construction");
  EXPECT_NE(browser.get("/console/review").body.find("装配式建筑"), std::string::npos);
}

}  // namespace
}  // namespace ce::tests
