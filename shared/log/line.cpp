#include "shared/log/line.h"

#include <array>

#include "shared/base/text.h"

namespace ce::log {
namespace {

constexpr auto level_names = std::to_array<std::string_view>({"debug", "info", "warning", "error"});

constexpr auto event_names = std::to_array<std::string_view>({
#define CE_EVENT(name, level) #name,
#include "events.def"
#undef CE_EVENT
});

constexpr auto event_levels = std::to_array<Level>({
#define CE_EVENT(name, level) Level::level,
#include "events.def"
#undef CE_EVENT
});

void append_escaped(std::string& out, char c, bool ascii_only) {
  constexpr std::string_view digits = "0123456789abcdef";
  auto const byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    out += '\\';
    out += c;
  } else if (byte < 0x20 || byte == 0x7F) {
    out += "\\u00";
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  } else if (byte >= 0x80 && ascii_only) {
    out += "\\ufffd";
  } else {
    out += c;
  }
}

void append_text(std::string& out, std::string_view text) {
  bool const ascii_only = !decode_utf8(text).has_value();
  out += '"';
  for (char const c : text) append_escaped(out, c, ascii_only);
  out += '"';
}

struct AppendValue {
  std::string& out;
  void operator()(std::int64_t value) const { out += std::to_string(value); }
  void operator()(bool value) const { out += value ? "true" : "false"; }
  void operator()(std::string const& value) const { append_text(out, redact(value)); }
};

}  // namespace

Level level_of(Event event) {
  return event_levels.at(static_cast<std::size_t>(event));
}

std::string line(Instant at, Level level, Event event, std::initializer_list<Field> fields) {
  std::string out = R"({"time":")" + rfc3339(at) + R"(","level":")";
  out += level_names.at(static_cast<std::size_t>(level));
  out += R"(","event":")";
  out += event_names.at(static_cast<std::size_t>(event));
  out += '"';
  for (auto const& field : fields) {
    out += ',';
    append_text(out, field.name);
    out += ':';
    std::visit(AppendValue{out}, field.value);
  }
  out += '}';
  return out;
}

}  // namespace ce::log
