#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "central/store/store.h"

namespace ce::test {

/// How the store would answer a question, a step a line. On a file parameters may stay open. A server is made
/// to use an index for what one can give: of few rows it would read all, whatever there is.
inline std::string plan_of(
    store::Store const& store, std::string const& sql,
    std::function<void(storage::Statement&)> const& bind = [](storage::Statement&) {}) {
  std::string plan;
  auto const explained = store.read([&](storage::Database& database) -> Result<void> {
    bool const server = database.dialect() == storage::Dialect::postgresql;
    if (server) {
      CE_CHECK(
          database.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; "
                           "SET LOCAL enable_sort = off; SET LOCAL enable_hashjoin = off; "
                           "SET LOCAL enable_mergejoin = off"));
    }
    auto rows = database.prepare((server ? "EXPLAIN (COSTS OFF) " : "EXPLAIN QUERY PLAN ") + sql);
    bind(rows);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      plan += rows.text(server ? 0 : 3) + "\n";
    }
  });
  EXPECT_TRUE(explained) << describe(explained.failure());
  return plan;
}

}  // namespace ce::test
