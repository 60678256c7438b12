#include <gmock/gmock.h>

#include "at_the_console.h"

namespace ce::tests {
namespace {

/// Whatever stands in addresses and forms of the console, its answer is a page that says so, in time, and
/// nothing is changed by it.
class Nonsense : public AtTheConsole {
 protected:
  std::string everything() const {
    // Who came in, who looked at people and who wants to use a kiosk is noted as well.
    return value(
        "SELECT COUNT(*) FROM audit_entries WHERE action NOT IN ('signed_in', 'sign_in_failed', "
        "'people_searched', 'person_viewed', 'register_downloaded', 'visit_code_made')");
  }
};

constexpr auto captures = std::to_array<char const*>(
    {"0", "1", "-1", "99999999999999999999", "x", "%27%20OR%201=1--", "%3Cscript%3E", "%F0%9F%92%A9",
     "..%2F..%2Fetc", "employer/9", "6f0c2c1e-7d4b-4f0e-9a51-0123456789ab"});
constexpr auto queries = std::to_array<char const*>(
    {"?after=-1&role=x&kind=x&year=99999&region=440106%27&name=%25&said=nothing&n=-5",
     "?after=440106-99999999999999999999&year=0&from=2026-13-45&to=x&kiosk=%22%3E%3Cb%20z%3E&at=x&print=x&"
     "find=%"
     "00"});

TEST_F(Nonsense, IsAnsweredByAPageAndChangesNothing) {
  auto const all = routes();
  ASSERT_GT(all.size(), 60U);
  for (auto const* login : {person_id, employer_login, hrss_login, operator_login}) {
    browser.sign_in(login, std::string_view{login} == person_id ? person_password : account_password);
    auto const csrf = browser.csrf();
    auto const before = everything();
    for (auto const& route : all) {
      for (auto const* capture : captures) {
        auto const target = filled(route.pattern, capture);
        bool const fixed = route.pattern.find('{') == std::string::npos;
        bool const posted = route.method == "POST";
        std::vector<std::pair<std::string, std::string>> const form{{"csrf", csrf},
                                                                    {"act", "x"},
                                                                    {"version", "x"},
                                                                    {"id_number", "="},
                                                                    {"region", "<>"},
                                                                    {"day", "x"},
                                                                    {"year", "x"},
                                                                    {"batch", "x"},
                                                                    {"pick", "x"},
                                                                    {"role", "x"},
                                                                    {"name", std::string(300, '\x01')}};
        auto const answer = posted ? browser.post(target, form) : browser.get(target);
        EXPECT_GT(answer.status, 0) << route.method << ' ' << target;
        EXPECT_LT(answer.status, 500) << login << ' ' << route.method << ' ' << target << answer.body;
        EXPECT_EQ(answer.body.find("<script>"), std::string::npos) << target;
        if (fixed) break;
      }
      if (route.method != "GET") continue;
      for (auto const* query : queries) {
        auto const target = filled(route.pattern, "1") + query;
        auto const answer = browser.get(target);
        EXPECT_LT(answer.status, 500) << login << ' ' << target << answer.body;
        EXPECT_EQ(answer.body.find("\"><b z>"), std::string::npos) << target;
      }
    }
    EXPECT_EQ(everything(), before) << login;
  }
}

}  // namespace
}  // namespace ce::tests
