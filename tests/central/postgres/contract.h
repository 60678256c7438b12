#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "support/store/test_store.h"

namespace ce::test {

inline constexpr std::array<storage::Migration, 1> one_step{
    {{"visitors", "CREATE TABLE visitors (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, photo BYTEA)"}}};

inline constexpr std::array<storage::Migration, 2> two_steps{
    {one_step[0],
     {"visits",
      "CREATE TABLE visits (visitor BIGINT NOT NULL REFERENCES visitors (id));"
      "CREATE INDEX visits_by_visitor ON visits (visitor)"}}};

/// A connection to a fresh database of two_steps, on the engine of this run.
struct Contract : testing::Test {
  TestStore place;
  storage::Database database = place.open(two_steps).value();

  Result<void> add(std::int64_t id, std::string_view name) {
    return database.prepare("INSERT INTO visitors (id, name) VALUES ($1, $2)")
        .bind(1, id)
        .bind(2, name)
        .run();
  }
  Result<void> add_later(std::int64_t id, std::string_view name) {
    return database.prepare("INSERT INTO visitors (id, name) VALUES ($1, $2)")
        .bind(1, id)
        .bind(2, name)
        .run_later();
  }
  static std::int64_t count(storage::Database& asked) {
    auto statement = asked.prepare("SELECT count(*) FROM visitors");
    auto const row = statement.step();
    return row && *row ? statement.integer(0) : -1;
  }
};

}  // namespace ce::test
