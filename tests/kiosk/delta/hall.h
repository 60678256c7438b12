#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "central/http/central_process.h"
#include "central/http/fixture.h"
#include "central/rulebook/rulebook.h"
#include "central/store/store.h"
#include "cutting_central.h"
#include "kiosk/cache/cache.h"
#include "kiosk/cache/region_copy.h"
#include "kiosk/drivers/central/http_central.h"
#include "kiosk/sync/region_pull.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {

/// A kiosk's caches beside the real ce-central, whose county has `people` more people than its fixture.
class Hall {
 public:
  Hall();

  /// `ce-admin` with these words; `input` is what it reads.
  void admin(std::string const& words, std::string const& input = {}) const;
  /// Adds people to the county, each with a standing; `first` is the row of the first one.
  void add_people(std::int64_t first, std::int64_t count);
  /// Their standings change.
  void touch_people(std::int64_t first, std::int64_t count);
  /// As a restored backup does.
  void begin_epoch();

  /// The kiosk's program is started again.
  void restart();
  Result<void> pull(bool region = true) {
    return sync::RegionPull{*region_, *seen_, logger}.refresh(line, region, now);
  }
  [[nodiscard]] std::string log_text() const { return read_all(directory / "kiosk.log"); }
  cache::Cache& seen() { return *seen_; }
  cache::RegionCopy& region() { return *region_; }
  [[nodiscard]] std::filesystem::path key() const { return directory / "cache.key"; }

  static std::string id_of(std::int64_t person);

  tests::CentralProcess central;
  TempDirectory directory;
  SystemClock clock;
  log::Logger logger = log::Logger::to_file(directory / "kiosk.log", 1U << 20U, 1).value();
  std::unique_ptr<drivers::HttpCentral> client;
  CuttingCentral line;
  Instant const now{1'790'000'000'000};

 private:
  std::unique_ptr<drivers::HttpCentral> connect() const;

  rulebook::Rulebook const& rules_ = tests::product_rules();
  store::Store store_ = store::Store::open(central.folder.store(), rules_).value();
  std::unique_ptr<cache::Cache> seen_;
  std::unique_ptr<cache::RegionCopy> region_;
};

}  // namespace ce::test
