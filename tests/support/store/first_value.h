#pragma once

#include <gtest/gtest.h>

#include <string>

#include "central/store/store.h"

namespace ce::test {

/// The first value of the first row of a question to the store; empty where there is no row.
inline std::string first_value(store::Store const& store, std::string const& sql) {
  std::string found;
  EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(sql);
    CE_TRY(bool const there, row.step());
    if (there) found = row.text(0);
    return {};
  }));
  return found;
}

}  // namespace ce::test
