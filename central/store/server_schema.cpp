#include "central/store/server_schema.h"

#include "central/store/schema_lines.h"

namespace ce::store {
namespace {

bool is_postgresql(std::string_view version) {
  return version.starts_with("PostgreSQL ") && version.find("-YB-") == std::string_view::npos;
}

}  // namespace

std::span<storage::Migration const> server_schema(std::string_view version) {
  if (is_postgresql(version)) return schema();
  static RewrittenSchema const elsewhere{
      [](std::string_view sql) { return without_lines(sql, "/* on postgresql */"); }};
  return elsewhere.steps();
}

}  // namespace ce::store
