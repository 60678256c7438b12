// GB 18030-2022 asks for every Han character up to extension F. None of them may be missing.
#include <gtest/gtest.h>

#include "shared/certificate_pdf/faces.h"
#include "shared/certificate_pdf/sample_sheet.h"

namespace ce::certificate_pdf::testing {
namespace {

TEST(Coverage, EveryHanCharacterOfGb18030) {
  struct Block {
    char const* name;
    char32_t first;
    char32_t last;
  };
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
