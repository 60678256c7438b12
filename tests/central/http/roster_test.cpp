#include <gmock/gmock.h>

#include "at_the_console.h"

namespace ce::tests {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using Members = std::vector<std::pair<std::string, std::string>>;

class AtTheRoster : public AtTheConsole {
 protected:
  static Members person(std::string const& number, std::string const& name, std::string const& employer) {
    return {
        {"id_number", number}, {"name", name}, {"region", "440106"}, {"employer", employer}, {"agency", ""}};
  }
  std::string opened_unit(std::string const& kind, std::string const& name) {
    auto const made = send("/console/units/new?kind=" + kind, {{"name", name}, {"region", "440106"}});
    EXPECT_EQ(made.status, 303) << made.body;
    auto const address = made.headers.at("location");
    return address.substr(0, address.find('?'));
  }
};

TEST_F(AtTheRoster, APersonIsOpenedChangedAndClosed) {
  browser.sign_in(hrss_login);
  auto const employer = opened_unit("employer", "天河第一医院");
  auto const wrong = send("/console/people/new", person("440524188001010015", "", "没有"));
  EXPECT_EQ(wrong.status, 422);
  for (auto const* error : {"校验位不对", "为空、超过 50 字", "没有这个单位"})
    EXPECT_THAT(wrong.body, HasSubstr(error));
  EXPECT_THAT(wrong.body, HasSubstr("id=\"employer-error\"")) << "at its field";
  EXPECT_THAT(wrong.body, HasSubstr("value=\"440524188001010015\"")) << "what was typed is not lost";
  auto const made = send("/console/people/new", person(unknown_person_id, "<b>龑</b>", "天河第一医院"));
  ASSERT_EQ(made.status, 303) << made.body;
  auto const address = made.headers.at("location").substr(0, made.headers.at("location").find('?'));
  EXPECT_THAT(last_entry(), StartsWith("person_opened hrss professional "));
  auto const page = browser.get(address);
  EXPECT_THAT(page.body, HasSubstr("&lt;b&gt;龑&lt;/b&gt;"));
  EXPECT_THAT(page.body, Not(HasSubstr(unknown_person_id))) << "numbers are masked";
  auto const form = browser.get(address + "/edit");
  auto const version = hidden_value(form, "version");
  Members change{
      {"name", "欧阳龑"}, {"region", "440106"}, {"employer", "天河第一医院"}, {"version", version}};
  EXPECT_EQ(send(address + "/edit", change).status, 303);
  EXPECT_THAT(last_entry(), StartsWith("person_changed hrss professional "));
  change.front().second = "欧阳后来";
  auto const late = send(address + "/edit", change);
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("刚刚被他人修改过"));
  EXPECT_THAT(late.body, HasSubstr("value=\"欧阳后来\"")) << "what was typed is not lost";
  EXPECT_NE(hidden_value(late, "version"), version);
  EXPECT_EQ(send(address, {{"act", "close"}, {"version", version}}).status, 409);
  EXPECT_EQ(send(address, {{"act", "close"}, {"version", "2"}}).status, 303);
  EXPECT_THAT(last_entry(), StartsWith("person_closed hrss professional "));
  EXPECT_THAT(send(employer, {{"act", "close"}, {"version", "1"}}).status, 303) << "nobody is left there";
}

TEST_F(AtTheRoster, WhatIsSearchedForStandsInNoAddress) {
  browser.sign_in(hrss_login);
  auto const found = send("/console/people", {{"find", person_id}});
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, HasSubstr("张三丰"));
  EXPECT_THAT(send("/console/people", {{"find", "张三"}}).body, HasSubstr("本地区没有这个人"));
  EXPECT_THAT(send("/console/people", {{"find", std::string(10'000, 'x')}}).status, 200);
}

TEST_F(AtTheRoster, OthersAndOtherRegionsAreNotThere) {
  browser.sign_in(employer_login);
  for (auto const* page : {"/console/people", "/console/people/1", "/console/people/new", "/console/units"})
    EXPECT_EQ(browser.get(page).status, 403) << page;
  EXPECT_EQ(send("/console/people/1", {{"act", "close"}, {"version", "1"}}).status, 403);
  EXPECT_EQ(send("/console/units/institution/1", {{"act", "approve"}, {"version", "1"}}).status, 403);
  browser.sign_in(operator_login);
  EXPECT_EQ(browser.get("/console/people/1").status, 403) << "operators have no part in anybody's person";
  EXPECT_EQ(browser.get("/console/units/employer/1").status, 200);
  browser.sign_in(hrss_login);
  for (auto const* none :
       {"/console/people/99", "/console/people/x", "/console/people/-1", "/console/people/1/edit/x",
        "/console/units/employer/99", "/console/units/school/1", "/console/units/employer/1%27"})
    EXPECT_EQ(browser.get(none).status, 404) << none;
  auto const high = send("/console/units/new?kind=employer",
                         {{"name", "省属医院"}, {"region", "440106"}, {"provincial", "yes"}});
  EXPECT_THAT(high.body, HasSubstr("由省人力资源和社会保障厅登记"));
  EXPECT_EQ(send("/console/units/institution/1", {{"act", "withdraw"}, {"version", "1"}}).status, 403)
      << "only the province approves";
}

TEST_F(AtTheRoster, TheProvinceApprovesWhatTheOperatorLetsIn) {
  browser.sign_in(hrss_login);
  auto const address = opened_unit("institution", "天河网络学院");
  browser.sign_in(province_login);
  EXPECT_EQ(send(address, {{"act", "approve"}, {"version", "1"}}).status, 303);
  EXPECT_THAT(last_entry(), StartsWith("site_approved hrss institution "));
  EXPECT_EQ(send(address, {{"act", "approve"}, {"version", "1"}}).status, 409) << "sent twice";
  browser.sign_in(operator_login);
  EXPECT_THAT(browser.get("/console/sites").body, HasSubstr("天河网络学院"));
}

}  // namespace
}  // namespace ce::tests
