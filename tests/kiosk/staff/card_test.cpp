// Staff cards: what is kept of them, and what they open.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "kiosk/staff/card_code.h"
#include "kiosk/staff/door_keeper.h"
#include "shared/protocol/visit_code.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::staff {
namespace {

using std::chrono::seconds;

class StaffCards : public testing::Test {
 protected:
  test::TempDirectory directory_;
  Instant now_{1'795'413'900'000};
  Date today_ = china_date(now_);
  SecretText pin_{"271828"};

  void SetUp() override { ASSERT_TRUE(PinFile{directory_.path()}.set(pin_)); }
  CardFile file() { return CardFile{directory_.path()}; }
  CardFile::Made make(std::string const& label = "服务台") {
    auto made = file().make(label, today_);
    EXPECT_TRUE(made) << (made ? "" : describe(made.failure()));
    return made.value_or(CardFile::Made{});
  }
  DoorKeeper door(CardUse use) { return {directory_.path(), use}; }
  EntryTry try_it(CardUse use, SecretText const& pin, SecretText const& card) {
    auto const judged = door(use).judge({pin, card}, now_);
    if (!judged) ADD_FAILURE() << describe(judged.failure());
    now_.ms += seconds{3600}.count() * 1000;  // past any lock
    return judged.value_or(EntryTry{});
  }
};

TEST_F(StaffCards, OfACodeOnlyItsHashIsKeptForTheOwnerAlone) {
  auto const made = make();
  EXPECT_EQ(made.code.reveal().size(), 40U) << "160 bits";
  auto const kept = test::read_all(directory_ / "staff-cards");
  EXPECT_EQ(kept.find(made.code.reveal()), std::string::npos);
  struct stat about {};
  ASSERT_EQ(::stat((directory_ / "staff-cards").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  ASSERT_EQ(file().list().value(), std::vector{made.card});
  EXPECT_EQ(file().find(made.code).value()->card, made.card);
  EXPECT_FALSE(file().find(make_card_code()).value());
}

TEST_F(StaffCards, ItsCodeIsNoOtherCodeAndNoOtherIsACard) {
  auto const code = make_card_code();
  auto const text = card_code_text(code);
  EXPECT_EQ(card_code_in(text)->reveal(), code.reveal());
  std::string turned = text;
  for (char& c : turned) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  EXPECT_EQ(card_code_in(turned)->reveal(), code.reveal()) << "a scanner with capitals locked";
  EXPECT_FALSE(protocol::visit_code_in(text));
  EXPECT_FALSE(protocol::visit_code_in("CEV1" + code.reveal()));
  SecretText const visit{std::string(64, 'a')};
  for (auto const& other : {protocol::visit_code_text(visit), std::string{"44010625000001"}, std::string{},
                            std::string{"https://jxjy.example.gov.cn/v/AEUA"}, text + "0", text.substr(1),
                            "CEV11" + code.reveal(), "CESC1" + std::string(40, 'G')}) {
    EXPECT_FALSE(card_code_in(other)) << other;
  }
}

TEST_F(StaffCards, NumbersAreNeverGivenTwiceAndNoMoreThanTwelveAreOut) {
  for (std::size_t i = 1; i <= most_cards; ++i) EXPECT_EQ(make().card.number, static_cast<int>(i));
  auto const full = file().make("备用", today_);
  ASSERT_FALSE(full);
  EXPECT_EQ(full.failure().code, FailureCode::input_invalid);
  ASSERT_TRUE(file().take_back(12));
  EXPECT_FALSE(file().take_back(12)) << "it is back already";
  EXPECT_FALSE(file().take_back(77));
  EXPECT_EQ(make().card.number, 13);
}

TEST_F(StaffCards, WhatIsWrittenOnOneIsShortPlainText) {
  for (auto const& bad : {std::string{}, std::string(25, 'A'), std::string{"A\nB"}, std::string{"\xff"}}) {
    EXPECT_FALSE(file().make(bad, today_));
  }
  EXPECT_EQ(make("3 号窗口 早").card.label, "3 号窗口 早");
  EXPECT_EQ(file().list().value().front().label, "3 号窗口 早");
}

TEST_F(StaffCards, ADamagedFileOpensNothing) {
  auto const made = make();
  test::write_all(directory_ / "staff-cards", "ce-kiosk staff cards 1\nnext 2\nout 1 2026-11-27 abc x\n");
  EXPECT_EQ(file().list().failure().code, FailureCode::storage_corrupt);
  EXPECT_FALSE(door(CardUse::alone).judge({{}, made.code}, now_));
  EXPECT_TRUE(try_it(CardUse::alone, pin_, {}).tried.right) << "the PIN, by which it is mended";
  EXPECT_EQ(door(CardUse::with_pin).card(), CardAtDoor::needed) << "the PIN alone must not do";
  EXPECT_FALSE(door(CardUse::with_pin).judge({pin_, made.code}, now_));
  EXPECT_FALSE(try_it(CardUse::with_pin, pin_, {}).tried.right);
}

TEST_F(StaffCards, OneOpensAloneWhereTheHallWantsThat) {
  auto const made = make();
  EXPECT_EQ(door(CardUse::alone).card(), CardAtDoor::opens);
  auto const entry = try_it(CardUse::alone, {}, made.code);
  EXPECT_TRUE(entry.tried.right);
  EXPECT_EQ(entry.card->card, made.card);
  EXPECT_TRUE(try_it(CardUse::alone, pin_, {}).tried.right) << "and the PIN as before";
}

TEST_F(StaffCards, WhereTheyAreOffNoneOpens) {
  auto const made = make();
  EXPECT_EQ(door(CardUse::off).card(), CardAtDoor::none);
  EXPECT_FALSE(try_it(CardUse::off, {}, made.code).tried.right);
  EXPECT_FALSE(try_it(CardUse::off, pin_, made.code).tried.right);
  EXPECT_TRUE(try_it(CardUse::off, pin_, {}).tried.right);
}

TEST_F(StaffCards, WithThePinNeitherOpensAlone) {
  EXPECT_EQ(door(CardUse::with_pin).card(), CardAtDoor::none);
  EXPECT_TRUE(try_it(CardUse::with_pin, pin_, {}).tried.right) << "the first card must be made by somebody";
  auto const made = make();
  EXPECT_EQ(door(CardUse::with_pin).card(), CardAtDoor::needed);
  EXPECT_FALSE(try_it(CardUse::with_pin, pin_, {}).tried.right);
  EXPECT_FALSE(try_it(CardUse::with_pin, {}, made.code).tried.right);
  EXPECT_FALSE(try_it(CardUse::with_pin, SecretText{"314159"}, made.code).tried.right);
  EXPECT_FALSE(try_it(CardUse::with_pin, pin_, make_card_code()).tried.right);
  EXPECT_TRUE(try_it(CardUse::with_pin, pin_, made.code).tried.right);
  ASSERT_TRUE(file().take_back(made.card.number));
  EXPECT_TRUE(try_it(CardUse::with_pin, pin_, {}).tried.right) << "the way out when all are lost";
}

TEST_F(StaffCards, AWithdrawnOneIsRefusedAndKnownByItsNumber) {
  auto const made = make();
  auto const other = make("早班");
  ASSERT_TRUE(file().take_back(made.card.number));
  auto const entry = try_it(CardUse::alone, {}, made.code);
  EXPECT_FALSE(entry.tried.right);
  ASSERT_TRUE(entry.card);
  EXPECT_TRUE(entry.card->taken_back);
  EXPECT_EQ(entry.card->card.number, made.card.number);
  EXPECT_TRUE(try_it(CardUse::alone, {}, other.code).tried.right);
  ASSERT_TRUE(file().take_back(other.card.number));
  for (auto const use : {CardUse::alone, CardUse::with_pin}) {
    auto const last = try_it(use, {}, other.code);
    EXPECT_TRUE(!last.tried.right && last.card && last.card->taken_back) << "with none out as well";
  }
  // Of those long gone not even that is kept.
  for (int i = 0; i < 12; ++i) ASSERT_TRUE(file().take_back(make().card.number));
  EXPECT_FALSE(file().find(made.code).value());
}

TEST_F(StaffCards, WrongOnesCountIntoThePinsLockAndWhileItIsLockedNoneOpens) {
  auto const made = make();
  EXPECT_EQ(door(CardUse::alone).judge({{}, make_card_code()}, now_)->tried.locked, seconds{30});
  EXPECT_FALSE(door(CardUse::alone).judge({{}, made.code}, now_)->tried.right);
  EXPECT_FALSE(door(CardUse::alone).judge({pin_, {}}, now_)->tried.right);
  now_.ms += 30'000;
  EXPECT_EQ(door(CardUse::alone).judge({SecretText{"314159"}, {}}, now_)->tried.locked, seconds{60});
  now_.ms += 60'000;
  EXPECT_EQ(door(CardUse::alone).judge({{}, make_card_code()}, now_)->tried.locked, seconds{120});
  now_.ms += 120'000;
  EXPECT_TRUE(door(CardUse::alone).judge({{}, made.code}, now_)->tried.right);
  EXPECT_EQ(door(CardUse::alone).judge({{}, make_card_code()}, now_)->tried.locked, seconds{30});
}

}  // namespace
}  // namespace ce::staff
