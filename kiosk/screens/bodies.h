#pragma once

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

// One screen, one file: each draws its view into `body`, what the frame leaves free.

[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::HomeView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::WaitingView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::EntryView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::ProgressView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::CertificatesView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::PrintPreviewView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::PrintingView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::TakePaperView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::TakeCardView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::VerifyResultView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::FaultView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::PausedView const& view);
[[nodiscard]] Outcome draw(widgets::Ui& ui, widgets::Rect body, present::StaffPageView const& view);

}  // namespace ce::screens
