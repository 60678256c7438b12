#pragma once

#include <gmock/gmock.h>

#include "central/accounts/manage.h"
#include "central/registration/fixture.h"
#include "central/registration/register.h"
#include "central/roster/people.h"
#include "central/standings/refresh.h"

namespace ce::test {

/// The people and units of RegistrationTest with clerks of every kind that might keep them.
struct RosterTest : RegistrationTest {
  using Role = accounts::Role;
  accounts::Keeper const county{"acc-county", Role::hrss, "440106"};
  accounts::Keeper const other{"acc-other", Role::hrss, "440306"};
  accounts::Keeper const provincial{"acc-province", Role::hrss, "440000"};
  accounts::Keeper const keeper = accounts::operator_keeper("li");
  accounts::Keeper const clerk{"acc-clerk", Role::employer, "440106"};

  void SetUp() override {
    RegistrationTest::SetUp();
    if (on_postgresql()) {
      for (auto const* table : {"employers", "institutions", "talent_agencies", "professionals"})
        write(std::string{"ALTER SEQUENCE "} + table + "_ids RESTART WITH 1001");
    }
  }

  /// A year of theirs that is complete, with its standing.
  void complete(std::int64_t person_id, int year) {
    complete_year(person_id, year);
    ASSERT_TRUE(store.write([&](storage::Database& database) {
      return standings::refresh_one(database, store.rules(), person_id, now);
    }));
  }
  /// Study that begins its review at employer 1.
  registration::Entry practice() const {
    auto entry = course("院内实践");
    entry.record.activity = credit::Activity::practice;
    entry.record.hours.reset();
    entry.record.half_days = 2;
    return entry;
  }

  roster::Unit unit_now(roster::UnitKind kind, std::int64_t id) const {
    roster::Unit found;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(found, roster::unit(database, kind, id));
      return {};
    }));
    return found;
  }
  roster::Person person_now(std::int64_t id) const {
    roster::Person found;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(found, roster::person(database, id, {}));
      return {};
    }));
    return found;
  }
  roster::SeenUnit seen(roster::UnitKind kind, std::int64_t id) const {
    return {kind, id, unit_now(kind, id).version};
  }
  roster::SeenPerson seen(std::int64_t id) const { return {id, person_now(id).version}; }

  /// "action subject_kind subject" of the entries since the last call, oldest first.
  std::vector<std::string> entries() {
    std::vector<std::string> found;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      auto rows = database.prepare(
          "SELECT action || ' ' || subject_kind || ' ' || subject || ' @' || scope FROM audit_entries ORDER "
          "BY "
          "at_ms, scope, seq");
      for (;;) {
        CE_TRY(bool const more, rows.step());
        if (!more) return {};
        found.push_back(rows.text(0));
      }
    }));
    std::vector<std::string> const fresh{found.begin() + static_cast<std::ptrdiff_t>(heard_), found.end()};
    heard_ = found.size();
    return fresh;
  }

  template <class T>
  static std::string said(Result<T> const& result) {
    if (!result) return describe(result.failure());
    if constexpr (!std::is_void_v<T>) return registration::sentence(result->faults);
    return "done";
  }

 private:
  std::size_t heard_ = 0;
};

}  // namespace ce::test
