#include "shared/protocol/object_writer.h"

#include <algorithm>

#include "shared/base/text.h"
#include "shared/protocol/writing.h"

namespace ce::protocol {
namespace {

constexpr std::size_t usual_bytes = 256;

bool is_plain(char c) {
  return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;
}

}  // namespace

ObjectWriter::ObjectWriter() {
  json_.reserve(usual_bytes);
  json_.append("{\"version\":").append(std::to_string(version));
}

void ObjectWriter::member(std::string_view name) {
  json_.append(",\"").append(name).append("\":");
}

ObjectWriter& ObjectWriter::text(std::string_view name, std::string_view value) {
  member(name);
  if (std::all_of(value.begin(), value.end(), is_plain) && is_utf8(value)) {
    json_.append("\"").append(value).append("\"");
  } else {
    json_ += text_of(OrderedJson(value));
  }
  return *this;
}

ObjectWriter& ObjectWriter::number(std::string_view name, std::int64_t value) {
  member(name);
  json_ += std::to_string(value);
  return *this;
}

ObjectWriter& ObjectWriter::flag(std::string_view name, bool value) {
  member(name);
  json_ += value ? "true" : "false";
  return *this;
}

std::string ObjectWriter::finish() && {
  json_ += '}';
  return std::move(json_);
}

}  // namespace ce::protocol
