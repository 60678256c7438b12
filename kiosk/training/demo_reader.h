#pragma once

#include <atomic>
#include <vector>

#include "kiosk/ports/card_reader.h"
#include "kiosk/training/learners.h"

namespace ce::training {

/// A reader whose cards are the learners' and are laid by a key on the screen. lay() and lift() from any
/// thread, the rest as ports::CardReader. The learners are borrowed.
class DemoReader final : public ports::CardReader {
 public:
  explicit DemoReader(std::vector<Learner> const& learners) : learners_(&learners) {}

  /// The card of that learner, in place of what lies there; nothing for one that is none.
  void lay(int learner);
  void lift() { laid_ = nobody; }

  Result<bool> find() override;
  Result<SecretText> read() override;
  Result<std::optional<bool>> card_present() override { return std::optional{laid_ != nobody}; }

 private:
  static constexpr int nobody = -1;

  std::vector<Learner> const* learners_;
  std::atomic<int> laid_{nobody};
  std::atomic<bool> is_new_{false};
};

}  // namespace ce::training
