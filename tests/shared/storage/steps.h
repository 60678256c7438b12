#pragma once

#include <array>

#include "shared/storage/database.h"

namespace ce::test {

inline constexpr std::array<storage::Migration, 1> one_step{
    {{"visitors", "CREATE TABLE visitors (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, photo BLOB)"}}};

inline constexpr std::array<storage::Migration, 2> two_steps{
    {one_step[0],
     {"visits",
      "CREATE TABLE visits (visitor BIGINT NOT NULL REFERENCES visitors (id));"
      "CREATE INDEX visits_by_visitor ON visits (visitor)"}}};

inline Result<storage::Database> open_one_step(std::filesystem::path const& file) {
  return storage::Database::open(file, storage::Durability::full, one_step);
}

inline Result<void> add(storage::Database& database, std::int64_t id, std::string_view name) {
  return database.prepare("INSERT INTO visitors (id, name) VALUES ($1, $2)").bind(1, id).bind(2, name).run();
}

inline std::int64_t count(storage::Database& database) {
  auto statement = database.prepare("SELECT count(*) FROM visitors");
  auto row = statement.step();
  return row && *row ? statement.integer(0) : -1;
}

}  // namespace ce::test
