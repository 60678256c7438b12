#pragma once

#include <string>
#include <vector>

#include "central/store/store.h"

namespace ce::bench {

/// The triggers of closed years (central/archive) of a store that is the bench's own: taken away and put
/// back.
class ClosedTriggers {
 public:
  [[nodiscard]] static Result<ClosedTriggers> of(store::Store& store);
  [[nodiscard]] Result<void> put(store::Store& store, bool there);

 private:
  std::vector<std::string> away_;
  std::vector<std::string> back_;
  bool there_ = true;
};

}  // namespace ce::bench
