#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "support/temp_directory.h"

namespace ce::test {

/// A socket before a server's own that hands everything on, for any number of connections, until it is told
/// to strike: once, at the next COMMIT of whichever connection.
class CommitProxy {
 public:
  enum class Strike : std::uint8_t {
    never,
    before_commit,   // both ends are cut, COMMIT never arrives
    behind_commit,   // COMMIT is handed on and both ends are cut at once
    before_answer,   // COMMIT is handed on, its answer thrown away
    commit_is_late,  // the asker's end is cut; COMMIT arrives when release() is called
  };

  /// `host`: the directory of the server's socket.
  explicit CommitProxy(std::string const& host);
  CommitProxy(CommitProxy const&) = delete;
  CommitProxy& operator=(CommitProxy const&) = delete;
  ~CommitProxy();

  [[nodiscard]] std::string host() const { return directory_.path().string(); }
  void strike_once(Strike strike) { strike_ = strike; }
  [[nodiscard]] bool has_struck() const { return struck_; }
  /// Lets a late COMMIT arrive and waits until the server has answered it.
  void release();

 private:
  void serve();
  void hand_on(int client, int server);
  bool hand_on_part(int from, int client, int server);
  bool strike(Strike how, int server, std::string const& part);

  TempDirectory directory_;
  std::string upstream_;
  int listener_ = -1;
  std::atomic<Strike> strike_ = Strike::never;
  std::atomic<bool> struck_ = false;
  std::atomic<bool> ending_ = false;
  std::mutex mutex_;
  std::vector<std::thread> connections_;
  int late_server_ = -1;
  std::string late_;
  std::thread thread_;
};

}  // namespace ce::test
