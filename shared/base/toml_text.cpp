#include "shared/base/toml_text.h"

#include <algorithm>

namespace ce {
namespace {

/// Where in a TOML text one stands (TOML 1.0.0: strings and comments).
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  std::optional<int> stray() {
    while (at_ < text_.size()) {
      if (is_stray()) return line();
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
  [[nodiscard]] int line() const {
    return 1 + static_cast<int>(
                   std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n'));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view quote_;  // that closes; empty outside
  bool comment_ = false;
  bool after_backslash_ = false;
};

}  // namespace

std::optional<int> stray_character_line(std::string_view toml) {
  return Walk{toml}.stray();
}

}  // namespace ce
