#include <algorithm>

#include "kiosk/staff_area/pages.h"
#include "kiosk/staff_area/step.h"

namespace ce::staff_area {

using present::StaffPageView;
using present::Tone;
using staff::CardAtDoor;

namespace {

std::string refusal(AtDoor const& door) {
  if (!door.wrong) return "之前的密码或员工卡不对。";
  if (!door.by_card) return "密码不对。";
  return door.stands->card == CardAtDoor::needed ? "员工卡或密码不对。" : "这张员工卡不能用，或已经收回。";
}

present::Tagged door_note(AtDoor const& door, std::chrono::seconds locked) {
  if (door.checking) return {"正在核对", Tone::neutral};
  if (locked.count() > 0) return {refusal(door) + "请在 " + staff::in_words(locked) + "后再试", Tone::bad};
  if (door.not_a_card) return {"扫到的不是员工卡", Tone::notice};
  if (!door.card.reveal().empty()) return {"已扫到员工卡，请输入密码", Tone::good};
  return {"每次进入都会在管理系统留下记录", Tone::neutral};
}

char const* asked_for(AtDoor const& door) {
  switch (door.stands->card) {
    case CardAtDoor::none:
      return "请输入工作人员密码";
    case CardAtDoor::opens:
      return "请扫描员工卡，或输入密码";
    case CardAtDoor::needed:
      return door.card.reveal().empty() ? "请先扫描员工卡" : "请输入密码";
  }
  return "";
}

}  // namespace

StaffPageView door_page(AtDoor const& door, Tick now) {
  StaffPageView view;
  if (!door.stands) return waiting_page();
  if (!door.stands->pin_set) {
    view.headline = "本机还没有设置工作人员密码";
    view.sentences = {"请在本机命令行运行 ce-kiosk staff pin 设置，然后再进入。"};
    return view;
  }
  auto const locked =
      std::max(std::chrono::seconds{0}, std::chrono::ceil<std::chrono::seconds>(door.locked_until - now));
  view.headline = asked_for(door);
  view.fields = {{"密码", dots(door.typed), "6 至 12 位数字，再按“确认”", true}};
  view.note = door_note(door, locked);
  bool const card_wanted = door.stands->card != CardAtDoor::none && door.card.reveal().empty();
  if (card_wanted) view.sentences = {"员工卡：把卡上的二维码对准扫码器。"};
  view.typing = present::StaffTyping::digits;
  view.erase_label = "退格";
  view.clear_label = "清空";
  view.confirm_label = "确认";
  view.can_confirm = may_confirm(door, now);
  return view;
}

}  // namespace ce::staff_area
