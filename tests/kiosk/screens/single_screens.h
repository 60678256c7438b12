#pragma once

#include "stage.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce::blind {

/// Expects of the screen that is drawn what is true of its kind alone: the code of where to learn, the seal
/// in a sheet's picture, where a verdict's only fact and a subject's standing are, how far a record's title
/// goes.
void what_one_screen_promises(Stage const& stage, samples::Sample const& sample);

}  // namespace ce::blind
