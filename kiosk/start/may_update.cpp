#include "kiosk/start/may_update.h"

#include <charconv>
#include <string>
#include <utility>

#include "kiosk/hours/hours.h"
#include "kiosk/remote_settings/remote_settings.h"
#include "kiosk/staff/serve_today.h"
#include "kiosk/start/backstage.h"
#include "kiosk/start/in_use.h"

namespace ce::start {
namespace {

constexpr int night_from = 2;
constexpr int night_until = 5;

Failure not_now(std::string why) {
  return {FailureCode::input_invalid, std::move(why)};
}

/// "2026-10-03 02:15": the hour of the day in China.
int hour_of(Instant now) {
  auto const text = china_minute_text(now);
  int hour = 0;
  std::from_chars(text.data() + 11, text.data() + 13, hour);
  return hour;
}

Result<void> check_hour(hours::Plan const& plan, std::filesystem::path const& storage, Instant now) {
  if (plan.days != hours::Days::always) {
    if (hours::standing(plan, now, staff::serves_on(storage)).open) return not_now("现在是开放时间");
    return {};
  }
  auto const hour = hour_of(now);
  if (hour < night_from || hour >= night_until) return not_now("本机一直开放，只在凌晨两点到五点升级");
  return {};
}

}  // namespace

std::filesystem::path in_use_file(settings::Settings const& settings) {
  return settings.storage / "in_use";
}

Result<std::string> may_update(settings::Settings const& settings, std::string_view version,
                               Clock const& clock, log::Logger const& logger) {
  auto allowed = remote_settings::allowed_version(settings.storage / "remote_settings.json");
  if (allowed.empty()) return not_now("管理系统没有让本机升级");
  if (version == any_version) {
    if (allowed == CE_VERSION) return not_now("已经是管理系统让本机升级到的版本");
  } else if (allowed != version) {
    return not_now("管理系统让本机升级到 " + allowed + "，不是这个版本");
  }
  CE_CHECK(check_hour(settings.hours, settings.storage, clock.now()));
  if (is_in_use(in_use_file(settings))) return not_now("有人正在使用");
  CE_TRY(auto const journal, open_journal(settings, clock, logger));
  CE_TRY(auto const under_way, journal.unsettled());
  if (!under_way.empty()) return not_now("有打印还没有结果");
  CE_TRY(auto const open, journal.unresolved());
  if (!open.empty()) return not_now("有 " + std::to_string(open.size()) + " 次打印待核实");
  return allowed;
}

}  // namespace ce::start
