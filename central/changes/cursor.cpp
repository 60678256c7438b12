#include "central/changes/cursor.h"

#include <algorithm>
#include <charconv>

namespace ce::changes {
namespace {

constexpr std::size_t longest = 4096;
constexpr std::size_t scope_digits = 6;

Failure no_cursor() {
  return {FailureCode::input_invalid, "cursor 不是本系统给出的同步位置"};
}

/// What is before the next `mark`, or all; takes both off `text`.
std::string_view take(std::string_view& text, char mark) {
  auto const end = std::min(text.find(mark), text.size());
  auto const part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool is_scope(std::string_view text) {
  return text.size() == scope_digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool read_number(std::string_view text, std::int64_t& number) {
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number >= 0;
}

bool read_seen(std::string_view part, Cursor& cursor) {
  auto const scope = take(part, '-');
  std::int64_t number = 0;
  return is_scope(scope) && read_number(part, number) && cursor.seen.emplace(scope, number).second;
}

}  // namespace

std::string text_of(Cursor const& cursor) {
  std::string text = "1." + cursor.epoch + "." + cursor.region + "." + std::to_string(cursor.kinds) + ".";
  bool first = true;
  for (auto const& [scope, number] : cursor.seen) {
    if (!first) text += '_';
    first = false;
    text.append(scope).append("-").append(std::to_string(number));
  }
  return text;
}

Result<Cursor> read_cursor(std::string_view text) {
  if (text.size() > longest || take(text, '.') != "1") return no_cursor();
  Cursor cursor;
  cursor.epoch = take(text, '.');
  cursor.region = take(text, '.');
  if (cursor.epoch.empty() || !is_scope(cursor.region) || !read_number(take(text, '.'), cursor.kinds)) {
    return no_cursor();
  }
  while (!text.empty()) {
    if (!read_seen(take(text, '_'), cursor)) return no_cursor();
  }
  return cursor;
}

}  // namespace ce::changes
