#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "kiosk/settings/settings.h"
#include "shared/base/clock.h"
#include "shared/log/log.h"
#include "shared/protocol/item_states.h"

namespace ce::remote_settings {

/// The version of the program that central let this kiosk take last, by what is kept in that file
/// (Parts::kept); empty where it said none. Blocks for the disk.
[[nodiscard]] std::string allowed_version(std::filesystem::path const& kept);

/// What central sets of this kiosk's items: kept, judged and written between visits, told of. Any thread but
/// as said; the logger is borrowed.
class RemoteSettings {
 public:
  struct Parts {
    std::filesystem::path config = {};  // empty: there is no file to change, and central hears of no items
    bool allow_testing = false;         // whether [testing] may be in it
    std::filesystem::path kept = {};    // where what central said is kept
    log::Logger const* logger = nullptr;
    std::function<Instant()> now = [] { return SystemClock{}.now(); };
    /// The interface has something to look for here: begin(), or take_up().
    std::function<void()> wake = [] {};
    /// The next heartbeat has something new to say.
    std::function<void()> changed = [] {};
  };
  /// Reads what is kept; what waited when the program ended waits again.
  explicit RemoteSettings(Parts parts);

  /// For the heartbeat. Reads the configuration: courier's thread.
  [[nodiscard]] std::optional<std::vector<protocol::ItemState>> states() const;
  /// From its answer, also where that told nothing: what could not be written is tried again. Blocks for the
  /// disk.
  void take(std::vector<protocol::ItemTold> const& told);

  /// Whether something is to be applied and nobody has begun with it: who is told so, with nobody at the
  /// screen, has apply() called on a thread that may wait. Never waits.
  [[nodiscard]] bool begin() { return due_.exchange(false); }
  /// Judges and writes what waits. Blocks for the disk; whoever else changes the configuration does it on
  /// the same thread.
  void apply();
  /// The settings as they are since apply() changed them; once. Interface's thread; never waits.
  [[nodiscard]] std::optional<settings::Settings> take_up();

 private:
  void read();
  [[nodiscard]] Result<void> keep(protocol::ItemStates const& states) const;
  void log_failure(Failure const& failure) const;

  Parts parts_;
  std::atomic<bool> due_{false};
  std::mutex working_;         // held over the disk: take() and apply() one after the other
  mutable std::mutex mutex_;   // of what is below
  protocol::ItemStates kept_;  // values: as central told them
  std::optional<settings::Settings> fresh_;
};

}  // namespace ce::remote_settings
