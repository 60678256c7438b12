#include "central/store/server_schema.h"

#include "central/store/schema_lines.h"

namespace ce::store {
namespace {

bool is_postgresql(std::string_view version) {
  return version.starts_with("PostgreSQL ") && version.find("-YB-") == std::string_view::npos;
}

/// Steps that take long are PostgreSQL's to take otherwise (central/postgres, heavy_step.h).
std::string unmarked(std::string sql) {
  for (std::string_view const mark : {"/* beside */ ", "/* in slices of "}) {
    for (auto at = sql.find(mark); at != std::string::npos; at = sql.find(mark)) {
      sql.erase(at, sql.find("*/ ", at) + 3 - at);
    }
  }
  return sql;
}

}  // namespace

std::span<storage::Migration const> server_schema(std::string_view version) {
  if (is_postgresql(version)) return schema();
  static RewrittenSchema const elsewhere{
      [](std::string_view sql) { return unmarked(without_lines(sql, "/* on postgresql */")); }};
  return elsewhere.steps();
}

}  // namespace ce::store
