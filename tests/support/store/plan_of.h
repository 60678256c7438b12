#pragma once

#include <gtest/gtest.h>

#include <string>

#include "central/store/store.h"

namespace ce::test {

/// How SQLite would answer a question, a step a line; its parameters may stay open. Only where the store is a
/// file.
inline std::string plan_of(store::Store const& store, std::string const& sql) {
  std::string plan;
  EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare("EXPLAIN QUERY PLAN " + sql);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      plan += rows.text(3) + "\n";
    }
  }));
  return plan;
}

}  // namespace ce::test
