#pragma once

#include <string>
#include <vector>

#include "central/alarms/alarm.h"
#include "central/alarms/watch.h"
#include "central/fleet/fleet.h"
#include "central/store/fixture.h"

namespace ce::test {

/// One kiosk, and central that looks at it when it is told to.
struct Alarms : StoreTest {
  alarms::Limits limits;
  protocol::Health health{"1.4.2", 60, true, true, "", 0, 0};
  alarms::Noticed noticed;

  void beat() { ASSERT_TRUE(fleet::take_health(store, "K1", health, now)); }
  void after(std::int64_t minutes) { now.ms += minutes * 60'000; }
  void look(bool deliver = false) {
    auto const done = alarms::watch(store, limits, noticed, deliver, now);
    ASSERT_TRUE(done) << describe(done.failure());
  }
  /// "silent", and "silent ended" for those that are over.
  std::vector<std::string> listed(std::string const& region = "440000") const {
    std::vector<std::string> words;
    auto const all = alarms::listed(store, {region}, 10).value();
    for (auto const& one : all)
      words.push_back(std::string{alarms::word_of(one.kind)} + (one.ended ? " ended" : ""));
    return words;
  }
};

}  // namespace ce::test
