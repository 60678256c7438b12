#pragma once

#include "shared/certificate_pdf/pen.h"

/// The inks of the sheet. Two ornament colours of like darkness, so that a black-and-white printer of a
/// hall still gives an even border; pure red for the seal alone.
namespace ce::certificate_pdf::palette {

inline constexpr Colour paper{1000, 1000, 1000};
inline constexpr Colour ink{90, 80, 80};
inline constexpr Colour crimson{640, 130, 120};
inline constexpr Colour bronze{690, 530, 290};
inline constexpr Colour mist{945, 915, 855};
inline constexpr Colour seal_red{850, 70, 60};
inline constexpr Colour black{0, 0, 0};

}  // namespace ce::certificate_pdf::palette
