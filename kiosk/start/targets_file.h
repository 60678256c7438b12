#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/present/views.h"
#include "kiosk/runner/worker.h"
#include "kiosk/widgets/target.h"
#include "kiosk/window/window.h"

namespace ce::start {

/// [testing] targets_file: what the screen that is up offers to press, as JSON in window pixels:
/// {screen, as_of, verdict, facts, focus, targets: [{id, label, x, y, w, h, enabled}], pictures, late}: those
/// drawn so far, and those that took longer than a 60 Hz display waits. Written by a worker, in one piece,
/// whenever what is shown changes; labels of keys, the verdict on a certificate and what is told with it (the
/// name masked) only, nothing else of a person.
class TargetsFile {
 public:
  explicit TargetsFile(std::filesystem::path file);

  /// Interface thread, after the frame is on the screen; never waits.
  void show(present::View const& view, std::string const& focus, std::vector<widgets::Target> const& targets,
            window::Window const& window);

 private:
  struct Shown {
    std::string screen;
    std::string as_of;
    std::string verdict;
    std::vector<std::string> facts;  // "证书编号 44010625000001"
    std::string focus;
    std::vector<widgets::Target> targets;
    bool operator==(Shown const&) const = default;
  };

  std::filesystem::path file_;
  Shown shown_;
  runner::Worker worker_;
};

}  // namespace ce::start
