#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/runner/worker.h"
#include "kiosk/widgets/target.h"
#include "kiosk/window/window.h"

namespace ce::start {

/// [testing] targets_file: what the screen that is up offers to press, as JSON in window pixels:
/// {screen, as_of, verdict, focus, targets: [{id, label, x, y, w, h, enabled}], pictures, late}: those drawn
/// so far, and those that took longer than a 60 Hz display waits. Written by a worker, in one piece, whenever
/// what is shown changes; labels of keys and the verdict on a certificate only, nothing of a person.
class TargetsFile {
 public:
  explicit TargetsFile(std::filesystem::path file);

  /// Interface thread, after the frame is on the screen; never waits.
  void show(std::string const& screen, std::string const& as_of, std::string const& verdict,
            std::string const& focus, std::vector<widgets::Target> const& targets,
            window::Window const& window);

 private:
  std::filesystem::path file_;
  std::string screen_;
  std::string as_of_;
  std::string verdict_;
  std::string focus_;
  std::vector<widgets::Target> targets_;
  runner::Worker worker_;
};

}  // namespace ce::start
