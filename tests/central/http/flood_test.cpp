// A flood of passwords, and who is served all the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <list>

#include "browser.h"
#include "central_process.h"
#include "fixture.h"
#include "shared/protocol/json.h"

namespace ce::tests {
namespace {

/// Tries at passwords, each from another address on a line of its own, that nobody waits for.
class Flood {
 public:
  explicit Flood(CentralProcess const& central) : central_(central) {}

  /// Tries until one is turned away; false where none is.
  bool fill() {
    auto const before = busy;
    for (int i = 0; i < 2000 && busy == before; ++i) {
      send_one();
      receive_those_answered();
    }
    return busy > before;
  }
  /// Whether one of those sent is not answered yet.
  [[nodiscard]] bool has_waiting() const {
    return std::any_of(trying_.begin(), trying_.end(), [](Wire const& wire) { return wire.is_silent(); });
  }
  void receive_all() {
    for (auto& wire : trying_) note(wire.receive());
    trying_.clear();
  }

  int verified = 0;
  int busy = 0;
  int others = 0;

 private:
  void send_one() {
    auto const number = std::to_string(++sent_);
    trying_.push_back(central_.connect());
    trying_.back().send(request("POST", "/console/sign-in",
                                "Content-Type: application/x-www-form-urlencoded\r\nX-Real-IP: 198.18." +
                                    std::to_string(sent_ / 250) + '.' + std::to_string(sent_ % 250) + "\r\n",
                                "login=nobody" + number + "&password=not-it-at-all"));
  }
  void receive_those_answered() {
    trying_.remove_if([this](Wire& wire) {
      if (wire.is_silent()) return false;
      note(wire.receive());
      return true;
    });
  }
  void note(Answer const& answer) {
    ++(answer.status == 403 ? verified : answer.status == 503 ? busy : others);
  }

  CentralProcess const& central_;
  std::list<Wire> trying_;
  int sent_ = 0;
};

// Each takes tens of milliseconds of a thread by design, and anybody may ask for it.
TEST(Crowd, WhoTriesPasswordsFromEverywhereKeepsNobodyElseWaiting) {
  CentralProcess const central{{}, "pool_threads = 1\ntrusted_proxies = [\"127.0.0.1\"]\n"};
  Browser clerk{central};
  ASSERT_EQ(clerk.sign_in(hrss_login).status, 303);
  auto const csrf = clerk.csrf();
  Flood flood{central};
  ASSERT_TRUE(flood.fill()) << "so many wait their turn, and no more";
  // Whoever stood in that line would be answered after all that came before; on a slow machine all of them
  // may be verified by then all the same, but hardly each time.
  bool ahead = false;
  for (int round = 0; round < 20 && !ahead; ++round) {
    ASSERT_TRUE(flood.fill());
    EXPECT_EQ(central.post_as_kiosk("/api/v1/kiosk/health", protocol::write(protocol::Health{})).status, 200);
    ahead = flood.has_waiting();
  }
  EXPECT_TRUE(ahead) << "a kiosk is answered before all of them were verified";
  ASSERT_TRUE(flood.fill());
  EXPECT_EQ(clerk.post("/console/sign-out", {{"csrf", csrf}}).status, 303) << "leaving needs no password";
  flood.receive_all();
  EXPECT_GE(flood.verified, 64);
  EXPECT_EQ(flood.others, 0);
}

}  // namespace
}  // namespace ce::tests
