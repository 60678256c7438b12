// What is wrong with one kiosk.
#include <charconv>

#include "central/alarms/alarm.h"
#include "shared/base/failure.h"

namespace ce::alarms {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;
constexpr std::int64_t china_ms = 8 * 60 * minute_ms;  // no summer time

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

std::string minutes_words(std::int64_t minutes) {
  return minutes < 120 ? std::to_string(minutes) + " 分钟" : std::to_string(minutes / 60) + " 小时";
}

std::optional<Trouble> silence(Seen const& seen, Limits const& limits, Instant now) {
  auto const limit = limits.silent_minutes * minute_ms;
  auto const silent = now.ms - seen.line.last_seen->ms;
  if (silent < limit) return std::nullopt;
  // Switched on a little after opening is not lost.
  bool const ought = is_open(seen.hours, now) && is_open(seen.hours, Instant{now.ms - limit});
  if (!ought && !seen.silent_already) return std::nullopt;
  return Trouble{Kind::silent, "没有报告已超过 " + minutes_words(limits.silent_minutes)};
}

}  // namespace

bool is_open(std::vector<std::string> const& hours, Instant now) {
  if (hours.empty() || hours[0] == "always") return true;
  auto const local = now.ms + china_ms;
  auto const minute = static_cast<int>(local % day_ms / minute_ms);
  if (!open_on(hours[0], (local / day_ms + 3) % 7)) return false;  // 1970-01-01 was a Thursday
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
  if (seen.held_up) found.push_back({Kind::volume, "短时间内查询的人或领取的打印授权超过上限，已限制"});
  if (line.certified_until) {
    auto const left = line.certified_until->ms - now.ms;
    if (left < limits.certificate_days * day_ms)
      found.push_back({Kind::certificate, "有效至 " + china_minute_text(*line.certified_until) +
                                              "，没有自动更换；到期后不能联网"});
  }
  if (!line.last_seen) return found;
  if (auto silent = silence(seen, limits, now)) found.push_back(*std::move(silent));
  auto const& health = line.health;
  if (health.prints_unresolved > 0)
    found.push_back({Kind::unresolved, std::to_string(health.prints_unresolved) + " 次打印的结果等待核实"});
  auto const is = [&](FailureCode code) { return health.printer_problem == name_of(code); };
  if (is(FailureCode::printer_out_of_paper)) found.push_back({Kind::paper, "打印机缺纸"});
  if (is(FailureCode::paper_exhausted)) found.push_back({Kind::paper, "证书纸号码已用完"});
  if (is(FailureCode::printer_out_of_toner)) found.push_back({Kind::toner, "打印机缺墨粉"});
  return found;
}

}  // namespace ce::alarms
