#include "shared/protocol/object_writer.h"

#include <array>

#include "shared/base/text.h"
#include "shared/protocol/writing.h"

namespace ce::protocol {
namespace {

constexpr std::size_t usual_bytes = 256;

// Of all bytes, so that one look says it.
constexpr auto plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < plain.size(); ++c) plain.at(c) = c != '"' && c != '\\' && c != 0x7F;
  return plain;
}();

bool all_plain(std::string_view text) {
  for (char const c : text) {
    if (!plain_bytes[static_cast<unsigned char>(c)]) return false;
  }
  return true;
}

}  // namespace

ObjectWriter::ObjectWriter() {
  json_.reserve(usual_bytes);
  json_.append("{\"version\":").append(std::to_string(version));
}

// A text ends with its quotation mark, so a bracket at the end is one that was just opened.
void ObjectWriter::next() {
  if (json_.back() != '{' && json_.back() != '[') json_ += ',';
}

void ObjectWriter::member(std::string_view name) {
  next();
  json_ += '"';
  json_.append(name) += std::string_view{"\":"};
}

ObjectWriter& ObjectWriter::text(std::string_view name, std::string_view value) {
  member(name);
  put_text(value);
  return *this;
}

void ObjectWriter::put_text(std::string_view value) {
  if (all_plain(value) && is_utf8(value)) {
    json_ += '"';
    json_.append(value) += '"';
  } else {
    json_ += text_of(OrderedJson(value));
  }
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

ObjectWriter& ObjectWriter::json(std::string_view name, std::string_view value) {
  member(name);
  json_ += value;
  return *this;
}

ObjectWriter& ObjectWriter::object(std::string_view name) {
  member(name);
  json_ += '{';
  return *this;
}

ObjectWriter& ObjectWriter::list(std::string_view name) {
  member(name);
  json_ += '[';
  return *this;
}

ObjectWriter& ObjectWriter::item() {
  next();
  json_ += '{';
  return *this;
}

ObjectWriter& ObjectWriter::text_item(std::string_view value) {
  next();
  put_text(value);
  return *this;
}

ObjectWriter& ObjectWriter::close() {
  json_ += '}';
  return *this;
}

ObjectWriter& ObjectWriter::close_list() {
  json_ += ']';
  return *this;
}

std::string ObjectWriter::finish() && {
  json_ += '}';
  return std::move(json_);
}

}  // namespace ce::protocol
