#pragma once

#include <filesystem>

#include "kiosk/settings/settings.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::set_up {

/// What whoever images machines wants of one kiosk: its configuration, and what is no part of that.
struct Answers {
  settings::Settings settings;
  SecretText pin;                 // of the staff; empty: as it is, or set later
  SecretText kiosk_key;           // from `ce-admin kiosk enrol`; empty: its file is there already
  std::filesystem::path regions;  // gd_regions.csv and gd_regions_history.csv; empty: names are not checked
  bool ask_central = true;        // off where the machine has no network yet
  bool ask_printer = true;
  bool ask_scanner = true;
};

/// Reads a file of answers: the sections of kiosk.toml and [set_up]. Fails as settings::read_settings.
[[nodiscard]] Result<Answers> read_answers(std::filesystem::path const& file);

}  // namespace ce::set_up
