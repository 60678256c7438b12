#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace ce::rulebook {

/// One of the lines of work that an authority of article 13(2) answers for.
struct Industry {
  std::string code;  // "natural-resources": a-z and '-', at most 32
  std::string name;  // "自然资源"
};

/// The installation's list of them. Immutable; any thread.
class Industries {
 public:
  /// Lines of "code,name" below a heading. Fails with config_malformed, naming `file` and the line.
  [[nodiscard]] static Result<Industries> parse(std::string_view csv, std::string_view file);

  [[nodiscard]] std::vector<Industry> const& all() const { return all_; }
  /// By code; nullptr where there is none.
  [[nodiscard]] Industry const* find(std::string_view code) const;
  /// By code or name, as people type it; nullptr where there is none.
  [[nodiscard]] Industry const* named(std::string_view typed) const;
  /// The codes of what was typed with blanks or stops between: "construction water", "住房城乡建设、水利".
  /// Sorted, each once. Fails with input_invalid (Chinese) for what is not in the list.
  [[nodiscard]] Result<std::vector<std::string>> codes_in(std::string_view typed) const;
  /// "住房城乡建设、水利".
  [[nodiscard]] std::string names_of(std::vector<std::string> const& codes) const;
  /// The name of a code; the code itself where the list lacks it, which was changed under the store then.
  [[nodiscard]] std::string name_of(std::string_view code) const;

 private:
  std::vector<Industry> all_;
};

}  // namespace ce::rulebook
