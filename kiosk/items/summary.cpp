#include "kiosk/items/holidays.h"

namespace ce::items {
namespace {

std::string in_digits(std::int64_t value) {
  return std::to_string(value);
}

/// The label of the value that a field has.
std::string chosen(ItemId id, std::size_t field, Values const& values, Known const& known) {
  for (auto const& choice : choices(id, field, values, known)) {
    if (choice.value == values[field].reveal()) return choice.label;
  }
  return values[field].reveal();
}

std::string unset(std::string const& text) {
  return text.empty() ? "还没有设置" : text;
}

}  // namespace

std::string summary(ItemId id, Draft const& draft, Known const& known) {
  auto const& s = draft.settings;
  auto const values = values_of(id, draft);
  switch (id) {
    case ItemId::language:
      return chosen(id, 0, values, known);
    case ItemId::place:
      if (s.location.hall.empty()) return unset("");
      return s.location.hall + "（" + s.location.region + "）";
    case ItemId::central:
      return s.central.url.empty() ? unset("") : s.central.url + "，本机编号 " + s.central.kiosk_id;
    case ItemId::display:
      return (s.display.width_mm == 0 ? "尺寸自动读取"
                                      : "宽 " + in_digits(s.display.width_mm) + " 毫米，高 " +
                                            in_digits(s.display.height_mm) + " 毫米") +
             (s.display.drift_minutes == 0 ? "；画面不挪动"
                                           : "；" + in_digits(s.display.drift_minutes) + " 分钟挪动一次画面");
    case ItemId::touch:
      return "四角和中间";
    case ItemId::reader:
      return chosen(id, 0, values, known) + "，" + in_digits(s.reader.baud);
    case ItemId::scanner:
      return s.scanner.devices.empty() ? chosen(id, 0, values, known)
                                       : chosen(id, 0, values, known) + "，" + in_digits(s.scanner.baud);
    case ItemId::printer:
      return unset(s.printer_uri);
    case ItemId::paper:
      return chosen(id, 0, values, known) + "，剩 " + in_digits(s.paper.warn_left) + " 张时提醒";
    case ItemId::calibration:
      if (draft.right.empty()) return unset("");
      return "向右 " + draft.right + " 毫米，向下 " + draft.down + " 毫米";
    case ItemId::numbers:
      return s.paper.blank_prefix + "，" + in_digits(s.paper.digits) + " 位，" + in_digits(s.paper.first) +
             " 到 " + in_digits(s.paper.last);
    case ItemId::sound:
      return chosen(id, 0, values, known) + "，音量 " + in_digits(s.voice.volume);
    case ItemId::idle:
      return in_digits(s.idle.idle_seconds) + " 秒后提醒，再过 " + in_digits(s.idle.countdown_seconds) +
             " 秒退出";
    case ItemId::hours: {
      auto text = chosen(id, 0, values, known);
      if (s.hours.days == hours::Days::always) return text;
      for (auto const& span : s.hours.open) text += "  " + span;
      return text;
    }
    case ItemId::holidays:
      return holidays_in_words(s.hours);
    case ItemId::learning:
      return s.learning.site.empty() ? "不显示" : s.learning.site;
    case ItemId::pin:
      return draft.pin.reveal().empty() ? unset("") : "已设置";
  }
  return {};
}

}  // namespace ce::items
