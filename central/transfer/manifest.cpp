#include "central/transfer/manifest.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "shared/base/durable_file.h"

namespace ce::transfer {
namespace {

using Json = nlohmann::json;

constexpr int format = 1;
constexpr auto kind_words = std::to_array<std::string_view>({"integer", "text", "bytes"});

Json json_of(Manifest::Entry const& entry) {
  Json columns = Json::array();
  for (auto const& column : entry.table.columns) {
    columns.push_back(
        {{"name", column.name}, {"kind", kind_words.at(static_cast<std::size_t>(column.kind))}});
  }
  return {{"table", entry.table.name},
          {"columns", columns},
          {"key", entry.table.key},
          {"rows", entry.digest.rows},
          {"sha256", entry.digest.sha256}};
}

Manifest::Entry entry_of(Json const& json) {
  Manifest::Entry entry;
  entry.table.name = json.at("table").get<std::string>();
  for (auto const& column : json.at("columns")) {
    auto const word = column.at("kind").get<std::string>();
    auto const kind = std::find(kind_words.begin(), kind_words.end(), word) - kind_words.begin();
    entry.table.columns.push_back({column.at("name").get<std::string>(), static_cast<Kind>(kind)});
  }
  entry.table.key = json.at("key").get<std::vector<std::string>>();
  entry.digest = {json.at("rows").get<std::int64_t>(), json.at("sha256").get<std::string>()};
  return entry;
}

}  // namespace

Result<std::vector<std::string>> steps_of(storage::Database& database) {
  auto rows = database.prepare("SELECT name FROM schema_steps WHERE step > 0 ORDER BY step");
  std::vector<std::string> steps;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return steps;
    steps.push_back(rows.text(0));
  }
}

bool same_shape(Table const& one, Table const& other) {
  return one.key == other.key &&
         std::equal(one.columns.begin(), one.columns.end(), other.columns.begin(), other.columns.end(),
                    [](Column const& a, Column const& b) { return a.name == b.name && a.kind == b.kind; });
}

std::filesystem::path manifest_file(std::filesystem::path const& directory) {
  return directory / "manifest.json";
}

std::filesystem::path rows_file(std::filesystem::path const& directory, Table const& table) {
  return directory / (table.name + ".rows");
}

Result<void> write_manifest(std::filesystem::path const& directory, Manifest const& manifest) {
  Json tables = Json::array();
  for (auto const& entry : manifest.entries) tables.push_back(json_of(entry));
  Json const json{{"format", format}, {"steps", manifest.steps}, {"tables", tables}};
  return write_durably(manifest_file(directory), json.dump(1) + "\n");
}

Result<Manifest> read_manifest(std::filesystem::path const& directory) {
  auto const file = manifest_file(directory);
  std::ifstream in{file, std::ios::binary};
  if (!in) {
    return Failure{FailureCode::input_invalid,
                   directory.string() + ": no archive, or an export that was broken off; export anew"};
  }
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  try {
    auto const json = Json::parse(text);
    if (json.at("format") != format) {
      return Failure{FailureCode::input_invalid, file.string() + ": written by a newer program"};
    }
    Manifest manifest{json.at("steps").get<std::vector<std::string>>(), {}};
    for (auto const& table : json.at("tables")) manifest.entries.push_back(entry_of(table));
    return manifest;
  } catch (Json::exception const&) {
    return Failure{FailureCode::storage_corrupt,
                   file.string() + ": cannot be understood; it was changed or cut off"};
  }
}

}  // namespace ce::transfer
