#pragma once

#include <cstdint>
#include <string>

/// What several views are made of.
namespace ce::present {

/// Colour and icon of a word; colour is never the only cue, the word is always there too.
enum class Tone : std::uint8_t { neutral, good, notice, bad };

struct Tagged {
  std::string text;
  Tone tone = Tone::neutral;
};

struct FieldView {
  std::string label;
  std::string shown;  // grouped digits, or dots for a password
  std::string hint;   // while empty
  bool active = false;
};

struct PageView {
  int page = 0;
  int pages = 1;
  std::string label;  // 第 1 / 3 页
  std::string previous_label;
  std::string next_label;
};

}  // namespace ce::present
