#include "central/issuing/authority.h"

#include <gmock/gmock.h>

#include "central/issuing/fixture.h"
#include "central/issuing/seal_check.h"
#include "support/png.h"

namespace ce::test {
namespace {

using certificate::SealMode;
using testing::HasSubstr;

struct AuthorityTest : BatchTest {
  Result<void> set(issuing::AuthorityChange const& change) {
    return issuing::set_authority(store, change, audit::operator_author("test", {}), now);
  }
  issuing::Authority of(std::string const& region) const {
    auto const all = issuing::authorities(store).value();
    for (auto const& one : all) {
      if (one.region == region) return one;
    }
    return {};
  }
};

TEST_F(AuthorityTest, IsDerivedFromTheRegionUntilItIsSet) {
  EXPECT_EQ(of("440106").name, "广州市天河区人力资源和社会保障局");
  EXPECT_FALSE(of("440106").is_set);
  complete_people(2);
  ASSERT_TRUE(issue(1, 2026));
  ASSERT_TRUE(set({"440106", "广州市天河区人社局（专技科）", SealMode::window_stamp, png(600, 600)}));
  ASSERT_TRUE(issue(2, 2026));
  EXPECT_THAT(column("SELECT authority || ' ' || seal_mode FROM certificates ORDER BY number"),
              testing::ElementsAre("广州市天河区人力资源和社会保障局 e_seal",
                                   "广州市天河区人社局（专技科） window_stamp"))
      << "what was issued before stays as it was";
  EXPECT_EQ(issuing::seal_picture(store, of("440106").seal).value(), png(600, 600));
  ASSERT_TRUE(set({"440106", {}, {}, std::string{}}));
  EXPECT_EQ(of("440106").seal, "");
  EXPECT_EQ(of("440106").seal_mode, SealMode::window_stamp);
  EXPECT_EQ(issuing::seal_picture(store, "none").failure().code, FailureCode::record_unknown);
  EXPECT_EQ(value("SELECT COUNT(*) FROM audit_entries WHERE action = 'authority_set'"), "2");
}

TEST_F(AuthorityTest, WhatCannotBePrintedIsRefused) {
  EXPECT_EQ(set({"510000", "某局"}).failure().code, FailureCode::input_invalid);
  EXPECT_EQ(set({"440106", " "}).failure().code, FailureCode::input_invalid);
  EXPECT_EQ(set({"440106", "a\nb"}).failure().code, FailureCode::input_invalid);
  std::string long_name;
  for (int i = 0; i < 41; ++i) long_name += "局";
  EXPECT_THAT(set({"440106", long_name}).failure().detail, HasSubstr("40 字"));
  EXPECT_EQ(value("SELECT COUNT(*) FROM issuing_authorities"), "0");
}

TEST_F(AuthorityTest, AnElectronicSealNeedsItsPicture) {
  EXPECT_THAT(set({"440106", {}, SealMode::e_seal}).failure().detail, HasSubstr("电子印章需要印章图片"));
  ASSERT_TRUE(set({"440106", {}, SealMode::e_seal, png(600, 600)}));
  EXPECT_THAT(set({"440106", {}, {}, std::string{}}).failure().detail, HasSubstr("电子印章需要印章图片"));
  EXPECT_NE(of("440106").seal, "") << "it stays";
  EXPECT_TRUE(set({"440106", {}, SealMode::window_stamp, std::string{}}));
}

TEST_F(AuthorityTest, KiosksMayHaveWhatIsInUseAndHearOfEachChangeOfIt) {
  auto const told = [&] { return value("SELECT COALESCE(MAX(seq), 0) FROM changes WHERE kind = 'seal'"); };
  ASSERT_TRUE(set({"440106", {}, SealMode::e_seal, png(600, 600)}));
  auto const hash = of("440106").seal;
  auto const first = told();
  EXPECT_NE(first, "0");
  EXPECT_EQ(issuing::seal_in_use(store, hash).value(), png(600, 600));
  ASSERT_TRUE(set({"440106", "天河区人社局"}));
  EXPECT_EQ(told(), first) << "the same picture";
  ASSERT_TRUE(set({"440106", {}, {}, png(500, 600)}));
  EXPECT_NE(told(), first);
  EXPECT_EQ(issuing::seal_in_use(store, hash).failure().code, FailureCode::record_unknown);
  EXPECT_TRUE(issuing::seal_picture(store, hash)) << "kept";
}

TEST_F(AuthorityTest, ASealIsAPictureByItsContent) {
  auto const refusal = [](std::string const& bytes) {
    auto const checked = issuing::check_seal(bytes);
    return checked ? "" : describe(checked.failure());
  };
  EXPECT_EQ(refusal(png(600, 600)), "");
  EXPECT_THAT(refusal("GIF89a"), HasSubstr("不是完整的 PNG"));
  EXPECT_THAT(refusal(png(600, 600).substr(0, 40)), HasSubstr("不是完整的 PNG"));
  EXPECT_THAT(refusal(png(99, 600)), HasSubstr("小于 100 像素"));
  EXPECT_THAT(refusal(png(4001, 4001)), HasSubstr("大于 4000 像素"));
  EXPECT_THAT(refusal(png(200, 600)), HasSubstr("太扁或太长"));
  EXPECT_THAT(refusal(""), HasSubstr("空文件"));
  EXPECT_THAT(refusal(std::string(50U << 20U, 'x')), HasSubstr("2 MB"));
  EXPECT_THAT(refusal(png(600, 600, 0, false)), HasSubstr("没有透明的底")) << "no alpha";
  EXPECT_THAT(refusal(png(600, 600, 255)), HasSubstr("没有透明的底")) << "alpha that is opaque everywhere";
  auto nothing = png(600, 600);
  nothing.replace(16, 4, std::string(4, '\0'));
  EXPECT_THAT(refusal(nothing), HasSubstr("宽或高为零"));
  auto broken = png(600, 600);
  broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 1);
  EXPECT_THAT(refusal(broken), HasSubstr("已损坏"));
  EXPECT_EQ(set({"440106", {}, {}, "GIF89a"}).failure().code, FailureCode::file_refused);
}

}  // namespace
}  // namespace ce::test
