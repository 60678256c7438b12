#include "hall.h"

#include <cstdlib>
#include <vector>

#include "central/changes/epoch.h"
#include "central/changes/touch.h"
#include "shared/storage/insert_rows.h"

namespace ce::test {

Hall::Hall() : client(connect()), line(*client) {
  admin("kiosk settings --id GZ-TH-01 --cache region");
  // The fixture's rows were written past central.
  touch_people(1, 1);
  std::vector<std::string> const numbers{tests::certificate_number, tests::revoked_number};
  EXPECT_TRUE(store_.write(
      [&](storage::Database& database) { return changes::certificates_changed(database, numbers); }));
  restart();
}

std::unique_ptr<drivers::HttpCentral> Hall::connect() const {
  auto const key_file = directory / "kiosk.key";
  write_all(key_file, std::string{tests::kiosk_key} + "\n");
  std::filesystem::permissions(key_file, std::filesystem::perms::owner_read);
  drivers::CentralAddress address;
  address.base_url = "http://127.0.0.1:" + std::to_string(central.port());
  address.kiosk_id = tests::kiosk_id;
  address.key_file = key_file;
  return drivers::HttpCentral::make(address).value();
}

void Hall::admin(std::string const& words, std::string const& input) const {
  auto const in = central.folder / "input";
  write_all(in, input);
  auto const command = std::string{CE_BIN_DIR "/ce-admin --config-dir " CE_SOURCE_DIR "/config --db '"} +
                       central.folder.store() + "' " + words + " <" + in.string() + " >" +
                       (central.folder / "said").string() + " 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0) << read_all(central.folder / "said");
}

std::string Hall::id_of(std::int64_t person) {
  return "4405241880" + std::to_string(10'000'000 + person);
}

void Hall::add_people(std::int64_t first, std::int64_t count) {
  ASSERT_TRUE(store_.write([&](storage::Database& database) {
    return storage::insert_rows(
        database, "INSERT INTO professionals (id, id_number, name, region, created_ms)", 5,
        static_cast<std::size_t>(count), [&](storage::Statement& row, int at, std::size_t i) {
          auto const person = first + static_cast<std::int64_t>(i);
          row.bind(at, person).bind(at + 1, id_of(person)).bind(at + 2, "示例").bind(at + 3, "440106");
          row.bind(at + 4, std::int64_t{0});
        });
  }));
  ASSERT_TRUE(store_.write([&](storage::Database& database) {
    return storage::insert_rows(
        database,
        "INSERT INTO learning_records (id, professional, content, subject, activity, review, assessment, "
        "mandatory, in_guide, within_schooling, units, start_day, end_day, created_ms)",
        14, static_cast<std::size_t>(count), [&](storage::Statement& row, int at, std::size_t i) {
          auto const person = first + static_cast<std::int64_t>(i);
          row.bind(at, 1000 + person).bind(at + 1, person).bind(at + 2, "公需").bind(at + 3, "public");
          row.bind(at + 4, "online_approved").bind(at + 5, "approved").bind(at + 6, "pass");
          for (int flag = 7; flag <= 9; ++flag) row.bind(at + flag, std::int64_t{1});
          row.bind(at + 10, std::int64_t{2700}).bind(at + 11, "2024-05-06").bind(at + 12, "2024-05-10");
          row.bind(at + 13, std::int64_t{0});
        });
  }));
  touch_people(first, count);
}

void Hall::touch_people(std::int64_t first, std::int64_t count) {
  std::vector<std::int64_t> ids;
  for (std::int64_t i = 0; i < count; ++i) ids.push_back(first + i);
  ASSERT_TRUE(
      store_.write([&](storage::Database& database) { return changes::persons_changed(database, ids); }));
}

void Hall::begin_epoch() {
  ASSERT_TRUE(store_.write([&](storage::Database& database) { return changes::begin_epoch(database, now); }));
}

void Hall::restart() {
  seen_ = std::make_unique<cache::Cache>(
      cache::Cache::open(directory / "cache.db", key(), {}, clock, logger).value());
  region_ = std::make_unique<cache::RegionCopy>(
      cache::RegionCopy::open(directory / "region.db", key(), logger).value());
}

}  // namespace ce::test
