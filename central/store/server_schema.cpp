#include "central/store/server_schema.h"

#include <string>
#include <vector>

#include "central/store/schema.h"
#include "central/store/schema_lines.h"

namespace ce::store {
namespace {

bool is_postgresql(std::string_view version) {
  return version.starts_with("PostgreSQL ") && version.find("-YB-") == std::string_view::npos;
}

}  // namespace

std::span<storage::Migration const> server_schema(std::string_view version) {
  static auto const texts = [] {
    std::vector<std::string> all;
    for (auto const& step : schema()) all.push_back(without_lines(step.sql, "/* on postgresql */"));
    return all;
  }();
  static auto const elsewhere = [] {
    std::vector<storage::Migration> all;
    for (std::size_t i = 0; i < texts.size(); ++i) all.push_back({schema()[i].name, texts[i]});
    return all;
  }();
  return is_postgresql(version) ? schema() : std::span<storage::Migration const>{elsewhere};
}

}  // namespace ce::store
