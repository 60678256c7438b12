#pragma once

#include "central/console/job_progress.h"
#include "central/console/visitor.h"
#include "central/imports/imports.h"
#include "central/web/imports_page.h"
#include "central/web/job_page.h"

namespace ce::console {

/// Where the pages of files of that kind begin.
[[nodiscard]] std::string address_of(imports::Kind kind);

/// The form for a file with what was wrong with the last one, and the files brought before.
[[nodiscard]] Result<web::ImportsView> imports_shown(Visitor const& visitor, imports::Tray const& tray,
                                                     imports::Kind kind, std::string const& error = {});

/// One file of the kind that the page is for. `after` is the place of the last row of the page before.
struct ImportShown {
  std::string file_name;
  bool running = false;
  bool has_report = false;
  web::JobView view;
};
[[nodiscard]] Result<ImportShown> import_shown(Visitor const& visitor, imports::Tray const& tray,
                                               imports::Kind kind, std::string const& id, std::int64_t after);

[[nodiscard]] Result<JobProgress> import_progress(Visitor const& visitor, imports::Tray const& tray,
                                                  imports::Kind kind, std::string const& id);
/// A file of that kind which this account brought. Fails with record_unknown.
[[nodiscard]] Result<imports::Job> import_of(Visitor const& visitor, imports::Tray const& tray,
                                             imports::Kind kind, std::string const& id);

}  // namespace ce::console
