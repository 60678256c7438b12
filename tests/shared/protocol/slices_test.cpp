#include "shared/protocol/change_slices.h"

#include <gtest/gtest.h>

#include "samples.h"
#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"

namespace ce::protocol {
namespace {

TEST(Slices, AreThePagesChangesAndReadAsThem) {
  auto const page = samples::changes();
  auto const text = write(page);
  ChangeSlicer slicer;
  auto const cut = slicer.cut(text);
  ASSERT_TRUE(cut) << describe(cut.failure());
  EXPECT_EQ(cut->cursor, page.cursor);
  EXPECT_EQ(cut->has_more, page.has_more);
  ASSERT_EQ(cut->changes.size(), page.changes.size());
  std::vector<SecretText> texts;
  for (std::size_t i = 0; i < page.changes.size(); ++i) {
    EXPECT_EQ(cut->changes[i].kind, page.changes[i].kind);
    EXPECT_EQ(cut->changes[i].id, page.changes[i].id);
    EXPECT_EQ(cut->changes[i].removed, std::holds_alternative<Removed>(page.changes[i].what));
    texts.emplace_back(std::string{cut->changes[i].text});
  }
  EXPECT_EQ(cut->changes[0].holder, std::string(64, 'b'));
  EXPECT_EQ(cut->changes[2].holder, "");
  EXPECT_EQ(read_slices(texts).value(), page.changes);
}

TEST(Slices, MembersMayComeInAnyOrderAndNewOnesAreLeftAlone) {
  ChangeSlicer slicer;
  auto const cut = slicer.cut(
      R"({"has_more":false,"new":[1],"changes":[{"removed":true,"x":{"id":"2"},"id":"17","kind":"standing"}],)"
      R"("cursor":"c","version":1})");
  ASSERT_TRUE(cut) << describe(cut.failure());
  EXPECT_EQ(cut->changes[0].id, "17");
  EXPECT_TRUE(cut->changes[0].removed);
}

TEST(Slices, APageThatIsNoneIsRefusedWhole) {
  auto const whole = write(samples::changes());
  ChangeSlicer slicer;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    auto const cut = slicer.cut(whole.substr(0, length));
    ASSERT_FALSE(cut) << length;
    ASSERT_EQ(cut.failure().code, FailureCode::answer_malformed) << length;
  }
  for (auto const* bad :
       {"[]", "7", "{}", "{\"version\":1}", "\xff",
        R"({"version":1,"changes":[],"cursor":7,"has_more":false})",
        R"({"version":1,"changes":[7],"cursor":"","has_more":false})",
        R"({"version":1,"changes":[{"kind":"standing"}],"cursor":"","has_more":false})",
        R"({"version":1,"changes":[{"kind":"standing","id":"1","holder":"x"}],"cursor":"c",)"
        R"("has_more":false})"}) {
    EXPECT_EQ(slicer.cut(bad).failure().code, FailureCode::answer_malformed) << bad;
  }
  EXPECT_EQ(slicer.cut(R"({"version":2,"changes":[],"cursor":"","has_more":false})").failure().code,
            FailureCode::answer_version_unknown);
  EXPECT_EQ(slicer.cut(std::string(max_body_bytes + 1, ' ')).failure().code, FailureCode::answer_too_large);
  auto many = samples::changes();
  many.changes.assign(most_changes + 1, {"standing", "18", Removed{}});
  EXPECT_EQ(slicer.cut(write(many)).failure().code, FailureCode::answer_malformed);
  EXPECT_TRUE(slicer.cut(whole)) << "and goes on with the next";
}

TEST(Slices, WhateverByteIsWrongNothingBreaksAndNothingIsGuessed) {
  auto const whole = write(samples::changes());
  ChangeSlicer slicer;
  std::size_t taken = 0;
  for (std::size_t at = 0; at < whole.size(); at += 3) {
    for (char const put : {'\0', '"', '{', ']', ',', '\\', '9', '\x80'}) {
      auto bad = whole;
      bad[at] = put;
      auto const cut = slicer.cut(bad);
      if (!cut) continue;
      ++taken;
      ASSERT_LE(cut->changes.size(), samples::changes().changes.size());
      std::vector<SecretText> texts;
      for (auto const& change : cut->changes) texts.emplace_back(std::string{change.text});
      (void)read_slices(texts);  // finds it, or the byte was within a text
    }
  }
  EXPECT_GT(taken, 100U) << "bytes within texts";
}

TEST(Slices, WhatIsNobodysNameIsRefusedWholeAsInSlices) {
  ChangeSlicer slicer;
  for (auto const& holder : {std::string(63, 'b'), std::string(65, 'b'), std::string(64, 'B')}) {
    auto page = samples::changes();
    std::get<CertificateChange>(page.changes.front().what).holder = holder;
    EXPECT_EQ(slicer.cut(write(page)).failure().code, FailureCode::answer_malformed) << holder;
    EXPECT_EQ(read_changes(write(page)).failure().code, FailureCode::answer_malformed) << holder;
  }
}

TEST(Slices, WhatIsWrongWithinAChangeIsFoundWhenItIsRead) {
  std::vector<SecretText> const texts{
      SecretText{R"({"kind":"standing","id":"1","holder":")" + std::string(64, 'a') + R"(","years":7})"}};
  EXPECT_EQ(read_slices(texts).failure().code, FailureCode::answer_malformed);
}

}  // namespace
}  // namespace ce::protocol
