#include "kiosk/staff/pin.h"
#include "kiosk/staff_area/pages.h"
#include "kiosk/staff_area/step.h"

namespace ce::staff_area {

using present::StaffPageView;
using present::Tone;

namespace {

present::Tagged pin_note(NewPin const& page) {
  if (page.first.reveal().empty()) return {"6 至 12 位数字，不用同一个数字或连续的数字", Tone::neutral};
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

StaffPageView settings_page(State const& state) {
  StaffPageView view;
  for (auto const& setting : state.settings) view.rows.push_back({setting.name, {}, setting.value});
  view.note = {"配置由管理员在 kiosk.toml 更改，重新启动程序后生效", Tone::neutral};
  view.keys = {{.id = "new_pin",
                .label = "更换密码",
                .sign = present::StaffSign::settings,
                .touch = {session::StaffKey::confirm}}};
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
