#pragma once

#include "central/console/job_progress.h"
#include "central/console/visitor.h"
#include "central/imports/imports.h"
#include "central/web/imports_page.h"
#include "central/web/job_page.h"

namespace ce::console {

/// The form for a registration file with what was wrong with the last one, and the files brought before.
[[nodiscard]] Result<web::ImportsView> imports_shown(Visitor const& visitor, imports::Tray const& tray,
                                                     std::string const& error = {});

/// One file. `after` is the place of the last row of the page before.
struct ImportShown {
  std::string file_name;
  bool running = false;
  bool has_report = false;
  web::JobView view;
};
[[nodiscard]] Result<ImportShown> import_shown(Visitor const& visitor, imports::Tray const& tray,
                                               std::string const& id, std::int64_t after);

[[nodiscard]] Result<JobProgress> import_progress(Visitor const& visitor, imports::Tray const& tray,
                                                  std::string const& id);

}  // namespace ce::console
