#pragma once

#include <memory>
#include <span>
#include <string>

#include "shared/storage/database.h"
#include "support/temp_directory.h"

namespace ce::test {

/// Whether this run is the one on PostgreSQL.
[[nodiscard]] bool on_postgresql();

/// A fresh place for a store: a file that is not there yet, or an empty database; gone with its owner.
class TestStore {
 public:
  TestStore();
  TestStore(TestStore const&) = delete;
  TestStore& operator=(TestStore const&) = delete;
  ~TestStore();

  /// What Store::open() and `ce-admin --db` take.
  [[nodiscard]] std::string const& location() const { return location_; }
  /// A connection of one's own, brought up to `steps`.
  [[nodiscard]] Result<storage::Database> open(std::span<storage::Migration const> steps) const;
  [[nodiscard]] Result<storage::Database> open_reader() const;

 private:
  TempDirectory directory_;
  std::string location_;
  std::string name_;  // of the database, on PostgreSQL
};

/// On the private cluster: "host=... user=ce dbname=NAME".
[[nodiscard]] std::string cluster_location(std::string const& database, std::string const& user = "ce");

}  // namespace ce::test
