#pragma once

#include "central/batches/batches.h"
#include "central/console/job_progress.h"
#include "central/console/visitor.h"
#include "central/web/issuing_pages.h"
#include "central/web/job_page.h"

namespace ce::console {

/// The last orders of the visitor's region to issue to everybody, for the issuing page.
[[nodiscard]] Result<std::vector<web::IssuingView::Batch>> batches_shown(Visitor const& visitor);

/// One of them. `after` is the last person of the page before.
struct BatchShown {
  std::string title;
  bool running = false;
  web::JobView view;
};
[[nodiscard]] Result<BatchShown> batch_shown(Visitor const& visitor, std::string const& id,
                                             std::int64_t after);

[[nodiscard]] Result<JobProgress> batch_progress(Visitor const& visitor, std::string const& id);

}  // namespace ce::console
