#include <algorithm>

#include "kiosk/staff/pin.h"
#include "kiosk/staff_area/pages.h"
#include "kiosk/staff_area/step.h"

namespace ce::staff_area {

using present::StaffPageView;
using present::Tone;

present::StaffSign sign_of(items::ItemId id) {
  using present::StaffSign;
  switch (id) {
    case items::ItemId::place:
      return StaffSign::home;
    case items::ItemId::central:
      return StaffSign::network;
    case items::ItemId::reader:
      return StaffSign::card;
    case items::ItemId::printer:
      return StaffSign::printer;
    case items::ItemId::paper:
    case items::ItemId::numbers:
      return StaffSign::paper;
    case items::ItemId::touch:
      return StaffSign::touch;
    case items::ItemId::sound:
      return StaffSign::sound;
    case items::ItemId::idle:
    case items::ItemId::hours:
    case items::ItemId::holidays:
      return StaffSign::clock;
    case items::ItemId::scanner:
      return StaffSign::search;
    case items::ItemId::learning:
    case items::ItemId::language:
    case items::ItemId::display:
    case items::ItemId::calibration:
    case items::ItemId::pin:
      break;
  }
  return StaffSign::settings;
}

namespace {

present::Tagged pin_note(NewPin const& page) {
  if (page.first.reveal().empty()) return {"6 至 12 位数字，不要用同一个数字或连续的数字", Tone::neutral};
  if (auto const sound = staff::check_pin(page.first); !sound) {
    return {sound.failure().detail, Tone::neutral};
  }
  if (!page.at_again) return {"可以使用，再输入一遍", Tone::good};
  if (page.first == page.again) return {"两遍一样", Tone::good};
  return {"再输入一遍，两遍要一样", Tone::neutral};
}

}  // namespace

std::string dots(SecretText const& typed) {
  std::string text;
  for (std::size_t i = 0; i < typed.reveal().size(); ++i) text += "●";
  return text;
}

StaffPageView settings_page(State const& state, SettingsPage const& page) {
  StaffPageView view;
  view.keys = {{.id = "new_pin",
                .label = "更换密码",
                .sign = present::StaffSign::settings,
                .touch = {session::StaffKey::confirm}},
               {.id = "cards",
                .label = "员工卡",
                .sign = present::StaffSign::card,
                .touch = {session::StaffKey::open, static_cast<int>(Place::cards)}}};
  if (state.restart_due) {
    view.keys.push_back({.id = "restart_due",
                         .label = "重启程序",
                         .sign = present::StaffSign::again,
                         .touch = {session::StaffKey::choose, restart_key},
                         .main = true});
  }
  if (!state.draft) {
    view.sentences = {"正在查看，请稍候。"};
    return view;
  }
  std::string others;
  for (auto const& setting : state.settings) others += "；" + setting.name + " " + setting.value;
  view.note = {"更改后要重启程序才生效，原来的配置会留一份" + others, Tone::neutral};
  if (state.restart_due) view.note = {"有更改还没有生效：改完以后请按“重启程序”", Tone::notice};
  auto const list = settings_items();
  view.paging = pages_of(list.size(), items_per_page, page.page);
  view.rows_least = items_per_page;
  auto const from = static_cast<std::size_t>(view.paging.page) * items_per_page;
  for (auto i = from; i < std::min(list.size(), from + items_per_page); ++i) {
    auto const& item = items::of(list[i]);
    view.cards.push_back({.id = "item_" + std::string{item.code},
                          .label = std::string{item.name},
                          .hint = items::summary(item.id, *state.draft, state.known),
                          .sign = sign_of(item.id),
                          .touch = {session::StaffKey::choose, static_cast<int>(item.id)}});
  }
  return view;
}

StaffPageView new_pin_page(State const& state, NewPin const& page) {
  StaffPageView view;
  view.headline = "新的工作人员密码";
  view.fields = {{"新密码", dots(page.first), "6 至 12 位数字", !page.at_again},
                 {"再输入一遍", dots(page.again), "", page.at_again}};
  view.note = pin_note(page);
  view.typing = present::StaffTyping::digits;
  view.erase_label = "退格";
  view.clear_label = "清空";
  view.confirm_label = page.at_again ? "更换" : "下一项";
  view.can_confirm = may_confirm(state);
  return view;
}

}  // namespace ce::staff_area
