#include "shared/service/watchdog.h"

#include <algorithm>
#include <string>
#include <utility>

#include "shared/service/service.h"

namespace ce::service {

Watchdog::Watchdog(log::Logger const& logger) : logger_(&logger), every_(alive_every()) {}

void Watchdog::watch(std::vector<Member> members) {
  members_ = std::move(members);
  watched_ = true;
}

std::optional<Watchdog::Member> Watchdog::overdue(Tick now) const {
  if (!watched_) return std::nullopt;
  auto const found = std::find_if(members_.begin(), members_.end(), [now](Member const& member) {
    auto const last = member.pulse->last();
    return last && now - *last > member.at_most;
  });
  return found == members_.end() ? std::nullopt : std::optional{*found};
}

void Watchdog::tell(Tick now) {
  if (!std::exchange(ready_, true)) ready();
  if (!every_ || (due_ && now < *due_)) return;
  due_ = now + *every_;
  auto const late = overdue(now);
  if (!late) {
    silent_ = false;
    return alive();
  }
  if (std::exchange(silent_, true)) return;
  logger_->event(log::Event::failure, {{"where", "watchdog"},
                                       {"why", std::string{late->name} + " has not come round for " +
                                                   std::to_string(late->at_most.count()) + " s"}});
}

}  // namespace ce::service
