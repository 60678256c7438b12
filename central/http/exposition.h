#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ce::http {

/// Text for Prometheus (exposition format 0.0.4): families with their samples, one after the other.
class Exposition {
 public:
  /// Begins a family. `kind` is counter, gauge or histogram.
  void family(std::string_view name, std::string_view kind, std::string_view help);
  /// A sample of the family begun last; `suffix` for a histogram's parts, `labels` as `a="b",c="d"`.
  void sample(std::string_view suffix, std::string_view labels, std::string_view value);
  void sample(std::string_view labels, std::int64_t value) { sample({}, labels, std::to_string(value)); }

  [[nodiscard]] std::string const& text() const { return text_; }

 private:
  std::string text_;
  std::string name_;
};

}  // namespace ce::http
