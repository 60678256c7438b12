#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/failure.h"
#include "shared/base/result.h"

namespace ce::present {

/// Every text of the screens, one row each in words.def: Word::home_headline is [home] headline.
enum class Word : std::uint16_t {
#define CE_WORD(section, key) section##_##key,
#include "words.def"
#undef CE_WORD
};

/// What a person reads of a failure.
struct FailureWords {
  std::string headline;  // what happened
  std::string advice;    // what the visitor can do
  std::string staff;     // what staff do
};

/// A value for a {name} in a text.
using Filling = std::pair<std::string_view, std::string>;

/// One language's words. Immutable after parsing; any thread.
class Words {
 public:
  /// Parses the TOML text of assets/strings/zh.toml. Fails with asset_missing, naming every key that is
  /// missing or not known, or config_malformed, naming the line.
  static Result<Words> parse(std::string_view toml);
  /// The same for another language, beside the first: what staff read and what is printed is said as in the
  /// first and may not be there; every other text is, with the placeholders that it has in the first.
  static Result<Words> parse_beside(Words const& first, std::string_view toml);

  [[nodiscard]] std::string const& operator[](Word word) const {
    return texts_.at(static_cast<std::size_t>(word));
  }
  /// The text with each {name} replaced.
  [[nodiscard]] std::string fill(Word word, std::initializer_list<Filling> fillings) const;
  [[nodiscard]] FailureWords const& of(FailureCode code) const {
    return failures_.at(static_cast<std::size_t>(code));
  }

 private:
  static Result<Words> read(std::string_view toml, Words const* first);

  std::vector<std::string> texts_;
  std::vector<FailureWords> failures_;
};

}  // namespace ce::present
