#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "shared/storage/database.h"
#include "support/temp_directory.h"

namespace ce::test {

/// Whether this run is the one on PostgreSQL.
[[nodiscard]] bool on_postgresql();

/// What fills an empty place with what many tests begin with.
using Fill = void (*)(std::string const& location);

/// A fresh place for a store: a file that is not there yet, or an empty database; gone with its owner.
class TestStore {
 public:
  /// With a Fill the place is as that left it. It runs once in this process, everybody gets a copy: schema
  /// and passwords need not be made for each test. One thread.
  explicit TestStore(Fill fill = nullptr);
  TestStore(TestStore const&) = delete;
  TestStore& operator=(TestStore const&) = delete;
  ~TestStore();

  /// What Store::open() and `ce-admin --db` take.
  [[nodiscard]] std::string const& location() const { return location_; }
  /// The directory of the file; on PostgreSQL an empty one.
  [[nodiscard]] std::filesystem::path const& folder() const { return directory_.path(); }
  /// A connection of one's own, brought up to `steps`.
  [[nodiscard]] Result<storage::Database> open(std::span<storage::Migration const> steps) const;
  [[nodiscard]] Result<storage::Database> open_reader() const;

 private:
  static TestStore const& filled_by(Fill fill);

  TempDirectory directory_;
  std::string location_;
  std::string name_;  // of the database, on PostgreSQL
};

/// On the private cluster: "host=... user=ce dbname=NAME".
[[nodiscard]] std::string cluster_location(std::string const& database, std::string const& user = "ce");

}  // namespace ce::test
