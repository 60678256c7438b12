#pragma once

#include <string>
#include <string_view>

#include "central/console/visitor.h"
#include "central/fleet/logs.h"
#include "central/web/detail_page.h"

/// Logs of kiosks, for who keeps the machines (central/fleet/logs.h).
namespace ce::console {

/// How one is asked for; the form's act is "log", with "hours".
[[nodiscard]] web::DetailView::Act log_act(std::string const& kiosk);

/// What was asked for, the newest first; no line where nothing was.
[[nodiscard]] Result<web::DetailView::Table> log_table(Visitor const& visitor, std::string_view kiosk);

/// One that came: its facts and its newest lines.
[[nodiscard]] web::DetailView log_view(fleet::LogRead const& read);

}  // namespace ce::console
