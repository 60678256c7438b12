#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/certificate_pdf/document.h"
#include "shared/certificate_pdf/faces.h"

namespace ce::certificate_pdf {

/// The ornaments every sheet has: guilloche border, corner rosettes, a frame of microtext and the pale
/// medallion. Drawn and packed once for a set of faces, which draw the microtext: it is half the work of a
/// sheet.
struct Ornaments {
  std::vector<std::pair<std::string, std::string>> forms;  // resource name, packed
  std::string page;                                        // packed calls for them
};
[[nodiscard]] Ornaments draw_ornaments(Fonts::Faces const& faces);

}  // namespace ce::certificate_pdf
