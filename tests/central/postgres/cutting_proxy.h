#pragma once

#include <atomic>
#include <string>
#include <thread>

#include "support/temp_directory.h"

namespace ce::test {

/// A socket before the cluster's own that hands everything on, until it is told to cut: then the next COMMIT
/// still reaches the server, its answer is thrown away and the connection ends. One connection at a time.
class CuttingProxy {
 public:
  CuttingProxy();
  CuttingProxy(CuttingProxy const&) = delete;
  CuttingProxy& operator=(CuttingProxy const&) = delete;
  ~CuttingProxy();

  /// `location` with this in place of the cluster.
  [[nodiscard]] std::string instead_of(std::string const& location) const;
  void cut_at_commit() { cutting_ = true; }

 private:
  void serve();
  void hand_on(int client, int server);
  TempDirectory directory_;
  std::string upstream_;
  int listener_ = -1;
  std::atomic<bool> cutting_ = false;
  std::atomic<bool> ending_ = false;
  std::thread thread_;
};

}  // namespace ce::test
