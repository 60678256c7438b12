// What a kiosk without network knows of a sheet's code.
#include "kiosk/sync/key_shelf.h"

#include <gmock/gmock.h>

#include "grant_server.h"
#include "kiosk/central_client/client_room.h"
#include "support/files.h"
#include "support/temp_directory.h"
#include "support/token_key.h"

namespace ce::sync {
namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr Instant today{1'790'000'000'000};  // September 2026

/// This machine's clock, which anybody may set.
struct WallClock final : Clock {
  Instant wall = today;
  std::chrono::milliseconds since_start{0};
  [[nodiscard]] Instant now() const override { return wall; }
  [[nodiscard]] Tick tick() const override { return Tick{since_start}; }
  void wait(std::int64_t ms) {
    wall.ms += ms;
    since_start += std::chrono::milliseconds{ms};
  }
};

struct Shelf : testing::Test {
  test::TempDirectory directory;
  WallClock clock;
  log::Logger logger = log::Logger::to_file(directory / "kiosk.log", 1U << 20U, 1).value();
  std::filesystem::path file = directory / "grant_keys.json";
  test::GrantServer central;
  test::ClientRoom wire;
  std::unique_ptr<drivers::HttpCentral> client = wire.client(central.url());
  test::TokenKey key{'a'};
  token::VerificationKey told_key = key.verification();
  std::string token = key.token(test::token_facts());
  Date const today_ = china_date(today);

