// GB 18030-2022 asks for 87,887 Han characters: up to extension F, and twelve that stand among the compatible
// ones. None of them may be missing. Beyond it, what no font draws is listed, for staff and for whoever adds
// one.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "shared/certificate_pdf/faces.h"
#include "shared/certificate_pdf/sample_sheet.h"
#include "support/files.h"

namespace ce::certificate_pdf::testing {
namespace {

struct Block {
  char const* name;
  char32_t first;
  char32_t last;
};

std::string code_of(char32_t c) {
  std::array<char, 12> text{};
  std::snprintf(text.data(), text.size(), "%04X", static_cast<unsigned>(c));
  return text.data();
}

TEST(Coverage, EveryHanCharacterOfGb18030) {
  for (auto const& block : {Block{"unified", 0x4E00, 0x9FFF},
                            {"extension A", 0x3400, 0x4DBF},
                            {"extension B", 0x20000, 0x2A6DF},
                            {"extension C", 0x2A700, 0x2B739},
                            {"extension D", 0x2B740, 0x2B81D},
                            {"extension E", 0x2B820, 0x2CEA1},
                            {"extension F", 0x2CEB0, 0x2EBE0}}) {
    std::size_t missing = 0;
    for (char32_t c = block.first; c <= block.last; ++c) {
      if (fonts().faces().find(Style::kai, c) == nullptr) ++missing;
    }
    EXPECT_EQ(missing, 0U) << block.name;
  }
}

TEST(Coverage, TheTwelveUnifiedCharactersAmongTheCompatibleOnes) {
  for (char32_t const c : std::u32string_view{U"\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27"
                                              U"\uFA28\uFA29"}) {
    EXPECT_NE(fonts().faces().find(Style::kai, c), nullptr) << code_of(c);
  }
}

// With CE_RENEW_GOLDEN=1 the list is written anew.
TEST(Coverage, WhatIsBeyondTheStandardAndNotDrawnIsListed) {
  std::ostringstream list;
  for (auto const& [name, first, last] : {Block{"extension G", 0x30000, 0x3134A},
                                          {"extension H", 0x31350, 0x323AF},
                                          {"extension I", 0x2EBF0, 0x2EE5D},
                                          {"compatible", 0xF900, 0xFAD9},
                                          {"compatible, plane 2", 0x2F800, 0x2FA1D}}) {
    list << "# " << name << '\n';
    char32_t from = 0;
    std::size_t missing = 0;
    for (char32_t c = first; c <= last + 1; ++c) {
      bool const lacks = c <= last && fonts().faces().find(Style::kai, c) == nullptr;
      missing += lacks ? 1 : 0;
      if (lacks && from == 0) from = c;
      if (lacks || from == 0) continue;
      list << code_of(from);
      if (from != c - 1) list << '-' << code_of(c - 1);
      list << '\n';
      from = 0;
    }
    list << "# " << missing << " of " << last - first + 1 << '\n';
  }
  std::string const file = CE_SOURCE_DIR "/tests/shared/certificate_pdf/golden/not_drawn.txt";
  if (std::getenv("CE_RENEW_GOLDEN") != nullptr) test::write_all(file, list.str());
  EXPECT_EQ(list.str(), test::read_all(file));
}

TEST(Coverage, ACharacterMappedToNothingIsSoughtFurther) {
  // AR PL UKai maps 䶮 to an empty outline.
  auto const ukai = Face::open("/usr/share/fonts/truetype/arphic/ukai.ttc");
  ASSERT_NE(ukai, nullptr);
  EXPECT_FALSE(ukai->draws(U'䶮'));
  EXPECT_NE(fonts().faces().find(Style::kai, U'䶮'), nullptr);
}

TEST(Coverage, ANameIsSetInOneFaceIfAnyDrawsItAll) {
  auto const& faces = fonts().faces();
  auto const* common = faces.find_for_all(Style::kai, U"詹天佑");
  EXPECT_EQ(common, faces.kai.front().get());
  auto const* rare = faces.find_for_all(Style::kai, U"李䶮");
  ASSERT_NE(rare, nullptr);
  EXPECT_NE(rare, faces.kai.front().get());
  EXPECT_EQ(faces.find(Style::kai, U'李', rare), rare);
}

}  // namespace
}  // namespace ce::certificate_pdf::testing
