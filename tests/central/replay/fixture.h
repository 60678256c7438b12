#pragma once

#include "central/replay/replay.h"
#include "central/store/fixture.h"

namespace ce::test {

/// A store with one certificate, 44010626000001 of 2026, on records 1 to 4.
struct ReplayTest : StoreTest {
  void SetUp() override {
    StoreTest::SetUp();
    complete_year(1, 2026);
    number = issue(1, 2026).value();
  }

  Result<replay::Replay> again(rulebook::Rulebook const& rules = rulebook()) {
    replay::Replay outcome;
    auto const done = store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(outcome, replay::replay(database, rules, number));
      return {};
    });
    if (!done) return done.failure();
    return outcome;
  }

  std::string number;
};

}  // namespace ce::test
