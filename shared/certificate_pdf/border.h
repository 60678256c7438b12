#pragma once

#include "shared/certificate_pdf/document.h"
#include "shared/certificate_pdf/pen.h"

namespace ce::certificate_pdf {

/// The ornaments every sheet has: guilloche border, corner rosettes, a frame of microtext and the pale
/// medallion. The forms go into the document, the calls for them to the page.
[[nodiscard]] Result<void> draw_border(Document& document, Pen& page, TypeCase const& kai);

}  // namespace ce::certificate_pdf
