#include "support/store/test_store.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>

#include "central/postgres/postgres.h"

namespace ce::test {
namespace {

// A test without its cluster is a broken test, not a finding.
void on_cluster(std::string const& sql) {
  auto database = postgres::connect(cluster_location("postgres"), {});
  auto const done = database ? database->execute(sql) : Result<void>{database.failure()};
  if (done) return;
  std::fprintf(stderr, "tests/support/store: %s\n", describe(done.failure()).c_str());
  std::abort();
}

}  // namespace

bool on_postgresql() {
  char const* const chosen = std::getenv("CE_TEST_STORE");
  return chosen != nullptr && std::string_view{chosen} == "postgresql";
}

std::string cluster_location(std::string const& database, std::string const& user) {
  std::string directory;
  std::ifstream{CE_POSTGRESQL_PLACE} >> directory;
  return "host=" + directory + " user=" + user + " dbname=" + database;
}

TestStore::TestStore(Fill fill) : location_(directory_ / "central.db") {
  auto const* const pattern = fill == nullptr ? nullptr : &filled_by(fill);
  if (on_postgresql()) {
    static std::atomic<int> made = 0;
    name_ = "ce_" + std::to_string(::getpid()) + "_" + std::to_string(++made);
    // Copied as files: a third of the processor's time that a copy through the log takes (61 ms, 186 ms).
    on_cluster("CREATE DATABASE " + name_ + (pattern == nullptr ? "" : " TEMPLATE " + pattern->name_) +
               " STRATEGY FILE_COPY");
    location_ = cluster_location(name_);
  } else if (pattern != nullptr) {
    std::filesystem::copy(pattern->folder(), folder(), std::filesystem::copy_options::recursive);
  }
}

TestStore const& TestStore::filled_by(Fill fill) {
  static std::map<Fill, std::unique_ptr<TestStore>> filled;
  auto& pattern = filled[fill];
  if (pattern == nullptr) {
    pattern = std::make_unique<TestStore>();
    fill(pattern->location());
  }
  return *pattern;
}

TestStore::~TestStore() {
  if (!name_.empty()) on_cluster("DROP DATABASE " + name_ + " WITH (FORCE)");
}

Result<storage::Database> TestStore::open(std::span<storage::Migration const> steps) const {
  if (!on_postgresql()) return storage::Database::open(location_, storage::Durability::full, steps);
  CE_TRY(auto database, postgres::connect(location_, {}));
  CE_CHECK(postgres::migrate(database, location_, steps));
  return database;
}

Result<storage::Database> TestStore::open_reader() const {
  if (!on_postgresql()) return storage::Database::open_reader(location_);
  return postgres::connect(location_, {.reader = true});
}

}  // namespace ce::test
