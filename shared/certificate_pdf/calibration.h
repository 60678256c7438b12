#pragma once

#include "shared/certificate_pdf/pen.h"
#include "shared/certificate_pdf/type_case.h"

namespace ce::certificate_pdf {

/// See render_calibration().
void draw_calibration(Pen& page, TypeCase& song, double right_mm, double down_mm);

}  // namespace ce::certificate_pdf
