#include "central/store/connect.h"
#include "central/transfer/manifest.h"
#include "central/transfer/row_file.h"
#include "central/transfer/transfer.h"

namespace ce::transfer {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t rows_per_progress = 10'000;

/// New, or left by an export that was broken off: row files alone.
Result<void> make_room(fs::path const& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) return Failure{FailureCode::storage_fault, directory.string() + ": " + error.message()};
  fs::permissions(directory, fs::perms::owner_all, error);
  for (auto const& entry : fs::directory_iterator{directory, error}) {
    if (entry.path().extension() == ".rows" && !fs::exists(manifest_file(directory))) continue;
    return Failure{FailureCode::input_invalid,
                   directory.string() + ": holds something already; name a new directory"};
  }
  if (error) return Failure{FailureCode::storage_fault, directory.string() + ": " + error.message()};
  return {};
}

Result<Digest> export_table(storage::Database& database, Table const& table, fs::path const& directory,
                            Progress const& progress) {
  CE_TRY(auto file, RowWriter::create(rows_file(directory, table)));
  CE_TRY(auto const digest, read_rows(database, table, [&](std::string_view line, std::int64_t row) {
           if (progress && row % rows_per_progress == 0) progress(table.name, row, 0);
           return file.add(line);
         }));
  CE_CHECK(file.finish());
  if (progress) progress(table.name, digest.rows, digest.rows);
  return digest;
}

}  // namespace

Result<Moved> export_store(std::string const& location, fs::path const& directory, Progress const& progress) {
  CE_TRY(auto database, store::connect_reader(location));
  CE_CHECK(make_room(directory));
  CE_TRY(auto transaction, database.begin());
  CE_TRY(auto const tables, catalogue(database));
  Manifest manifest;
  CE_TRY(manifest.steps, steps_of(database));
  Moved moved;
  for (auto const& table : tables) {
    CE_TRY(auto const digest, export_table(database, table, directory, progress));
    manifest.entries.push_back({table, digest});
    ++moved.tables;
    moved.rows += digest.rows;
  }
  CE_CHECK(transaction.commit());
  CE_CHECK(write_manifest(directory, manifest));
  return moved;
}

}  // namespace ce::transfer
