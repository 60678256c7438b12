#include "kiosk/staff_area/event_words.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>

namespace ce::staff_area {
namespace {

TEST(EventWords, EveryLineThatAKioskWritesHasOne) {
  std::ifstream catalogue{std::string{CE_SOURCE_DIR} + "/shared/log/events.def"};
  std::regex const row{R"(CE_EVENT\((\w+), \w+\))"};
  int count = 0;
  for (std::string line; std::getline(catalogue, line);) {
    std::smatch found;
    if (!std::regex_match(line, found, row)) continue;
    ++count;
    auto const event = found[1].str();
    if (event.starts_with("request_") || event == "line_refused") continue;  // central's
    EXPECT_NE(event_words(event), event);
  }
  EXPECT_GT(count, 20);
  EXPECT_EQ(event_words("of_tomorrow"), "of_tomorrow");
}

}  // namespace
}  // namespace ce::staff_area
