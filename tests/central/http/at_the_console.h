#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <sstream>

#include "browser.h"
#include "central/store/store.h"
#include "fixture.h"
#include "support/store/first_value.h"

namespace ce::tests {

/// Somebody at the console of a real ce-central, with a clerk of every kind that tests need.
class AtTheConsole : public testing::Test {
 protected:
  explicit AtTheConsole(std::string_view more_configuration = {}) : central(more_configuration) {}

  Answer send(std::string const& target, std::vector<std::pair<std::string, std::string>> members) {
    members.emplace_back("csrf", browser.csrf());
    return browser.post(target, members);
  }
  /// The first value of the first row of a question to the store.
  std::string value(std::string const& sql) const {
    if (!beside_) beside_.emplace(store::Store::open(central.folder.store(), product_rules()).value());
    return test::first_value(*beside_, sql);
  }
  /// What the clerk whose entry is the last in the chain did.
  std::string last_entry() const {
    return value(
        "SELECT action || ' ' || party || ' ' || subject_kind || ' ' || subject || ' ' || scope FROM "
        "audit_entries "
        "WHERE action NOT IN ('signed_in', 'account_created', 'person_viewed', 'people_searched') ORDER BY "
        "at_ms DESC, seq DESC LIMIT 1");
  }
  struct KnownRoute {
    std::string method;
    std::string pattern;
  };
  /// Those of the program whose pattern begins so, as it lists them, but for coming and going.
  std::vector<KnownRoute> routes(std::string_view prefix = "/console") const {
    auto const listed =
        run_central(central.folder, {"--config", central.folder / "central.toml", "--routes"});
    std::vector<KnownRoute> all;
    std::istringstream lines{listed.output};
    for (std::string method, pattern, rest; lines >> method >> pattern && std::getline(lines, rest);) {
      bool const leaves = pattern == "/console/sign-out" || pattern == "/console/sign-in";
      if (pattern.starts_with(prefix) && !leaves) all.push_back({method, pattern});
    }
    return all;
  }
  /// The pattern with that in each of its places.
  static std::string filled(std::string pattern, std::string const& with) {
    for (auto at = pattern.find('{'); at != std::string::npos; at = pattern.find('{')) {
      pattern.replace(at, pattern.find('}') - at + 1, with);
    }
    return pattern;
  }
  Answer deliver(std::string const& key) const {
    return central.ask(request("POST", "/api/v1/site/records",
                               "Content-Type: application/json\r\nAuthorization: Bearer " + key + "\r\n",
                               "{\"version\":1,\"records\":[]}"));
  }

  CentralProcess central;
  Browser browser{central};

 private:
  mutable std::optional<store::Store> beside_;  // of central's own, opened when first asked
};

}  // namespace ce::tests
