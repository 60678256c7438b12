#pragma once

#include "central/console/job_progress.h"
#include "central/console/registers_view.h"
#include "central/register_jobs/register_jobs.h"
#include "central/web/job_page.h"

/// Registers as files: what was asked for, how far it is, where it is fetched.
namespace ce::console {

/// What the visitor asks for, with the names that they may see.
[[nodiscard]] register_jobs::Asked register_asked(Visitor const& visitor, RegistersAsked const& asked,
                                                  register_jobs::Format format);

[[nodiscard]] std::string address_of_register(std::string const& job);
/// Above the register, for each file of the visitor that is being written or may be fetched.
[[nodiscard]] Result<std::vector<web::Notice>> register_notices(Visitor const& visitor,
                                                                register_jobs::Desk const& desk);

struct RegisterFileShown {
  std::string title;
  bool running = false;
  bool written = false;
  web::JobView view;
};
/// `hours`: how long a file stays. Fails with record_unknown for somebody else's.
[[nodiscard]] Result<RegisterFileShown> register_file_shown(Visitor const& visitor,
                                                            register_jobs::Desk const& desk,
                                                            std::string const& id, std::int64_t hours);
[[nodiscard]] Result<JobProgress> register_progress(Visitor const& visitor, register_jobs::Desk const& desk,
                                                    std::string const& id);

}  // namespace ce::console
