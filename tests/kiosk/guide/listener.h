#pragma once

#include <string>
#include <vector>

#include "kiosk/ports/speaker.h"

namespace ce::guide {

/// Who listens instead of a loudspeaker.
class Listener final : public ports::Speaker {
 public:
  void say(ports::Utterance utterance) override { heard.push_back(std::move(utterance)); }
  void stop() override { ++stops; }
  [[nodiscard]] bool busy() const override { return false; }
  [[nodiscard]] bool fitted() const override { return there; }

  [[nodiscard]] std::string last() const { return heard.empty() ? std::string{} : heard.back().text; }

  std::vector<ports::Utterance> heard;
  int stops = 0;
  bool there = true;
};

}  // namespace ce::guide
