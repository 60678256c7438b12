// An authority's picture of its seal, from ce-admin to the kiosk that prints it, by the real ce-central.
#include <gmock/gmock.h>

#include "hall.h"
#include "kiosk/sync/delta_keeper.h"
#include "support/seal_png.h"

namespace ce::test {
namespace {

constexpr std::string_view of_county = "44010624000001";
constexpr std::string_view of_other = "44030624000001";

struct Seals : testing::Test {
  Hall hall;
  cache::SealBook book = cache::SealBook::open(hall.directory / "seals.db", hall.logger).value();
  sync::KeyShelf shelf{hall.directory / "shelf.json", hall.clock, hall.logger};
  std::optional<sync::DeltaKeeper> keeper;
  Instant now = hall.now;
  std::string const first = seal_png({.side = 200});
  std::string const second = seal_png({.side = 200, .ink = {180, 0, 60}});

  void SetUp() override {
    restart();
    next_delta();
  }
  void restart() {
    keeper.emplace(sync::DeltaKeeper::Parts{.central = &hall.line,
                                            .shelf = &shelf,
                                            .seen = &hall.seen(),
                                            .region = &hall.region(),
                                            .seals = &book,
                                            .logger = &hall.logger,
                                            .cache_key = hall.key(),
                                            .own_limits = {},
                                            .own_policy = protocol::CachePolicy::seen});
  }
  void next_delta() {
    now.ms += 600'000;
    keeper->round(now);
  }
  void set(std::string const& region, std::string const& png) {
    auto const file = hall.directory / "upload.png";
    write_all(file, png);
    hall.admin("authority set --region " + region + " --seal-mode e_seal --seal " + file.string());
  }
  /// What would be printed on a certificate of that number.
  std::string printed(std::string_view number) {
    auto const hash = shelf.seal_of(number);
    return hash.empty() ? "drawn" : book.find(hash).value_or("not here");
  }
};

TEST_F(Seals, AKioskFollowsWhatCentralHas) {
  EXPECT_EQ(printed(of_county), "drawn");
  set("440106", first);
  set("440306", second);
  next_delta();
  EXPECT_EQ(printed(of_county), first);
  EXPECT_EQ(printed(of_other), second);
  auto const former = shelf.seal_of(of_county);
  set("440106", second);
  hall.line.asked.clear();
  next_delta();
  EXPECT_EQ(printed(of_county), second);
  EXPECT_THAT(hall.line.asked, testing::Each(testing::Ne(shelf.seal_of(of_county)))) << "it was here already";
  EXPECT_EQ(book.find(former).failure().code, FailureCode::not_cached) << "forgotten";
  EXPECT_EQ(hall.client->fetch_seal(former).failure().code, FailureCode::record_unknown);
  hall.admin("authority set --region 440106 --seal-mode window_stamp --no-seal");
  next_delta();
  EXPECT_EQ(printed(of_county), "drawn");
  EXPECT_EQ(printed(of_other), second) << "another's of the same picture stays";
}

TEST_F(Seals, WhatIsCutOffIsFetchedAgainAndHalfAPictureIsNeverPrinted) {
  set("440106", first);
  set("440306", second);
  hall.line.asked.clear();
  hall.line.cut_after = 2;  // a page of the delta, a picture, then the line is cut
  next_delta();
  auto const here = [&] {
    return (printed(of_county) == first ? 1 : 0) + (printed(of_other) == second ? 1 : 0);
  };
  EXPECT_EQ(here(), 1) << "what came before the cut stays";
  hall.line.cut_after = -1;
  restart();
  keeper->round({now.ms + 1000});
  EXPECT_EQ(here(), 2);

  auto const third = seal_png({.side = 200, .ink = {0, 0, 200}});
  set("440106", third);
  hall.line.tear_seals = true;
  next_delta();
  EXPECT_EQ(printed(of_county), "not here");
  EXPECT_THAT(hall.log_text(), testing::HasSubstr("not what its hash says"));
  hall.line.tear_seals = false;
  hall.line.asked.clear();
  keeper->round({now.ms + 1000});
  EXPECT_THAT(hall.line.asked, testing::Each(testing::Ne(shelf.seal_of(of_county))))
      << "not at every heartbeat";
  next_delta();
  EXPECT_EQ(printed(of_county), third);
}

}  // namespace
}  // namespace ce::test
