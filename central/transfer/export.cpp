#include <algorithm>
#include <optional>

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

Result<Digest> export_table(storage::Database& database, Table const& table, std::string_view where,
                            fs::path const& directory, Progress const& progress) {
  CE_TRY(auto file, RowWriter::create(rows_file(directory, table)));
  CE_TRY(auto const digest, read_rows(
                                database, table,
                                [&](std::string_view line, std::int64_t row) {
                                  if (progress && row % rows_per_progress == 0) progress(table.name, row, 0);
                                  return file.add(line);
                                },
                                where));
  CE_CHECK(file.finish());
  if (progress) progress(table.name, digest.rows, digest.rows);
  return digest;
}

/// Which rows of it, where some are asked for; nothing: none of it.
std::optional<std::string_view> wanted(Table const& table, std::vector<Part> const* parts) {
  if (parts == nullptr) return std::string_view{};
  auto const found =
      std::find_if(parts->begin(), parts->end(), [&](Part const& part) { return part.table == table.name; });
  return found == parts->end() ? std::nullopt : std::optional<std::string_view>{found->where};
}

Result<Moved> write_archive(std::string const& location, fs::path const& directory,
                            std::vector<Part> const* parts, Progress const& progress) {
  CE_TRY(auto database, store::connect_reader(location));
  CE_CHECK(make_room(directory));
  CE_TRY(auto transaction, database.begin());
  CE_TRY(auto const tables, catalogue(database));
  Manifest manifest;
  CE_TRY(manifest.steps, steps_of(database));
  Moved moved;
  for (auto const& table : tables) {
    auto const where = wanted(table, parts);
    if (!where) continue;
    CE_TRY(auto const digest, export_table(database, table, *where, directory, progress));
    manifest.entries.push_back({table, digest});
    ++moved.tables;
    moved.rows += digest.rows;
  }
  CE_CHECK(transaction.commit());
  CE_CHECK(write_manifest(directory, manifest));
  return moved;
}

/// Lines and hash of a file.
Result<Digest> digest_of(fs::path const& file) {
  RowReader reader{file};
  Digest digest;
  std::string lines;
  for (;;) {
    CE_TRY(bool const more, reader.next(lines));
    if (!more) break;
    digest.rows += std::count(lines.begin(), lines.end(), '\n');
  }
  digest.sha256 = reader.hash();
  return digest;
}

/// False too where the file is gone or cut off: that is what is asked.
bool is_whole(fs::path const& directory, Manifest::Entry const& entry) {
  auto const found = digest_of(rows_file(directory, entry.table));
  return found && *found == entry.digest;
}

}  // namespace

Result<Moved> export_store(std::string const& location, fs::path const& directory, Progress const& progress) {
  return write_archive(location, directory, nullptr, progress);
}

Result<Copied> copy_parts(std::string const& location, fs::path const& directory,
                          std::vector<Part> const& parts, Progress const& progress) {
  CE_TRY(auto const moved, write_archive(location, directory, &parts, progress));
  CE_TRY(auto const manifest, digest_of(manifest_file(directory)));
  return Copied{moved, manifest.sha256};
}

Result<Compared> compare_parts(std::string const& location, fs::path const& directory,
                               std::vector<Part> const& parts) {
  CE_TRY(auto const manifest, read_manifest(directory));
  CE_TRY(auto const digest, digest_of(manifest_file(directory)));
  CE_TRY(auto database, store::connect_reader(location));
  CE_TRY(auto transaction, database.begin());
  Compared compared{digest.sha256, {}};
  for (auto const& entry : manifest.entries) {
    auto const where = wanted(entry.table, &parts);
    if (!where) {
      return Failure{FailureCode::input_invalid, directory.string() + ": is another kind of archive"};
    }
    CE_TRY(auto const today, read_rows(database, entry.table, {}, *where));
    compared.parts.push_back(
        {entry.table.name, entry.digest.rows, is_whole(directory, entry), today == entry.digest});
  }
  CE_CHECK(transaction.commit());
  return compared;
}

}  // namespace ce::transfer
