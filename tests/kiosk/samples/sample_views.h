#pragma once

#include <string>
#include <vector>

#include "kiosk/present/views.h"
#include "kiosk/present/words.h"

namespace ce::samples {

/// One screen with believable content, for the blind tests and for the gallery.
struct Sample {
  std::string name;
  present::View view;
};

/// Every screen in every variation: long names, rare characters, no records, many records, all tones.
[[nodiscard]] std::vector<Sample> sample_views();

/// The same in the given modes.
[[nodiscard]] std::vector<Sample> sample_views(bool elder, bool high_contrast);

// By screen; sample_views() joins them.
[[nodiscard]] std::vector<Sample> home_samples();
[[nodiscard]] std::vector<Sample> entry_samples();
[[nodiscard]] std::vector<Sample> progress_samples();
[[nodiscard]] std::vector<Sample> certificate_samples();
[[nodiscard]] std::vector<Sample> print_samples();
[[nodiscard]] std::vector<Sample> printer_samples();
[[nodiscard]] std::vector<Sample> closing_samples();
[[nodiscard]] std::vector<Sample> staff_samples();

[[nodiscard]] present::FrameView sample_frame(std::string title, bool in_visit);
[[nodiscard]] present::PersonView sample_person();
/// The words that are shipped.
[[nodiscard]] present::Words const& shipped_words();

}  // namespace ce::samples
