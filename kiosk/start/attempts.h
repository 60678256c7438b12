#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

namespace ce::start {

/// How many starts in a row came to nothing, kept in a file over restarts: a kiosk that breaks again and
/// again must say so on its screen instead of blinking. A start has come to something once the program has
/// lived for `steady`, or ended by its own will.
class Attempts {
 public:
  static constexpr int most = 3;

  /// `file` need not be there. A disk that does not take it counts nothing: systemd counts as well.
  explicit Attempts(std::filesystem::path file, std::chrono::milliseconds steady = std::chrono::minutes{2});
  Attempts(Attempts const&) = delete;
  Attempts& operator=(Attempts const&) = delete;
  ~Attempts();

  /// A start begins. True: it must not be tried now, for `most` before it failed; the next one may be.
  [[nodiscard]] bool begin();
  /// What the last of them failed with; empty where it said nothing.
  [[nodiscard]] std::string const& reason() const { return reason_; }

  /// This one has come to something, as its end by its own will has.
  void succeeded();
  /// This one ends, and why.
  void failed(std::string const& reason);

 private:
  struct Kept {
    int count = 0;
    std::string reason;
  };
  [[nodiscard]] Kept read() const;
  void write(Kept const& kept) const;

  std::filesystem::path file_;
  std::chrono::milliseconds steady_;
  std::string reason_;
  std::mutex mutex_;
  std::condition_variable_any ended_;
  std::jthread waiting_;  // last: it ends before what it uses
};

/// Becomes the program beside this one that shows why there is no service; returns where there is none.
void show_notice(std::string const& reason);

}  // namespace ce::start
