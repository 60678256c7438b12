#include "central/store/file_schema.h"

#include <string>

#include "central/store/schema_lines.h"

namespace ce::store {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

/// What is a file's alone stands in a comment.
void open_file_parts(std::string& text) {
  constexpr std::string_view opening{"/* on a file:"};
  constexpr std::string_view closing{"*/"};
  for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at)) {
    text.replace(text.find(closing, at), closing.size(), "");
    text.replace(at, opening.size(), "");
  }
}

std::string on_file(std::string_view sql) {
  auto text = without_lines(without_lines(sql, "/* on a server */"), "/* on postgresql */");
  open_file_parts(text);
  replace_all(text, "BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY");
  replace_all(text, "/* clustered */", "WITHOUT ROWID");
  return text;
}

}  // namespace

std::span<storage::Migration const> file_schema() {
  static RewrittenSchema const on_files{on_file};
  return on_files.steps();
}

// A batch touches some thousand pages; with SQLite's own 2 MB they would be read again and again, and moved
// from the log to the file every 4 MB. More than 8 MB of cache cost more than they save: a commit that has
// split a page walks through the whole of it. A large transaction's changed pages stay in memory (160 MB at
// most) and so does what a savepoint keeps.
Result<void> tune_writer(storage::Database& database) {
  return database.execute(
      "PRAGMA cache_size = -8192; PRAGMA cache_spill = 40000; PRAGMA wal_autocheckpoint = 8192; "
      "PRAGMA temp_store = MEMORY");
}

// Read from where the kernel has the file already: a cache of SQLite's own is thrown away whole with each
// commit of anybody, and a look-up among a million finds its page in none. 2 GB is SQLite's limit; what lies
// behind is read as before. The writer writes by calls.
Result<void> tune_reader(storage::Database& database) {
  return database.execute(
      "PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 2147418112");
}

}  // namespace ce::store