  void tell(bool revoked = false) {
    central.told = {{"certificate_key", told_key.id, protocol::CertificateKeyChange{told_key}},
                    {"authority", "440106", protocol::AuthorityChange{"440106", "天河区人社局"}}};
    if (!revoked) return;
    token::Revocation const gone{Date::make(2026, 5, 1).value(), token::RevocationReason::withdrawn};
    central.told.push_back({"revocation", "44010624000001", protocol::RevocationChange{gone}});
  }
  static std::string verdict(TokenCheck const& check) {
    auto const& found = check.examination;
    if (found.revocation) return "revoked";
    if (found.fault) return std::string{word_of(*found.fault)};
    return check.list_old ? "list old" : "genuine";
  }
};

TEST_F(Shelf, WhatCentralToldHoldsWithoutNetworkAndAfterARestart) {
  tell();
  KeyShelf shelf{file, clock, logger};
  EXPECT_EQ(verdict(shelf.examine(token)), "key_unknown");
  shelf.heard(*client, today);
  central.down = true;
  auto const check = KeyShelf{file, clock, logger}.examine("https://jxjy.example.gov.cn/v/" + token);
  EXPECT_EQ(verdict(check), "genuine");
  EXPECT_EQ(check.authority, "天河区人社局");
  EXPECT_EQ(check.as_of, today);
}

TEST_F(Shelf, TheAuthorityHasTheNameOfTheDayOfIssue) {
  auto const issued = test::token_facts().issue_date;
  auto const name_if_it_changed = [&](Date day) {
    tell();
    central.told.back() = {"authority", "440106",
                           protocol::AuthorityChange{
                               "440106", "天河区人社局", {{"天河区人事局", day}, {"天河区人力局", today_}}}};
    KeyShelf shelf{directory / std::to_string(day.days()), clock, logger};
    shelf.heard(*client, today);
    return shelf.examine(token).authority;
  };
  EXPECT_EQ(name_if_it_changed(Date::from_days(issued.days() + 1)), "天河区人事局");
  EXPECT_EQ(name_if_it_changed(issued), "") << "that day had two names";
  EXPECT_EQ(name_if_it_changed(Date::from_days(issued.days() - 1)), "天河区人力局");
}

TEST_F(Shelf, AVoidCertificateIsKnownAsVoid) {
  tell(true);
  KeyShelf shelf{file, clock, logger};
  shelf.heard(*client, today);
  EXPECT_EQ(verdict(shelf.examine(token)), "revoked");
}

TEST_F(Shelf, AClockSetBackRevivesNeitherAKeyNorACertificate) {
  told_key.valid_until = {today.ms - day_ms};
  tell();
  KeyShelf shelf{file, clock, logger};
  shelf.heard(*client, today);
  clock.wall.ms -= 366 * day_ms;
  EXPECT_EQ(verdict(shelf.examine(token)), "key_expired");
  EXPECT_EQ(verdict(KeyShelf{file, clock, logger}.examine(token)), "key_expired")
      << "after a restart as well";
  tell(true);
  clock.wait(3'600'000);
  shelf.heard(*client, {today.ms + 3'600'000});
  EXPECT_EQ(verdict(shelf.examine(token)), "revoked");
}

TEST_F(Shelf, CentralsClockThatWasAheadAndIsRightAgainEndsNoKey) {
  told_key.valid_until = {today.ms + 365 * day_ms};
  tell();
  KeyShelf shelf{file, clock, logger};
  shelf.heard(*client, {today.ms + 5 * 365 * day_ms});
  EXPECT_EQ(verdict(shelf.examine(token)), "key_expired");
  shelf.heard(*client, today);
  EXPECT_EQ(verdict(shelf.examine(token)), "genuine");
  EXPECT_EQ(verdict(KeyShelf{file, clock, logger}.examine(token)), "genuine") << "after a restart as well";
}

TEST_F(Shelf, AKeyEndsWhileTheKioskIsWithoutNetworkAndItsClockStandsStill) {
  told_key.valid_until = {today.ms + day_ms};
  tell();
  KeyShelf shelf{file, clock, logger};
  shelf.heard(*client, today);
  EXPECT_EQ(verdict(shelf.examine(token)), "genuine");
  clock.since_start += std::chrono::hours{25};
  EXPECT_EQ(verdict(shelf.examine(token)), "key_expired");
}

TEST_F(Shelf, AnOldListSaysSo) {
  tell();
  KeyShelf shelf{file, clock, logger};
  shelf.heard(*client, today);
  clock.wait(7 * day_ms);
  EXPECT_EQ(verdict(shelf.examine(token)), "genuine");
  clock.wait(1);
  EXPECT_EQ(verdict(shelf.examine(token)), "list old");
  EXPECT_EQ(shelf.examine(token).as_of, today);
}

TEST_F(Shelf, ItIsBroughtUpToDateWhenThatIsDue) {
  tell();
  KeyShelf shelf{file, clock, logger};
  shelf.heard(*client, today);
  auto const asked = central.seen().size();
  shelf.heard(*client, {today.ms + 599'999});
  EXPECT_EQ(central.seen().size(), asked);
  shelf.heard(*client, {today.ms + 600'000});
  EXPECT_EQ(central.seen().size(), asked + 1);
  EXPECT_EQ(shelf.examine(token).as_of, Instant{today.ms + 600'000});
}

TEST_F(Shelf, TroubleLeavesWhatIsKnown) {
  tell();
  KeyShelf shelf{file, clock, logger};
  shelf.heard(*client, today);
  central.down = true;
  shelf.heard(*client, {today.ms + day_ms});
  EXPECT_EQ(shelf.examine(token).as_of, today);
  EXPECT_EQ(verdict(shelf.examine(token)), "genuine");
}

TEST_F(Shelf, ALongListOutlivesARestart) {
  tell();
  protocol::KeptChanges kept;
  for (int i = 0; i < 1200; ++i) {
    auto const number = std::to_string(44'010'624'100'000 + i);
    kept.changes.insert({{"revocation", number}, {"revocation", number, protocol::RevocationChange{}}});
  }
  kept.as_of = today;
  kept.cursor = "c";
  for (auto const& change : central.told) kept.changes.insert({{change.kind, change.id}, change});
  test::write_all(file, protocol::write_file(kept));
  EXPECT_EQ(protocol::read_file(test::read_all(file)).value(), kept);
  EXPECT_EQ(verdict(KeyShelf(file, clock, logger).examine(token)), "genuine");
}

TEST_F(Shelf, TheSealIsThatOfTheRegionThatTheNumberBeginsWith) {
  std::string const county(64, 'a');
  std::string const city(64, 'b');
  central.told = {{"seal", "440106", protocol::SealChange{county}},
                  {"seal", "440100", protocol::SealChange{city}}};
  KeyShelf shelf{file, clock, logger};
  EXPECT_EQ(shelf.seal_of("44010624000001"), "");
  ASSERT_TRUE(shelf.refresh(*client, today));
  KeyShelf const restarted{file, clock, logger};
  for (auto const* known : {&std::as_const(shelf), &restarted}) {
    EXPECT_EQ(known->seal_of("44010624000001"), county);
    EXPECT_EQ(known->seal_of("44010024000001"), city);
    EXPECT_EQ(known->seal_of("44010124000001"), city) << "a city's own numbers may have 01";
    EXPECT_EQ(known->seal_of("44030624000001"), "");
    EXPECT_EQ(known->seal_of("44"), "");
    EXPECT_EQ(known->seals(), (std::set<std::string>{county, city}));
  }
}

}  // namespace
}  // namespace ce::sync
