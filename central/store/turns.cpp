#include "central/store/turns.h"

namespace ce::store {

Turns::Beside::Beside(Turns& turns) : turns_(turns) {
  std::unique_lock lock{turns_.mutex_};
  turns_.changed_.wait(lock, [&] { return turns_.lonely_ == 0; });
  ++turns_.at_work_;
}

Turns::Beside::~Beside() {
  std::lock_guard const lock{turns_.mutex_};
  if (--turns_.at_work_ == 0) turns_.changed_.notify_all();
}

Turns::Alone::Alone(Turns& turns) : turns_(turns) {
  std::unique_lock lock{turns_.mutex_};
  ++turns_.lonely_;
  turns_.changed_.wait(lock, [&] { return turns_.at_work_ == 0 && !turns_.taken_; });
  turns_.taken_ = true;
}

Turns::Alone::~Alone() {
  std::lock_guard const lock{turns_.mutex_};
  turns_.taken_ = false;
  --turns_.lonely_;
  turns_.changed_.notify_all();
}

}  // namespace ce::store
