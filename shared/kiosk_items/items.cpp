#include "shared/kiosk_items/items.h"

#include <algorithm>
#include <array>

namespace ce::kiosk_items {
namespace {

std::vector<Choice> volumes() {
  return {{"1", "1 最轻"}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"5", "5 最响"}};
}

}  // namespace

std::span<Item const> all() {
  static std::array<Item, 5> const table{{
      {"language",
       "界面语言",
       "办事界面一开始用哪种语言；每个人都可以自己切换",
       {{"开始时的语言",
         "",
         Kind::choice,
         "[display] language",
         2,
         {{"zh", "中文", "可切换为英文"}, {"en", "English", "可切换为中文；外宾多的大厅"}}}}},
      {"sound",
       "声音",
       "语音播报和开始时的音量",
       {{"什么时候播报",
         "",
         Kind::choice,
         "[voice] speaks",
         6,
         {{"never", "不自动播报", "办事群众可以自己打开"},
          {"elder", "大字版才播报", "其他人可以自己打开"},
          {"always", "每一屏都播报"}}},
        {"音量", "", Kind::choice, "[voice] volume", 1, volumes()}}},
      {"idle",
       "无人时间",
       "无人触摸多久后提醒、退出",
       {{"多少秒后提醒", "30 到 300", Kind::digits, "[idle] idle_seconds", 3, {}, false, 30, 300},
        {"再过多少秒退出", "20 到 45", Kind::digits, "[idle] countdown_seconds", 3, {}, false, 20, 45},
        {"“请取走身份证”最多多少秒",
         "10 到 300",
         Kind::digits,
         "[idle] take_card_seconds",
         3,
         {},
         false,
         10,
         300}}},
      {"hours",
       "开放时间",
       "时间以外显示“现在不是开放时间”；不设则一直开放",
       {{"哪几天开放",
         "",
         Kind::choice,
         "[hours] days",
         20,
         {{"always", "一直开放", "不按时间关闭；可随时在工作人员区暂停"},
          {"weekdays", "周一至周五", "放假和调休另外登记；漏了的，当天按“今天照常开放”"},
          {"monday_to_saturday", "周一至周六"},
          {"daily", "每天"}}},
        {"上午开门", "四位数字，如 0900", Kind::digits, "[hours] open", 4, {}, true},
        {"上午关门", "如 1200", Kind::digits, "", 4, {}, true},
        {"下午开门", "如 1400；中午不关门的不填", Kind::digits, "", 4, {}, true},
        {"下午关门", "如 1700", Kind::digits, "", 4, {}, true}},
       "always"},
      {program,
       "程序版本",
       "可以升级到哪个版本；终端在开放时间以外、没有打印待核实时，从软件源升级到它",
       {{"可以升级到的版本", "软件包的版本，如 0.2.0；不填则不升级", Kind::version, "", 40, {}, true}}},
  }};
  return table;
}

Item const* find(std::string_view code) {
  auto const items = all();
  auto const at = std::find_if(items.begin(), items.end(), [&](Item const& one) { return one.code == code; });
  return at == items.end() ? nullptr : &*at;
}

}  // namespace ce::kiosk_items
