#pragma once

#include <map>

#include "at_the_console.h"
#include "central/accounts/manage.h"
#include "put_jobs.h"
#include "shared/password/password_hash.h"

namespace ce::tests {

struct Clerk {
  char role;
  char const* login;
  accounts::Role as;
  char const* region;
  std::optional<std::int64_t> unit = {};
  std::vector<std::string> industries = {};
};

/// One of each, and one of each beside them whose people and units are others. Unit 1 and person 1 are the
/// fixture's, of 440106.
inline std::vector<Clerk> const& clerks() {
  static std::vector<Clerk> const all{
      {'I', "base", accounts::Role::institution, "", 1, {}},
      {'A', "agency", accounts::Role::talent_agency, "", 1, {}},
      {'Y', "construction", accounts::Role::industry_authority, "440106", {}, {"construction"}},
      {'H', "guangzhou.hrss", accounts::Role::hrss, "440100", {}, {}},
      {'I', "far.base", accounts::Role::institution, "", 9, {}},
      {'E', "far.works", accounts::Role::employer, "", 9, {}},
      {'A', "far.agency", accounts::Role::talent_agency, "", 9, {}},
      {'Y', "health", accounts::Role::industry_authority, "440106", {}, {"health"}},
      {'Y', "far.construction", accounts::Role::industry_authority, "440306", {}, {"construction"}},
      {'H', "far.hrss", accounts::Role::hrss, "440306", {}, {}}};
  return all;
}

inline constexpr std::string_view more_units = R"(
INSERT INTO talent_agencies (id, name, region) VALUES (1, '天河人才', '440106'), (9, '宝安人才', '440306');
INSERT INTO institutions (id, name, region, approved_online) VALUES (9, '宝安基地', '440306', 0);
INSERT INTO employers (id, name, region, provincial, industry) VALUES (9, '宝安工厂', '440306', 0, 'construction');
INSERT INTO learning_records (id, professional, institution, content, subject, activity, review, assessment, mandatory,
  in_guide, within_schooling, units, start_day, end_day, created_ms, registrar_party, registrar, review_region, employer,
  industry)
VALUES (9, 1, 1, '装配式建筑', 'professional', 'training', 'pending_industry', 'pass', 0, 1, 1, 540, '2024-05-06',
  '2024-05-10', 0, 'institution', 'acc-gone', '440106', 1, 'construction');
)";

class ManyRoles : public AtTheConsole {
 protected:
  void SetUp() override {
    auto store = store::Store::open(central.folder.store(), product_rules()).value();
    auto const hash = password::hash(SecretText{account_password});
    auto const done = store.write([&](storage::Database& database) -> Result<void> {
      CE_CHECK(database.execute(std::string{more_units} + put_jobs() + put_proposal()));
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

  void sign_in(std::string const& login, std::string const& password = account_password) {
    ASSERT_EQ(browser.sign_in(login, password).status, 303) << login;
    token_ = browser.csrf();
  }

  std::map<std::string, std::string> ids_;
  std::string token_;
};

}  // namespace ce::tests
