#pragma once

#include "stage.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce::blind {

/// Expects of a page of the staff's area: upright, what is chosen from lies where hands reach, with its words
/// right above; the labels of a list begin at one line; what is typed is no smaller than its name.
void what_a_staff_page_promises(Stage const& stage, samples::Sample const& sample);

}  // namespace ce::blind
