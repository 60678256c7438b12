#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "kiosk/cache/cache.h"
#include "shared/storage/database.h"
#include "support/example_id.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {

/// A clock that stands where it was set.
class SetClock final : public Clock {
 public:
  Instant at{1'772'000'000'000};
  [[nodiscard]] Instant now() const override { return at; }
  [[nodiscard]] Tick tick() const override { return Tick{}; }
};

inline protocol::PersonYears person(std::string id = example_id, std::string name = "示例甲") {
  protocol::YearProgress year;
  year.year = 2025;
  year.complete = true;
  year.certificate.state = protocol::CertificateState::printable;
  year.certificate.number = "44010625000001";
  year.certificate.authority = "广州市天河区人力资源和社会保障局";
  protocol::RecordLine record;
  record.content = "公需科目：数字经济";
  year.records.push_back(record);
  protocol::PersonYears years;
  years.name = SecretText{std::move(name)};
  years.id_number = SecretText{std::move(id)};
  years.region = "440106";
  years.employer = "某某设计院";
  years.as_of = {1'771'999'000'000};
  years.years.push_back(year);
  return years;
}

inline protocol::PersonQuery by_card(std::string id = example_id) {
  return {SecretText{std::move(id)}, protocol::ByCard{}};
}
inline protocol::PersonQuery by_password(std::string password) {
  return {SecretText{example_id}, protocol::ByPassword{SecretText{std::move(password)}}};
}

/// What a store holds in the first row of that, sealed as it lies there.
inline std::string sealed_in(std::filesystem::path const& file, std::string_view select) {
  auto reader = storage::Database::open_reader(file).value();
  auto row = reader.prepare(select);
  EXPECT_TRUE(row.step().value());
  return row.blob(0);
}
/// Whether a store's file or its log has these bytes.
inline bool lies_in(std::filesystem::path const& file, std::string const& bytes) {
  return (read_all(file) + read_all(file.string() + "-wal")).find(bytes) != std::string::npos;
}

/// A directory with a cache in it that can be closed and opened again.
struct CacheRoom {
  TempDirectory directory;
  SetClock clock;
  cache::Limits limits;
  log::Logger logger = log::Logger::to_file(directory / "kiosk.log", 1U << 20U, 1).value();
  std::filesystem::path file = directory / "cache.db";
  std::filesystem::path key_file = directory / "cache.key";

  [[nodiscard]] Result<cache::Cache> try_open() const {
    return cache::Cache::open(file, key_file, limits, clock, logger);
  }
  [[nodiscard]] cache::Cache open() const {
    auto cache = try_open();
    if (!cache) ADD_FAILURE() << describe(cache.failure());
    return std::move(cache).value();
  }
};

}  // namespace ce::test
