// What is wrong with one kiosk.
#include <charconv>

#include "central/alarms/alarm.h"
#include "shared/protocol/supply_states.h"

namespace ce::alarms {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;
constexpr std::int64_t ungranted_stands_ms = day_ms;   // after the last such print: somebody looks every day
constexpr std::int64_t china_ms = 8 * 60 * minute_ms;  // no summer time
// Training ends by itself ten minutes after the last touch; who forgot a kiosk in it for longer is told.
constexpr std::int64_t longest_practice_ms = 4 * 60 * minute_ms;

/// "0930" in minutes; nothing where it is none.
std::optional<int> minutes_of(std::string const& text) {
  int clock = 0;
  auto const read = std::from_chars(text.data(), text.data() + text.size(), clock);
  if (text.size() != 4 || read.ec != std::errc{} || read.ptr != text.data() + text.size())
    return std::nullopt;
  return clock / 100 * 60 + clock % 100;
}

bool open_on(std::string const& days, std::int64_t weekday) {  // 0: Monday
  if (days == "weekdays") return weekday < 5;
  return days != "monday_to_saturday" || weekday < 6;
}

/// "closed" or "working" where that day is one of those listed; the last one that names it counts.
std::string_view holiday_of(std::vector<std::string> const& holidays, std::string_view day) {
  std::string_view found;
  for (std::size_t at = 0; at + 1 < holidays.size(); at += 2) {
    std::string_view const days = holidays[at + 1];
    auto const slash = days.find('/');
    auto const first = days.substr(0, slash);
    auto const last = slash == std::string_view::npos ? first : days.substr(slash + 1);
    if (first <= day && day <= last) found = holidays[at];  // ISO 8601: as text, so in time
  }
  return found;
}

/// Open or not on that day, hours apart.
bool opens_on(Opening const& opening, Instant now) {
  auto const holiday = holiday_of(opening.holidays, china_minute_text(now).substr(0, 10));
  if (!holiday.empty()) return holiday == "working";
  return open_on(opening.hours[0], ((now.ms + china_ms) / day_ms + 3) % 7);  // 1970-01-01 was a Thursday
}

/// Training, which central hears nothing of; over as soon as it is heard again.
bool is_practising(Seen const& seen, Instant now) {
  return seen.practising && now.ms - seen.practising->ms < longest_practice_ms &&
         seen.line.last_seen->ms <= seen.practising->ms + minute_ms;
}

std::string minutes_words(std::int64_t minutes) {
  return minutes < 120 ? std::to_string(minutes) + " 分钟" : std::to_string(minutes / 60) + " 小时";
}

std::optional<Trouble> silence(Seen const& seen, Limits const& limits, Instant now) {
  auto const limit = limits.silent_minutes * minute_ms;
  auto const silent = now.ms - seen.line.last_seen->ms;
  // Heard of in a time that is not yet: by a clock that was ahead, and not since it is right again.
  if (-limit < silent && silent < limit) return std::nullopt;
  // Switched on a little after opening is not lost.
  bool const ought = is_open(seen.opening, now) && is_open(seen.opening, Instant{now.ms - limit}) &&
                     !is_practising(seen, now);
  if (!ought && !seen.silent_already) return std::nullopt;
  return Trouble{Kind::silent, "没有报告已超过 " + minutes_words(limits.silent_minutes)};
}

/// What has run out, and what will soon.
void put_supplies(protocol::Health const& health, std::vector<Trouble>& found) {
  using State = protocol::SupplyState;
  auto const states = protocol::supply_states(health);
  auto const supplies = health.supplies.value_or(protocol::Supplies{});
  if (states.paper == State::out) found.push_back({Kind::paper, "打印机缺纸"});
  if (states.blanks == State::out) found.push_back({Kind::paper, "证书纸号码已用完"});
  if (states.toner == State::out) found.push_back({Kind::toner, "打印机缺墨粉"});
  if (states.toner == State::low) {
    auto const left = supplies.toner_percent ? "还剩 " + std::to_string(*supplies.toner_percent) + "%，" : "";
    found.push_back({Kind::toner_low, left + "仍可打印，请备好墨粉盒"});
  }
  if (states.paper == State::low) found.push_back({Kind::paper_low, "纸盒里的纸不多，请准备加纸"});
  if (states.blanks == State::low) {
    auto const left =
        supplies.blanks_left ? "还剩 " + std::to_string(*supplies.blanks_left) + " 个号码，" : "";
    found.push_back({Kind::blanks_low, left + "请送去新的证书纸"});
  }
}

}  // namespace

bool is_open(Opening const& opening, Instant now) {
  auto const& hours = opening.hours;
  if (hours.empty() || hours[0] == "always") return true;
  auto const minute = static_cast<int>((now.ms + china_ms) % day_ms / minute_ms);
  if (!opens_on(opening, now)) return false;
  for (std::size_t at = 1; at + 1 < hours.size(); at += 2) {
    auto const from = minutes_of(hours[at]);
    auto const to = minutes_of(hours[at + 1]);
    if (from && to && *from <= minute && minute < *to) return true;
  }
  return false;
}

std::vector<Trouble> troubles_of(Seen const& seen, Limits const& limits, Instant now) {
  std::vector<Trouble> found;
  auto const& line = seen.line;
  if (line.cut_off) found.push_back({Kind::copied, "另一台机器用过它的身份，已停止服务，等待现场查明"});
  if (!line.cut_off && line.ledger_outdated) found.push_back({Kind::copied, "它的台账是旧的副本"});
  if (seen.held_up)
    found.push_back({Kind::volume, "短时间内查询的人、领取的打印授权或查验的证书超过上限，已限制"});
  if (seen.two_places)
    found.push_back({Kind::two_places, "一刻钟内轮流从两个地址而来，可能有另一台机器用它的身份，请查明"});
  // Whoever ended the identity meanwhile still has sheets to look for.
  if (line.ungranted && now.ms - line.ungranted->ms < ungranted_stands_ms)
    found.push_back({Kind::ungranted,
                     "报告了没有打印授权的打印，可能有另一台机器用它的身份，请在发放名册中核对它打印的证书"});
  if (line.certified_until) {
    auto const left = line.certified_until->ms - now.ms;
    if (left < limits.certificate_days * day_ms)
      found.push_back({Kind::certificate, "有效至 " + china_minute_text(*line.certified_until) +
                                              "，没有自动更换；到期后不能联网"});
  }
  // Whose certificate was taken back is scrapped or being mended: what it said last is no more.
  if (!line.last_seen || line.revoked) return found;
  if (auto silent = silence(seen, limits, now)) found.push_back(*std::move(silent));
  auto const& health = line.health;
  if (health.prints_unresolved > 0)
    found.push_back({Kind::unresolved, std::to_string(health.prints_unresolved) + " 次打印的结果等待核实"});
  put_supplies(health, found);
  return found;
}

}  // namespace ce::alarms
