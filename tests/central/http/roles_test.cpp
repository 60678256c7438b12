#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "many_roles.h"

namespace ce::tests {
namespace {

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

class RolesAndRoutes : public ManyRoles {
 protected:
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

}  // namespace
}  // namespace ce::tests
