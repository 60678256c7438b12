#pragma once

#include "shared/certificate_pdf/pen.h"
#include "shared/certificate_pdf/type_case.h"

namespace ce::certificate_pdf {

/// See render_specimen().
void draw_specimen(Pen& page, TypeCase& song, TypeCase& kai);

}  // namespace ce::certificate_pdf
