#include "kiosk/runner/mailbox.h"

#include <utility>

namespace ce::runner {

void Mailbox::put(Letter letter) {
  {
    std::scoped_lock const lock{mutex_};
    letters_.push_back(std::move(letter));
  }
  knock_();
}

std::vector<Letter> Mailbox::take() {
  std::scoped_lock const lock{mutex_};
  return std::exchange(letters_, {});
}

}  // namespace ce::runner
