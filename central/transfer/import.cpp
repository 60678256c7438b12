#include <stdlib.h>

#include <algorithm>

#include "central/postgres/copy_in.h"
#include "central/store/connect.h"
#include "central/store/ids.h"
#include "central/store/schema.h"
#include "central/transfer/manifest.h"
#include "central/transfer/row_file.h"
#include "central/transfer/transfer.h"

namespace ce::transfer {
namespace {

namespace fs = std::filesystem;
using storage::Database;

Failure changed(Table const& table) {
  return {FailureCode::storage_corrupt,
          "table " + table.name + ": the archive's file was changed or cut off; nothing was kept"};
}

/// Tells how far a table is, by the lines that pass.
class Counter {
 public:
  Counter(Progress const& progress, Manifest::Entry const& entry) : progress_(progress), entry_(entry) {}
  void add(std::string_view lines) {
    rows_ += std::count(lines.begin(), lines.end(), '\n');
    if (progress_) progress_(entry_.table.name, rows_, entry_.digest.rows);
  }

 private:
  Progress const& progress_;
  Manifest::Entry const& entry_;
  std::int64_t rows_ = 0;
};

Result<void> insert_lines(Database& database, Table const& table, RowReader& file, Counter& counter) {
  std::string values;
  for (std::size_t i = 1; i <= table.columns.size(); ++i) values += (i > 1 ? ", $" : "$") + std::to_string(i);
  auto insert =
      database.prepare("INSERT INTO " + table.name + " (" + columns_of(table) + ") VALUES (" + values + ")");
  std::string lines;
  for (;;) {
    CE_TRY(bool const more, file.next(lines));
    if (!more) return {};
    for (std::string_view left = lines; !left.empty();) {
      auto const end = left.find('\n');
      CE_CHECK(bind_line(insert, left.substr(0, end), table));
      CE_CHECK(insert.run());
      left.remove_prefix(end + 1);
    }
    counter.add(lines);
  }
}

Result<void> copy_lines(Database& database, Table const& table, RowReader& file, Counter& counter) {
  return postgres::copy_in(database, table.name + " (" + columns_of(table) + ")",
                           [&](std::string& lines) -> Result<bool> {
                             CE_TRY(bool const more, file.next(lines));
                             if (more) counter.add(lines);
                             return more;
                           });
}

Result<void> load(Database& database, Manifest::Entry const& entry, fs::path const& directory,
                  Progress const& progress) {
  RowReader file{rows_file(directory, entry.table)};
  Counter counter{progress, entry};
  auto const loaded = database.dialect() == storage::Dialect::sqlite
                          ? insert_lines(database, entry.table, file, counter)
                          : copy_lines(database, entry.table, file, counter);
  if (!loaded) {
    return Failure{loaded.failure().code, "table " + entry.table.name + ": " + loaded.failure().detail};
  }
  return file.hash() == entry.digest.sha256 ? Result<void>{} : Result<void>{changed(entry.table)};
}

/// The archive's tables in the order in which the target takes them.
Result<std::vector<Manifest::Entry>> matched(Manifest const& manifest, std::vector<Table> const& tables,
                                             std::vector<std::string> const& steps) {
  if (manifest.steps != steps) {
    return Failure{
        FailureCode::input_invalid,
        "the archive is of another schema than this program's; bring the source up to date by `ce-admin "
        "init` of this program and export anew, or use the newer program"};
  }
  std::vector<Manifest::Entry> entries;
  for (auto const& table : tables) {
    auto const found = std::find_if(manifest.entries.begin(), manifest.entries.end(),
                                    [&](auto const& entry) { return entry.table.name == table.name; });
    if (found == manifest.entries.end() || !same_shape(found->table, table)) {
      return Failure{FailureCode::storage_corrupt,
                     "table " + table.name + ": missing from the archive, or of other columns"};
    }
    entries.push_back({table, found->digest});
  }
  if (entries.size() != manifest.entries.size()) {
    return Failure{FailureCode::storage_corrupt, "the archive holds tables that this program does not know"};
  }
  return entries;
}

/// Rows that a store has from its schema steps alone, told by a store made for this.
Result<std::vector<std::int64_t>> counts(Database& database, std::vector<Table> const& tables) {
  std::vector<std::int64_t> all;
  for (auto const& table : tables) {
    auto row = database.prepare("SELECT COUNT(*) FROM " + table.name);
    CE_CHECK(row.step());
    all.push_back(row.integer(0));
  }
  return all;
}

Result<std::vector<std::int64_t>> counts_when_new(std::vector<Table> const& tables) {
  std::string folder = fs::temp_directory_path() / "ce-import-XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr)
    return Failure{FailureCode::storage_fault, "no temporary directory"};
  Result<std::vector<std::int64_t>> made = Failure{};
  if (auto database = store::connect(folder + "/new.db"); database) {
    made = counts(*database, tables);
  } else {
    made = database.failure();
  }
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  return made;
}

Result<void> empty_new(Database& database, std::vector<Table> const& tables) {
  CE_TRY(auto const now, counts(database, tables));
  CE_TRY(auto const fresh, counts_when_new(tables));
  for (std::size_t i = tables.size(); i-- > 0;) {
    if (now[i] > fresh[i]) {
      return Failure{FailureCode::input_invalid,
                     "the target holds rows already (table " + tables[i].name + "); name a new one by --db"};
    }
    if (now[i] > 0) CE_CHECK(database.execute("DELETE FROM " + tables[i].name));
  }
  return {};
}

}  // namespace

Result<Moved> import_store(std::string const& location, fs::path const& directory, Progress const& progress) {
  CE_TRY(auto const manifest, read_manifest(directory));
  CE_TRY(auto database, store::connect(location));
  CE_TRY(auto transaction, database.begin());
  CE_TRY(auto const tables, catalogue(database));
  CE_TRY(auto const steps, steps_of(database));
  CE_TRY(auto const entries, matched(manifest, tables, steps));
  CE_CHECK(empty_new(database, tables));
  Moved moved;
  for (auto const& entry : entries) CE_CHECK(load(database, entry, directory, progress));
  // What counts is what the target gives back, not what was sent.
  for (auto const& entry : entries) {
    CE_TRY(auto const digest, read_rows(database, entry.table, {}));
    if (digest != entry.digest) return changed(entry.table);
    ++moved.tables;
    moved.rows += digest.rows;
  }
  CE_CHECK(store::catch_up_ids(database));
  CE_CHECK(transaction.commit());
  return moved;
}

}  // namespace ce::transfer
