#include "central/fleet/volumes.h"

#include <chrono>

namespace ce::fleet {
namespace {

constexpr std::chrono::minutes lately{15};
constexpr double minutes_an_hour = 60;

// A quarter of an hour's worth at once: a hall that was offline comes back with a queue of visitors.
verification::Rate rate_of(std::int64_t per_hour) {
  auto const hourly = static_cast<double>(per_hour);
  return {.per_minute = hourly / minutes_an_hour, .burst = hourly / 4 < 1 ? 1 : hourly / 4};
}

}  // namespace

Volumes::Volumes(VolumeLimits const& limits)
    : limits_(limits),
      persons_(rate_of(limits.persons_per_hour)),
      grants_(rate_of(limits.grants_per_hour)),
      look_ups_(rate_of(limits.look_ups_per_hour)) {}

Result<void> Volumes::admit_person(std::string_view kiosk, Tick now) {
  return admit(persons_, kiosk, now,
               "查询的人数超过每小时 " + std::to_string(limits_.persons_per_hour) + " 人");
}

Result<void> Volumes::admit_grant(std::string_view kiosk, Tick now) {
  return admit(grants_, kiosk, now,
               "领取的打印授权超过每小时 " + std::to_string(limits_.grants_per_hour) + " 份");
}

Result<void> Volumes::admit_look_up(std::string_view kiosk, Tick now) {
  return admit(look_ups_, kiosk, now,
               "查验的证书超过每小时 " + std::to_string(limits_.look_ups_per_hour) + " 份");
}

Result<void> Volumes::admit(verification::RateLimit& limit, std::string_view kiosk, Tick now,
                            std::string const& words) {
  if (limit.admit(kiosk, now)) return {};
  std::scoped_lock const lock{mutex_};
  held_up_.insert_or_assign(std::string{kiosk}, now);
  return Failure{FailureCode::too_many_requests,
                 "本终端" + words + "的上限，请稍后再试；如确有需要，由运维人员修改 [kiosks] 的上限"};
}

std::set<std::string> Volumes::held_up(Tick now) const {
  std::scoped_lock const lock{mutex_};
  std::set<std::string> found;
  for (auto const& [kiosk, at] : held_up_) {
    if (now - at < lately) found.insert(kiosk);
  }
  return found;
}

}  // namespace ce::fleet
