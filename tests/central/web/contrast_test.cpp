#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <regex>
#include <string>

#include "central/web/assets.h"

namespace ce::web {
namespace {

using Tokens = std::map<std::string, std::string>;

// The colours of one `:root { ... }` of the style sheet, the first light, the second dark.
Tokens tokens(int scheme) {
  auto const address = asset_address("console.css");
  std::string const text{asset(address.substr(8))->bytes};
  auto from = text.find(":root {");
  for (int i = 0; i < scheme; ++i) from = text.find(":root {", from + 1);
  auto const block = text.substr(from, text.find('}', from) - from);
  Tokens found;
  std::regex const token{"--([a-z0-9-]+): (#[0-9a-f]{6});"};
  for (std::sregex_iterator at{block.begin(), block.end(), token}, end; at != end; ++at)
    found[(*at)[1]] = (*at)[2];
  return found;
}

// WCAG 2.2, relative luminance.
double luminance(std::string const& colour) {
  std::array<double, 3> part{};
  for (std::size_t i = 0; i < 3; ++i) {
    double const value = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    part[i] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  }
  return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
}

double contrast(std::string const& a, std::string const& b) {
  double const x = luminance(a) + 0.05;
  double const y = luminance(b) + 0.05;
  return x > y ? x / y : y / x;
}

TEST(Contrast, OfTextIsSevenToOneInBothSchemes) {
  struct Pair {
    char const* text;
    char const* ground;
  };
  constexpr auto pairs = std::to_array<Pair>({{"ink", "paper"},
                                              {"ink", "card"},
                                              {"ink", "raised"},
                                              {"ink", "red-wash"},
                                              {"soft", "paper"},
                                              {"soft", "card"},
                                              {"soft", "raised"},
                                              {"soft", "red-wash"},
                                              {"red", "paper"},
                                              {"red", "card"},
                                              {"red", "raised"},
                                              {"red", "red-wash"},
                                              {"good", "good-wash"},
                                              {"warn", "warn-wash"},
                                              {"bad", "bad-wash"},
                                              {"bad", "card"},
                                              {"info", "info-wash"},
                                              {"none", "none-wash"}});
  for (int scheme : {0, 1}) {
    auto colours = tokens(scheme);
    for (auto const& pair : pairs) {
      EXPECT_GE(contrast(colours.at(pair.text), colours.at(pair.ground)), 7.0)
          << (scheme == 0 ? "light: " : "dark: ") << pair.text << " on " << pair.ground;
    }
    for (auto const* sign : {"edge", "bar", "focus"}) {
      EXPECT_GE(contrast(colours.at(sign), colours.at("card")), 3.0) << sign;
    }
  }
  EXPECT_GE(contrast("#98141a", "#ffffff"), 7.0);
  EXPECT_GE(contrast("#7a0d12", "#ffffff"), 7.0);
}

}  // namespace
}  // namespace ce::web
