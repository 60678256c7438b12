// Fields as text, and back.
#include <algorithm>
#include <charconv>

#include "kiosk/items/holidays.h"
#include "kiosk/printers/offset_book.h"
#include "kiosk/staff/pin.h"
#include "shared/kiosk_items/items.h"

namespace ce::items {
namespace {

SecretText text(std::string value) {
  return SecretText{std::move(value)};
}

SecretText text(std::int64_t value) {
  return SecretText{std::to_string(value)};
}

/// Fields hold digits alone; what is empty is 0, and too small where that may not be.
std::int64_t number(SecretText const& value) {
  std::int64_t found = 0;
  auto const& digits = value.reveal();
  std::from_chars(digits.data(), digits.data() + digits.size(), found);
  return found;
}

std::string city_of(std::string const& region) {
  return region.size() == 6 ? region.substr(0, 4) + "00" : "";
}

std::string joined(std::vector<std::string> const& parts) {
  std::string all;
  for (auto const& part : parts) all += (all.empty() ? "" : " ") + part;
  return all;
}

std::vector<std::string> split(std::string const& all) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < all.size();) {
    auto const end = std::min(all.find(' ', at), all.size());
    if (end > at) parts.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

Result<void> take_key(SecretText const& typed, Draft& draft) {
  auto const& key = typed.reveal();
  bool const visible = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  if (!visible)
    return Failure{FailureCode::input_invalid, "登记码：只能是字母、数字和符号，请照管理系统生成的输入"};
  draft.kiosk_key = typed;
  return {};
}

Result<void> take_pin(Values const& values, Draft& draft) {
  CE_CHECK(staff::check_pin(values[0]));
  if (!(values[0] == values[1])) {
    return Failure{FailureCode::input_invalid, "两遍输入的密码不一样，请重新输入第二遍"};
  }
  draft.pin = values[0];
  return {};
}

Result<void> take_offset(Values const& values, Draft& draft) {
  auto const said = [](SecretText const& value) {
    return value.reveal().empty() ? std::string{"0"} : value.reveal();
  };
  CE_CHECK(printers::tenths_of(said(values[0])));
  CE_CHECK(printers::tenths_of(said(values[1])));
  draft.right = said(values[0]);
  draft.down = said(values[1]);
  return {};
}

/// "09:00-12:00" as "0900" and "1200"; empty ones where there are fewer.
Values hours_as_typed(hours::Plan const& plan) {
  Values typed{text(settings::word_of(plan.days))};
  for (std::size_t i = 0; i < 2; ++i) {
    auto const span = i < plan.open.size() ? plan.open[i] : std::string{};
    bool const whole = hours::span_of(span).ok();
    typed.push_back(whole ? text(span.substr(0, 2) + span.substr(3, 2)) : SecretText{});
    typed.push_back(whole ? text(span.substr(6, 2) + span.substr(9, 2)) : SecretText{});
  }
  return typed;
}

Result<void> take_hours(Values const& values, hours::Plan& plan) {
  kiosk_items::Values typed;
  for (auto const& value : values) typed.push_back(value.reveal());
  CE_CHECK(kiosk_items::check(*kiosk_items::find(of(ItemId::hours).code), typed));
  auto taken = plan;
  for (auto const days :
       {hours::Days::always, hours::Days::weekdays, hours::Days::monday_to_saturday, hours::Days::daily}) {
    if (settings::word_of(days) == values[0].reveal()) taken.days = days;
  }
  if (taken.days != hours::Days::always) {
    taken.open.clear();
    for (std::size_t at = 1; at + 1 < values.size(); at += 2) {
      auto const& from = values[at].reveal();
      auto const& to = values[at + 1].reveal();
      if (from.empty()) continue;
      taken.open.push_back(from.substr(0, 2) + ":" + from.substr(2) + "-" + to.substr(0, 2) + ":" +
                           to.substr(2));
    }
  }
  plan = std::move(taken);
  return {};
}

}  // namespace

bool is_last(ItemId id, std::size_t field, SecretText const& value) {
  if (id == ItemId::hours && field == 0) return value.reveal() == settings::word_of(hours::Days::always);
  if (id == ItemId::holidays && field == 0) return takes_away(value.reveal());
  return id == ItemId::scanner && field == 0 && value.reveal().empty();
}

Values values_of(ItemId id, Draft const& draft) {
  auto const& s = draft.settings;
  switch (id) {
    case ItemId::language:
      return {text(s.display.english ? "en" : "zh")};
    case ItemId::place:
      return {text(city_of(s.location.region)), text(s.location.region), text(s.location.hall)};
    case ItemId::central:
      return {text(s.central.url), text(s.central.kiosk_id), draft.kiosk_key};
    case ItemId::display:
      return {s.display.width_mm == 0 ? SecretText{} : text(s.display.width_mm),
              s.display.height_mm == 0 ? SecretText{} : text(s.display.height_mm),
              text(s.display.drift_minutes)};
    case ItemId::touch:
      return {};
    case ItemId::reader:
      return {text(joined(s.reader.devices)), text(s.reader.baud),
              text(s.reader.presence_by_reset ? "reset" : "none")};
    case ItemId::scanner:
      return {text(joined(s.scanner.devices)), text(s.scanner.baud)};
    case ItemId::printer:
      return {text(s.printer_uri)};
    case ItemId::paper:
      return {text(s.paper.preprinted ? "preprinted" : "plain"), text(s.paper.warn_left)};
    case ItemId::calibration:
      return {text(draft.right), text(draft.down)};
    case ItemId::numbers:
      return {text(s.paper.blank_prefix), text(s.paper.digits), text(s.paper.first), text(s.paper.last)};
    case ItemId::sound:
      return {text(s.voice.speaks), text(s.voice.volume)};
    case ItemId::idle:
      return {text(s.idle.idle_seconds), text(s.idle.countdown_seconds), text(s.idle.take_card_seconds)};
    case ItemId::hours:
      return hours_as_typed(s.hours);
    case ItemId::holidays:
      return {SecretText{}, SecretText{}, SecretText{}};
    case ItemId::learning:
      return {text(s.learning.site)};
    case ItemId::pin:
      return {SecretText{}, SecretText{}};
  }
  return {};
}

Result<void> put(ItemId id, Values const& values, Draft& draft) {
  auto& s = draft.settings;
  switch (id) {
    case ItemId::language:
      s.display.english = values[0].reveal() == "en";
      break;
    case ItemId::place:
      s.location = {values[1].reveal(), values[2].reveal()};
      break;
    case ItemId::central:
      CE_CHECK(take_key(values[2], draft));
      s.central.url = values[0].reveal();
      s.central.kiosk_id = values[1].reveal();
      break;
    case ItemId::display:
      s.display.width_mm = number(values[0]);
      s.display.height_mm = number(values[1]);
      s.display.drift_minutes = number(values[2]);
      break;
    case ItemId::touch:
      break;
    case ItemId::reader:
      s.reader = {split(values[0].reveal()), number(values[1]), values[2].reveal() == "reset"};
      break;
    case ItemId::scanner:
      s.scanner = {split(values[0].reveal()), number(values[1])};
      break;
    case ItemId::printer:
      s.printer_uri = values[0].reveal();
      break;
    case ItemId::paper:
      s.paper.preprinted = values[0].reveal() == "preprinted";
      s.paper.warn_left = number(values[1]);
      break;
    case ItemId::calibration:
      return take_offset(values, draft);
    case ItemId::numbers:
      s.paper.blank_prefix = values[0].reveal();
      s.paper.digits = number(values[1]);
      s.paper.first = number(values[2]);
      s.paper.last = number(values[3]);
      break;
    case ItemId::sound:
      s.voice.speaks = values[0].reveal();
      s.voice.volume = number(values[1]);
      break;
    case ItemId::idle:
      s.idle = {number(values[0]), number(values[1]), number(values[2])};
      break;
    case ItemId::hours:
      return take_hours(values, s.hours);
    case ItemId::holidays:
      return take_holidays(values, s.hours);
    case ItemId::learning:
      s.learning.site = values[0].reveal();
      break;
    case ItemId::pin:
      return take_pin(values, draft);
  }
  return {};
}

}  // namespace ce::items
