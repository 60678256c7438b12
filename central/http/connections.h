#pragma once

#include <unordered_set>

#include "shared/base/clock.h"

namespace ce::http {

class Connection;

/// The living connections of one I/O thread, for deadlines and for stopping. That thread only.
class Connections {
 public:
  void add(Connection* connection) { alive_.insert(connection); }
  void remove(Connection* connection) { alive_.erase(connection); }
  [[nodiscard]] bool empty() const { return alive_.empty(); }
  void check_deadlines(Tick now) const;
  void drain() const;

 private:
  std::unordered_set<Connection*> alive_;
};

}  // namespace ce::http
