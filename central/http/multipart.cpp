#include "central/http/multipart.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "shared/base/text.h"

namespace ce::http {
namespace {

constexpr std::size_t most_parts = 200;
constexpr std::size_t most_head_bytes = 2048;
constexpr std::size_t longest_boundary = 70;

std::string lower(std::string_view text) {
  std::string small{text};
  for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return small;
}

Failure malformed(std::string_view what) {
  return {FailureCode::input_invalid, "上传的表单格式有误：" + std::string{what}};
}

// RFC 9110, 5.6.2.
bool is_token(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

struct Parameter {
  std::string name;  // lower case
  std::string value;
};

/// The next "; name=value" or "; name="value"" of a header's value; false where it is neither.
bool take_parameter(std::string_view& rest, Parameter& parameter) {
  rest = trimmed(rest);
  if (!rest.starts_with(';')) return false;
  rest = trimmed(rest.substr(1));
  auto const equals = rest.find('=');
  if (equals == std::string_view::npos || equals == 0) return false;
  parameter.name = lower(rest.substr(0, equals));
  rest.remove_prefix(equals + 1);
  bool const quoted = rest.starts_with('"');
  if (quoted) rest.remove_prefix(1);
  auto const end = quoted ? rest.find('"') : std::min(rest.find_first_of("; \t"), rest.size());
  if (end == std::string_view::npos) return false;
  parameter.value = rest.substr(0, end);
  if (!quoted && !std::all_of(parameter.value.begin(), parameter.value.end(), is_token)) return false;
  rest.remove_prefix(quoted ? end + 1 : end);
  return true;
}

/// One part's head.
struct Head {
  std::optional<std::string> name;
  std::optional<std::string> file;
  std::string type;
};

// Browsers write these three of a name or file name so (WHATWG, multipart/form-data encoding).
std::string unescaped(std::string text) {
  for (auto const& [written, meant] :
       {std::pair{"%22", "\""}, std::pair{"%0D", "\r"}, std::pair{"%0A", "\n"}}) {
    for (auto at = text.find(written); at != std::string::npos; at = text.find(written, at + 1)) {
      text.replace(at, 3, meant);
    }
  }
  return text;
}

bool read_disposition(std::string_view value, Head& head) {
  auto const end = value.find(';');
  if (end == std::string_view::npos || lower(trimmed(value.substr(0, end))) != "form-data") return false;
  value.remove_prefix(end);
  while (!trimmed(value).empty()) {
    Parameter parameter;
    if (!take_parameter(value, parameter)) return false;
    auto* const target = parameter.name == "name"       ? &head.name
                         : parameter.name == "filename" ? &head.file
                                                        : nullptr;
    if (target == nullptr) continue;
    if (*target) return false;
    *target = unescaped(std::move(parameter.value));
  }
  return head.name.has_value();
}

bool read_line(std::string_view line, Head& head) {
  auto const colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  auto const name = lower(line.substr(0, colon));
  auto const value = trimmed(line.substr(colon + 1));
  if (name == "content-disposition") return !head.name && read_disposition(value, head);
  if (name == "content-type") head.type = lower(value);
  if (name == "content-transfer-encoding") {
    auto const coding = lower(value);
    return coding == "binary" || coding == "8bit" || coding == "7bit";
  }
  return true;
}

/// Reads the lines up to the empty one and takes them off `part`.
bool take_head(std::string_view& part, Head& head) {
  std::size_t read = 0;
  for (;;) {
    auto const end = part.find("\r\n");
    if (end == std::string_view::npos || (read += end + 2) > most_head_bytes) return false;
    auto const line = part.substr(0, end);
    part.remove_prefix(end + 2);
    if (line.empty()) return head.name.has_value();
    if (!read_line(line, head)) return false;
  }
}

bool is_text(std::string_view text) {
  return text.find('\0') == std::string_view::npos && decode_utf8(text).has_value();
}

Result<void> keep_part(std::string_view part, Request& request) {
  Head head;
  if (!take_head(part, head)) return malformed("某一部分没有名称或说明有误");
  if (!is_text(*head.name) || !is_text(head.file.value_or(""))) return malformed("名称不是UTF-8");
  if (!head.file) {
    if (!is_text(part)) return malformed("填写的内容不是UTF-8");
    request.form.emplace_back(*head.name, part);
    return {};
  }
  auto const slash = head.file->find_last_of("/\\");
  auto const name = slash == std::string::npos ? *head.file : head.file->substr(slash + 1);
  if (name.empty() && part.empty()) return {};
  request.files.push_back({*head.name, name, head.type, std::string{part}});
  return {};
}

}  // namespace

std::string boundary_of(std::string_view content_type) {
  auto const semicolon = content_type.find(';');
  if (semicolon == std::string_view::npos) return {};
  auto rest = content_type.substr(semicolon);
  std::string boundary;
  while (!trimmed(rest).empty()) {
    Parameter parameter;
    if (!take_parameter(rest, parameter)) return {};
    if (parameter.name != "boundary") continue;
    if (!boundary.empty()) return {};
    boundary = parameter.value;
  }
  auto const allowed = [](unsigned char c) {
    return std::isalnum(c) != 0 ||
           std::string_view{"'()+_,-./:=? "}.find(static_cast<char>(c)) != std::string_view::npos;
  };
  bool const sound = boundary.size() <= longest_boundary && !boundary.ends_with(' ') &&
                     std::all_of(boundary.begin(), boundary.end(), allowed);
  return sound ? boundary : std::string{};
}

Result<void> read_multipart(Request& request) {
  if (request.browser.boundary.empty()) return malformed("没有分隔标记");
  auto const opening = "--" + request.browser.boundary;
  auto const between = "\r\n" + opening;
  std::string_view rest{request.body};
  if (!rest.starts_with(opening)) return malformed("开头不是分隔标记");
  rest.remove_prefix(opening.size());
  for (std::size_t parts = 0; !rest.starts_with("--"); ++parts) {
    if (parts == most_parts) return malformed("部分过多");
    if (!rest.starts_with("\r\n")) return malformed("分隔标记之后应换行");
    rest.remove_prefix(2);
    auto const end = rest.find(between);
    if (end == std::string_view::npos) return malformed("没有结束标记，可能没有传完");
    CE_CHECK(keep_part(rest.substr(0, end), request));
    rest.remove_prefix(end + between.size());
  }
  if (rest != "--" && rest != "--\r\n") return malformed("结束标记之后还有内容");
  return {};
}

}  // namespace ce::http
