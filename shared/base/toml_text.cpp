#include "shared/base/toml_text.h"

#include <algorithm>

namespace ce {
namespace {

/// Where in a TOML text one stands (TOML 1.0.0: strings and comments).
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  /// The text before the first character that stands where TOML has no place for it.
  std::optional<std::string_view> before_stray() {
    while (at_ < text_.size()) {
      if (is_stray()) return text_.substr(0, at_);
      step();
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool is_stray() const {
    if (static_cast<unsigned char>(text_[at_]) < 0x80) return false;
    // The mark at a file's beginning is the encoding's.
    if (at_ < 3 && text_.starts_with("\xEF\xBB\xBF")) return false;
    return (quote_.empty() && !comment_) || after_backslash_;
  }
  void step() {
    char const c = text_[at_];
    if (comment_) {
      comment_ = c != '\n';
    } else if (quote_.empty()) {
      comment_ = c == '#';
      if (c == '"' || c == '\'') return open(c);
    } else if (after_backslash_) {
      // One that ends a line goes on over the blanks that follow it.
      bool const blank = c == '\n' || c == '\r' || c == ' ' || c == '\t';
      after_backslash_ = blank && quote_.size() == 3;
    } else if (c == '\\' && quote_.front() == '"') {
      after_backslash_ = true;
    } else if (text_.substr(at_).starts_with(quote_) || (quote_.size() == 1 && c == '\n')) {
      return close();
    }
    ++at_;
  }
  void open(char c) {
    std::string_view const three = c == '"' ? R"(""")" : "'''";
    quote_ = text_.substr(at_).starts_with(three) ? three : three.substr(0, 1);
    at_ += quote_.size();
  }
  void close() {
    at_ += quote_.size();
    // Two more quotes may stand before the three that close.
    for (int i = 0; quote_.size() == 3 && i < 2 && at_ < text_.size() && text_[at_] == quote_.front(); ++i)
      ++at_;
    quote_ = {};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view quote_;  // that closes; empty outside
  bool comment_ = false;
  bool after_backslash_ = false;
};

constexpr auto stray_words =
    "引号外面有全角字符（如全角的引号、逗号、等号或空格），请改用半角；反斜杠后面也不能接这样的字符";

/// Of what comes right after `before`.
TomlFault stray_after(std::string_view before) {
  auto const line = 1 + std::count(before.begin(), before.end(), '\n');
  auto const last = before.substr(before.rfind('\n') + 1);  // npos + 1 is the beginning
  auto const begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  auto const column = 1 + std::count_if(last.begin(), last.end(), begins);
  return {static_cast<int>(line), static_cast<int>(column), stray_words};
}

}  // namespace

std::string TomlFault::told() const {
  return "line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + what;
}

TomlText read_toml(std::string_view text) {
  if (auto const before = Walk{text}.before_stray()) return {{}, stray_after(*before)};
  auto parsed = toml::parse(text);
  if (parsed) return {std::move(parsed).table(), std::nullopt};
  auto const& mistake = parsed.error();
  auto const& at = mistake.source().begin;
  return {
      {},
      TomlFault{static_cast<int>(at.line), static_cast<int>(at.column), std::string{mistake.description()}}};
}

}  // namespace ce
