#include "central/certificate_command/sheet_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "shared/protocol/limits.h"

namespace ce::certificate_command {
namespace {

using Json = nlohmann::json;

constexpr std::uintmax_t largest_file = 64 * 1024;
constexpr std::array<std::string_view, 7> keys{"number",     "name",         "year",      "authority",
                                               "issue_date", "blank_number", "verify_url"};

Failure invalid(std::string const& what) {
  return {FailureCode::input_invalid, what};
}

/// Nothing is taken twice: of two names in one object nobody knows which was meant.
Result<Json> parse_object(std::string_view text) {
  std::set<std::string> seen;
  std::string twice;
  auto const watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::key && depth == 1 && !seen.insert(parsed.get<std::string>()).second) {
      twice = parsed.get<std::string>();
    }
    return true;
  };
  try {
    Json object = Json::parse(text, watch);
    if (!twice.empty()) return invalid("the key \"" + twice + "\" is there twice");
    if (!object.is_object()) return invalid("an object with the keys of a certificate was expected");
    return object;
  } catch (Json::parse_error const& error) {
    return invalid("no JSON at byte " + std::to_string(error.byte));
  }
}

Result<void> check_keys(Json const& object) {
  for (auto const& [key, value] : object.items()) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      return invalid("unknown key \"" + key +
                     "\"; known are number, name, year, authority, issue_date, "
                     "blank_number, verify_url");
    }
  }
  for (auto const key : keys) {
    if (!object.contains(key) && key != "blank_number") {
      return invalid("the key \"" + std::string(key) + "\" is missing");
    }
  }
  return {};
}

Result<std::string> text_of(Json const& object, char const* key) {
  if (!object.contains(key)) return std::string();
  Json const& value = object.at(key);
  if (!value.is_string()) {
    return invalid(std::string(key) + ": a text in quotes was expected, not " + value.type_name());
  }
  return value.get<std::string>();
}

}  // namespace

Result<certificate::Sheet> parse_sheet(std::string_view json) {
  CE_TRY(Json const object, parse_object(json));
  CE_CHECK(check_keys(object));
  certificate::Sheet sheet;
  CE_TRY(sheet.number, text_of(object, "number"));
  CE_TRY(sheet.name, text_of(object, "name"));
  CE_TRY(sheet.authority, text_of(object, "authority"));
  CE_TRY(sheet.blank_number, text_of(object, "blank_number"));
  CE_TRY(sheet.verify_url, text_of(object, "verify_url"));
  Json const& year = object.at("year");
  if (!year.is_number_integer() || year < 0 || year > 9999) {
    return invalid("year: a whole number such as 2025 was expected");
  }
  sheet.year = year.get<int>();
  CE_TRY(std::string const issue_date, text_of(object, "issue_date"));
  auto const date = Date::parse_iso(issue_date);
  if (!date)
    return invalid("issue_date: a day such as \"2026-03-01\" was expected; " + date.failure().detail);
  sheet.issue_date = *date;
  return sheet;
}

Result<certificate::Sheet> read_sheet_file(std::filesystem::path const& path) {
  std::error_code error;
  auto const size = std::filesystem::file_size(path, error);
  if (error) return invalid(path.string() + ": " + error.message());
  if (size > largest_file) {
    return invalid(path.string() + ": " + std::to_string(size) + " bytes are too many for one certificate");
  }
  std::ifstream in{path, std::ios::binary};
  if (!in) return invalid(path.string() + ": cannot be read");
  auto sheet = parse_sheet(std::string{std::istreambuf_iterator<char>{in}, {}});
  if (!sheet) return invalid(path.string() + ": " + sheet.failure().detail);
  return sheet;
}

Result<std::string> read_seal_file(std::filesystem::path const& path) {
  std::ifstream in{path, std::ios::binary};
  std::string bytes(protocol::most_seal_bytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (!in.is_open() || bytes.empty()) return invalid(path.string() + ": cannot be read, or is empty");
  if (bytes.size() > protocol::most_seal_bytes) return invalid(path.string() + ": larger than 2 MB");
  return bytes;
}

Result<certificate::SealMode> seal_mode_named(std::string_view name) {
  using certificate::SealMode;
  if (name == "e_seal") return SealMode::e_seal;
  if (name == "window_stamp") return SealMode::window_stamp;
  if (name == "prestamped_stock") return SealMode::prestamped_stock;
  return invalid("--seal-mode: e_seal, window_stamp or prestamped_stock was expected, not \"" +
                 std::string(name) + "\"");
}

}  // namespace ce::certificate_command
