#pragma once

#include "kiosk/widgets/ui.h"

namespace ce::widgets {

/// An identity card over the reader's field. `lift`: 0 on the field .. 1 well above it; `lit`: the reader
/// has it.
void card_on_reader(Ui& ui, Rect const& box, float lift, bool lit);

/// The same card well above the reader, with an arrow that says: take it.
void card_off_reader(Ui& ui, Rect const& box);

/// A printer with a certificate that is `out` (0..1) of its mouth; with an arrow where it can be taken.
void printer_with_sheet(Ui& ui, Rect const& box, float out, bool take);

/// A certificate in miniature: double border, lines of writing, seal.
void small_sheet(Ui& ui, Rect const& box);

/// The round red seal's outline with its star.
void seal(Ui& ui, Point centre, float radius, float strength);

/// A round sign, as large as a face: what a verdict or a fault is.
void great_sign(Ui& ui, Rect const& box, Icon icon, Pair const& colors);

}  // namespace ce::widgets
