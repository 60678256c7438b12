#include <gmock/gmock.h>

#include "many_roles.h"

namespace ce::tests {
namespace {

class OfOthers : public ManyRoles {};

TEST_F(OfOthers, WhatIsOfOthersIsNotThere) {
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

// What somebody ordered is theirs, or their authority's; no colleague of a city or the province has it by its
// number.
TEST_F(OfOthers, WhatOthersOrderedIsNotThere) {
  struct Ordered {
    std::string address;
    char const* theirs;
    std::vector<char const*> shown;  // below it
    char const* order;               // a form below it; null: none
  };
  std::vector<Ordered> const all{
      {"/console/imports/" + std::string{records_job}, employer_login, {"", "/state"}, "/stop"},
      {"/console/people/imports/" + std::string{people_job}, hrss_login, {"", "/state"}, "/stop"},
      {"/console/registers/files/" + std::string{register_job}, hrss_login, {"", "/state"}, nullptr},
      {"/console/issuing/batches/" + std::string{issuing_job}, hrss_login, {"", "/state"}, "/resume"},
      {"/console/approvals/" + std::string{waiting_proposal}, hrss_login, {""}, ""}};
  auto const expect_none = [&](Ordered const& one, std::string_view login) {
    auto const not_theirs = testing::AnyOf(403, 404);
    for (auto const* below : {"", "/state", "/file", "/report.xlsx", "/report.csv", "/seal.png"})
      EXPECT_THAT(browser.get(one.address + below).status, not_theirs)
          << one.address << below << " as " << login;
    if (one.order == nullptr) return;
    auto const sent = browser.post(one.address + one.order, {{"csrf", token_}, {"act", "confirm"}});
    EXPECT_THAT(sent.status, not_theirs) << one.address << " as " << login;
  };
  for (std::string_view const login :
       {"base", "far.base", employer_login, "far.works", "agency", "construction", hrss_login,
        "guangzhou.hrss", "far.hrss", province_login, operator_login}) {
    sign_in(std::string{login});
    for (auto const& one : all) {
      if (login != one.theirs) {
        expect_none(one, login);
        continue;
      }
      for (auto const* below : one.shown)
        EXPECT_EQ(browser.get(one.address + below).status, 200) << one.address << below;
    }
  }
  EXPECT_EQ(value("SELECT COUNT(*) FROM audit_entries WHERE action IN ('import_stopped', 'batch_resumed')"),
            "0");
  EXPECT_EQ(value("SELECT state FROM proposals"), "waiting");
}

}  // namespace
}  // namespace ce::tests
