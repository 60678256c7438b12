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

/// Every stage of a visit in that mode, in its language: long names, rare characters, no records, many
/// records, all tones and every failure.
[[nodiscard]] std::vector<Sample> visit_samples(session::Mode const& mode);

/// These and what else there is: every trouble of the printer; in Chinese training and staff's pages.
[[nodiscard]] std::vector<Sample> sample_views(session::Mode const& mode);

// By screen; the two above join them.
[[nodiscard]] std::vector<Sample> home_samples(session::Mode const& mode);
[[nodiscard]] std::vector<Sample> entry_samples(session::Mode const& mode);
[[nodiscard]] std::vector<Sample> progress_samples(session::Mode const& mode);
[[nodiscard]] std::vector<Sample> certificate_samples(session::Mode const& mode);
[[nodiscard]] std::vector<Sample> print_samples(session::Mode const& mode);
[[nodiscard]] std::vector<Sample> printer_samples(session::Mode const& mode);
[[nodiscard]] std::vector<Sample> verdict_samples(session::Mode const& mode);
[[nodiscard]] std::vector<Sample> fault_samples(session::Mode const& mode);
[[nodiscard]] std::vector<Sample> training_samples(session::Mode const& mode);
[[nodiscard]] std::vector<Sample> staff_samples();
[[nodiscard]] std::vector<Sample> set_up_samples();

/// The words that the program has.
[[nodiscard]] present::Vocabulary const& shipped_vocabulary();

/// A kiosk's settings, and what there is to choose from.
[[nodiscard]] items::Draft sample_draft();
[[nodiscard]] items::Known sample_known();

/// What staff's pages make theirs of.
[[nodiscard]] present::FrameView staff_frame();

}  // namespace ce::samples
