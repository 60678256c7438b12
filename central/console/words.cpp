#include "central/console/words.h"

#include <array>
#include <cstdio>

#include "shared/credit/words.h"

namespace ce::console {
namespace {

using credit::ReviewState;
using protocol::CertificateState;
using web::Tone;

void add(std::string& text, std::string const& piece) {
  text += (text.empty() ? "" : " ") + piece;
}

}  // namespace

web::Badge badge_of(ReviewState state) {
  std::string const word{credit::words_for(state)};
  switch (state) {
    case ReviewState::returned:
      return {Tone::warn, word};
    case ReviewState::rejected:
      return {Tone::bad, word};
    case ReviewState::approved:
      return {Tone::good, word};
    default:
      return {Tone::none, word};
  }
}

web::Badge badge_in_closed_year(ReviewState state) {
  bool const settled = state == ReviewState::approved || state == ReviewState::rejected;
  return settled ? badge_of(state) : web::Badge{Tone::none, "归档时未审完"};
}

web::Badge badge_of(CertificateState state) {
  switch (state) {
    case CertificateState::under_review:
      return {Tone::none, "待发证"};
    case CertificateState::printable:
      return {Tone::good, "可打印"};
    case CertificateState::printed:
      return {Tone::good, "已打印"};
    case CertificateState::unresolved:
      return {Tone::warn, "打印待核实", "warning"};
    case CertificateState::revoked:
      return {Tone::bad, "已撤销"};
    case CertificateState::incomplete:
      break;
  }
  return {Tone::none, "尚未完成"};
}

std::string ago(Instant then, Instant now) {
  std::int64_t const minutes = (now.ms - then.ms) / 60'000;
  if (minutes < -5) return china_minute_text(then);  // by a clock that was ahead
  if (minutes < 1) return "刚刚";
  if (minutes < 60) return std::to_string(minutes) + " 分钟前";
  if (minutes < 24 * 60) return std::to_string(minutes / 60) + " 小时前";
  return std::to_string(minutes / (24 * 60)) + " 天前";
}

std::string day(std::optional<Date> const& date) {
  return date ? date->iso() : std::string{};
}

std::string days(std::optional<Date> const& from, std::optional<Date> const& to) {
  if (from && to && *from != *to) return from->iso() + " 至 " + to->iso();
  return day(to ? to : from);
}

std::string claimed(credit::Record const& record) {
  if (record.activity == credit::Activity::achievement) {
    return std::string{credit::words_for(record.kind)} + "（" + std::string{credit::words_for(record.role)} +
           "）";
  }
  std::string text;
  if (record.half_days) {
    add(text, std::to_string(*record.half_days / 2) + (*record.half_days % 2 == 0 ? "" : ".5") + " 天");
  }
  if (record.hours) add(text, credit::hours_text(*record.hours));
  if (record.minutes) add(text, std::to_string(*record.minutes) + " 分钟");
  return text.empty() && record.activity == credit::Activity::degree ? "在职学历教育" : text;
}

std::string spaced_number(std::string const& number) {
  if (number.size() != 14) return number;
  return number.substr(0, 6) + " " + number.substr(6, 2) + " " + number.substr(8);
}

std::string size_text(std::int64_t bytes) {
  std::array<char, 32> text{};
  double const kilobytes = static_cast<double>(bytes) / 1024;
  bool const large = kilobytes >= 1000;
  std::snprintf(text.data(), text.size(), large ? "%.1f MB" : "%.0f KB",
                large ? kilobytes / 1024 : kilobytes);
  return text.data();
}

}  // namespace ce::console
