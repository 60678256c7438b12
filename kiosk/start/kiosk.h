#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>

#include "kiosk/present/vocabulary.h"
#include "kiosk/settings/settings.h"
#include "kiosk/staff/staff.h"
#include "kiosk/start/staff_side.h"
#include "kiosk/window/window.h"
#include "shared/base/result.h"
#include "shared/log/log.h"

namespace ce::start {

/// Does a task of hall staff on this kiosk's ledger, telling it to `out`; visitors may be served meanwhile by
/// another program. Fails as staff::run.
[[nodiscard]] Result<void> serve_staff(settings::Settings const& settings, present::Words const& words,
                                       staff::Order const& order, std::ostream& out,
                                       log::Logger const& logger);

/// What `ce-kiosk cache` was asked for.
enum class CacheTask : std::uint8_t { status, rotate, erase };
/// Tells what is kept; begins a rotation, which the kiosk carries on with while it serves; or erases every
/// key and record of the caches at once. Fails as cache::survey, cache::begin_rotation and cache::erase_all.
[[nodiscard]] Result<void> tend_cache(settings::Settings const& settings, CacheTask task, std::ostream& out);

/// Where the configuration is, for staff who change it.
struct ConfigPlace {
  std::filesystem::path file;
  bool allow_testing = false;
};

/// Opens ledger, cache, devices and window, and serves visitors until the program is asked to stop, or staff
/// start it anew or practise (train). `after_training`: they have, and central is told. It and train() are
/// the only places that name concretes. Fails with what could not be opened.
[[nodiscard]] Result<Ending> serve(settings::Settings const& settings, present::Vocabulary const& words,
                                   window::WindowSettings const& window, log::Logger const& logger,
                                   ConfigPlace const& config, bool after_training = false);

}  // namespace ce::start
