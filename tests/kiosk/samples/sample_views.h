#pragma once

#include <string>
#include <vector>

#include "kiosk/items/item.h"
#include "kiosk/present/views.h"
#include "kiosk/present/vocabulary.h"

namespace ce::samples {

/// One screen with believable content, for the blind tests and for the gallery.
struct Sample {
  std::string name;
  present::View view;
};

/// Every screen in every variation: long names, rare characters, no records, many records, all tones.
[[nodiscard]] std::vector<Sample> sample_views();

/// The same in that mode: Chinese ones by hand as well, every language's through the presenter and with the
/// words that are shipped; and the panel over some of them.
[[nodiscard]] std::vector<Sample> sample_views(session::Mode const& mode);

// By screen; sample_views() joins them.
[[nodiscard]] std::vector<Sample> home_samples();
[[nodiscard]] std::vector<Sample> entry_samples();
[[nodiscard]] std::vector<Sample> progress_samples();
[[nodiscard]] std::vector<Sample> certificate_samples();
[[nodiscard]] std::vector<Sample> print_samples();
[[nodiscard]] std::vector<Sample> printer_samples();
[[nodiscard]] std::vector<Sample> closing_samples();
[[nodiscard]] std::vector<Sample> staff_samples();
[[nodiscard]] std::vector<Sample> training_samples();
[[nodiscard]] std::vector<Sample> set_up_samples();

/// Every stage of a visit as the presenter shows it in that mode.
[[nodiscard]] std::vector<Sample> presented_samples(session::Mode const& mode);
[[nodiscard]] present::Vocabulary const& shipped_vocabulary();

/// A kiosk's settings, and what there is to choose from.
[[nodiscard]] items::Draft sample_draft();
[[nodiscard]] items::Known sample_known();

[[nodiscard]] present::FrameView sample_frame(std::string title, bool in_visit);
[[nodiscard]] present::PersonView sample_person();

}  // namespace ce::samples
