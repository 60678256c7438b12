// What central sets, on its way from the keeper's thread to the screen.
#include "kiosk/start/news_desk.h"
#include "kiosk/start/read_vocabulary.h"

#include <gtest/gtest.h>

#include "kiosk/central_client/client_room.h"
#include "kiosk/sync/grant_server.h"
#include "support/files.h"

namespace ce::start {
namespace {

struct Desk : testing::Test {
  test::ClientRoom wire;
  SystemClock clock;
  log::Logger logger = log::Logger::to_file(wire.directory / "kiosk.log", 1U << 20U, 1).value();
  test::GrantServer central;
  std::unique_ptr<drivers::HttpCentral> client = wire.client(central.url());
  sync::KeyShelf shelf{wire.directory / "shelf.json", clock, logger};
  int woken = 0;
  present::Vocabulary const own = read_vocabulary(CE_SOURCE_DIR "/assets").value();
  NewsDesk desk{[this] { ++woken; }, shelf, own, logger};
  std::string const shipped = test::read_all(CE_SOURCE_DIR "/assets/strings/zh.toml");

  void central_sets(std::optional<std::int64_t> idle_seconds, std::string const& words) {
    central.told = {{"config", "kiosk-7", protocol::ConfigChange{.idle_seconds = idle_seconds}},
                    {"strings", "zh", protocol::VersionChange{"v", words}}};
    ASSERT_TRUE(shelf.refresh(*client));
    desk.tell();
  }
  std::string with_headline(std::string const& headline) const {
    auto text = shipped;
    auto const at = text.find("headline = \"", text.find("[home]"));
    auto const from = at + std::string{"headline = \""}.size();
    return text.replace(from, text.find('"', from) - from, headline);
  }
};

TEST_F(Desk, WhatCentralSetIsTakenOnceAndTheScreenIsWoken) {
  EXPECT_FALSE(desk.take());
  central_sets(90, with_headline("甲"));
  EXPECT_EQ(woken, 1);
  auto const news = desk.take();
  ASSERT_TRUE(news);
  EXPECT_EQ(news->idle_seconds, 90);
  ASSERT_TRUE(news->words);
  EXPECT_EQ(news->words->chinese[present::Word::home_headline], "甲");
  EXPECT_FALSE(desk.take());
}

TEST_F(Desk, WordsThatWereNotTakenUpYetAreNotLostByLaterTimes) {
  central_sets(90, with_headline("甲"));  // a visit is on: nobody takes them
  central_sets(std::nullopt, with_headline("甲"));
  auto const news = desk.take();
  ASSERT_TRUE(news);
  EXPECT_FALSE(news->idle_seconds) << "as this kiosk's own configuration says";
  ASSERT_TRUE(news->words);
  EXPECT_EQ(news->words->chinese[present::Word::home_headline], "甲");
}

TEST_F(Desk, TheSameWordsAreNotToldAgain) {
  central_sets(90, with_headline("甲"));
  (void)desk.take();
  central_sets(60, with_headline("甲"));
  auto const news = desk.take();
  ASSERT_TRUE(news);
  EXPECT_FALSE(news->words);
}

TEST_F(Desk, WordsThatThisProgramCannotUseAreLoggedAndThoseInUseStay) {
  central_sets(90, "[home]\nheadline = \"甲\"\n");
  auto const news = desk.take();
  ASSERT_TRUE(news);
  EXPECT_EQ(news->idle_seconds, 90);
  EXPECT_FALSE(news->words);
  EXPECT_NE(test::read_all(wire.directory / "kiosk.log").find("words from central"), std::string::npos);
}

}  // namespace
}  // namespace ce::start
