#include "central/audit/list.h"

#include <limits>

namespace ce::audit {

Result<std::vector<Entry>> list(storage::Database& database, Filter const& filter) {
  auto rows = database.prepare("SELECT " + std::string{entry_columns} +
                               " FROM audit_entries WHERE scope BETWEEN $1 AND $2 AND at_ms >= $3 AND at_ms "
                               "< $4 AND ($5 = '' OR actor = $5) "
                               "ORDER BY at_ms DESC, scope, seq DESC LIMIT $6");
  rows.bind(1, filter.scope.code).bind(2, filter.scope.last());
  rows.bind(3, filter.from ? filter.from->ms : std::numeric_limits<std::int64_t>::min());
  rows.bind(4, filter.before ? filter.before->ms : std::numeric_limits<std::int64_t>::max());
  rows.bind(5, filter.actor.value_or("")).bind(6, filter.most);
  std::vector<Entry> entries;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return entries;
    entries.push_back(read_entry(rows));
  }
}

}  // namespace ce::audit
