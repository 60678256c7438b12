#include "bench/issuing/closed_triggers.h"

namespace ce::bench {
namespace {

// A server switches one off; a file has to be told it anew.
constexpr std::string_view of_server =
    "SELECT 'ALTER TABLE ' || CAST(tgrelid AS regclass) || ' DISABLE TRIGGER ' || tgname, 'ALTER TABLE ' || "
    "CAST(tgrelid AS regclass) || ' ENABLE TRIGGER ' || tgname FROM pg_trigger WHERE tgname LIKE 'closed_%'";
constexpr std::string_view of_file =
    "SELECT 'DROP TRIGGER ' || name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'closed_%'";

}  // namespace

Result<ClosedTriggers> ClosedTriggers::of(store::Store& store) {
  ClosedTriggers all;
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(database.dialect() == storage::Dialect::sqlite ? of_file : of_server);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      all.away_.push_back(rows.text(0));
      all.back_.push_back(rows.text(1));
    }
  });
  if (!read) return read.failure();
  return all;
}

Result<void> ClosedTriggers::put(store::Store& store, bool there) {
  if (there == there_) return {};
  there_ = there;
  return store.write([&](storage::Database& database) -> Result<void> {
    for (auto const& statement : there ? back_ : away_) CE_CHECK(database.execute(statement));
    return {};
  });
}

}  // namespace ce::bench
