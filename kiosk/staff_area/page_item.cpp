// One item of what a kiosk is set up with: fields to type, options to choose from, a test, marks to touch.
#include <algorithm>

#include "kiosk/staff_area/pages.h"
#include "kiosk/staff_area/step.h"

namespace ce::staff_area {

using items::Entry;
using items::ItemId;
using present::StaffKeyView;
using present::StaffPageView;
using present::StaffSign;
using present::Tone;
using session::StaffKey;

namespace {

session::StaffTouch item_key(ItemKey key) {
  return {StaffKey::choose, static_cast<int>(key)};
}

/// A key of 64 letters cannot be typed blind, nor left standing for all to read.
std::string typed_secret(std::string const& typed) {
  if (typed.empty()) return {};
  auto const shown = std::min<std::size_t>(4, typed.size());
  return "已输入 " + std::to_string(typed.size()) + " 位 …" + typed.substr(typed.size() - shown);
}

std::string shown(items::Field const& field, SecretText const& value) {
  if (field.entry == Entry::pin) return dots(value);
  return field.entry == Entry::secret ? typed_secret(value.reveal()) : value.reveal();
}

present::StaffTyping typing_of(Entry entry) {
  if (entry == Entry::letters) return present::StaffTyping::letters;
  if (entry == Entry::measure) return present::StaffTyping::measure;
  bool const digits = entry == Entry::digits || entry == Entry::pin;
  return digits ? present::StaffTyping::digits : present::StaffTyping::address;
}

std::string hint_of(ItemPage const& page) {
  switch (page.id) {
    case ItemId::central:
      return "登记码也可以用扫码器扫入";
    case ItemId::place:
      return "名单里没有的名称，请管理员写入 kiosk.toml";
    case ItemId::numbers:
      return "用过的号码不能再用，也不能与已登记的号段重叠";
    case ItemId::pin:
      return "不要用同一个数字或连续的数字；请记牢，忘了要请管理员重新设置";
    default:
      return std::string{items::of(page.id).about};
  }
}

present::Tagged note_of(ItemPage const& page) {
  if (!page.verdict || page.verdict->text.empty()) return {hint_of(page), Tone::neutral};
  return {without_commands(page.verdict->text), page.verdict->good ? Tone::good : Tone::bad};
}

std::string confirm_label(State const& state, ItemPage const& page) {
  if (page.at + 1 < page.values.size()) return "下一项";
  if (page.anyway) return "仍然保存";
  if (state.guide && state.guide->mending) return "确定";
  return state.guide ? "下一步" : "保存";
}

void typed_fields(StaffPageView& view, State const& state, ItemPage const& page) {
  auto const& fields = items::of(page.id).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].entry == Entry::choice) continue;
    view.fields.push_back({std::string{fields[i].name}, shown(fields[i], page.values[i]),
                           std::string{fields[i].hint}, i == page.at});
  }
  view.typing = typing_of(fields[page.at].entry);
  view.erase_label = "退格";
  view.clear_label = "清空";
  view.confirm_label = confirm_label(state, page);
  view.can_confirm = may_confirm(state);
}

/// By the width that is typed: it is right where a ruler says the same.
void ruler(StaffPageView& view, ItemPage const& page) {
  auto draft = items::Draft{};
  if (page.id != ItemId::display || !items::put(page.id, page.values, draft)) return;
  auto const wide = draft.settings.display.width_mm;
  if (wide < 100) return;
  view.ruler = 100.F / static_cast<float>(wide);
  view.ruler_label = "用尺量：上面这条线应长 100 毫米";
}

/// What is chosen is one of several values, but of holidays something that is done.
StaffSign option_sign(ItemId id, std::string const& value, bool chosen) {
  if (id != ItemId::holidays) return chosen ? StaffSign::yes : StaffSign::option;
  return items::is_last(id, 0, SecretText{value}) ? StaffSign::no : StaffSign::add;
}

void option_cards(StaffPageView& view, ItemId id, std::vector<items::Choice> const& options,
                  std::string const& now, int page) {
  view.paging = pages_of(options.size(), options_per_page, page);
  if (view.paging.pages > 1) view.rows_least = options_per_page;
  auto const from = static_cast<std::size_t>(view.paging.page) * options_per_page;
  for (auto i = from; i < std::min(options.size(), from + options_per_page); ++i) {
    bool const chosen = options[i].value == now;
    view.cards.push_back({.id = "option_" + std::to_string(i),
                          .label = options[i].label,
                          .hint = options[i].hint,
                          .sign = option_sign(id, options[i].value, chosen),
                          .touch = {StaffKey::choose, static_cast<int>(i)},
                          .main = chosen});
  }
}

void on_the_way(StaffPageView& view, State const& state) {
  if (!state.guide || !state.draft) return;
  view.way = static_cast<float>(state.guide->at) / static_cast<float>(guide_path(*state.draft).size());
}

void item_keys(StaffPageView& view, State const& state, ItemPage const& page) {
  auto const& item = items::of(page.id);
  if (page.id == ItemId::printer) {
    view.keys.push_back(
        {.id = "search", .label = "查找", .sign = StaffSign::search, .touch = item_key(ItemKey::search)});
  }
  if (page.id == ItemId::printer || page.id == ItemId::calibration) {
    view.keys.push_back({.id = "page_out",
                         .label = "校准页",
                         .sign = StaffSign::printer,
                         .touch = item_key(ItemKey::page_out)});
  }
  if (item.tested) {
    auto const sign = page.id == ItemId::sound ? StaffSign::sound : StaffSign::health;
    view.keys.push_back({.id = "test", .label = "测试", .sign = sign, .touch = item_key(ItemKey::test)});
  }
  if (state.guide && item.skippable) {
    view.keys.push_back(
        {.id = "skip", .label = "跳过", .sign = StaffSign::skip, .touch = item_key(ItemKey::skip)});
  }
}

}  // namespace

StaffPageView touch_page(State const& state, ItemPage const& page) {
  StaffPageView view;
  view.headline = "请点标记的中心";
  view.sentences = {"第 " + std::to_string(page.hits + 1) + " 处，共 " + std::to_string(touch_spots) + " 处" +
                    (page.misses > 0 ? "；没有点中 " + std::to_string(page.misses) + " 次" : "")};
  view.spot = page.hits;
  view.spot_label = "标记";
  item_keys(view, state, page);
  on_the_way(view, state);
  return view;
}

StaffPageView item_page(State const& state, ItemPage const& page) {
  if (page.id == ItemId::touch) return touch_page(state, page);
  auto const& item = items::of(page.id);
  StaffPageView view;
  item_keys(view, state, page);
  on_the_way(view, state);
  view.note = note_of(page);
  if (item.fields[page.at].entry != Entry::choice) {
    view.headline = item.name;
    typed_fields(view, state, page);
    ruler(view, page);
    return view;
  }
  auto const options = items::choices(page.id, page.at, page.values, state.known);
  view.headline = "请选择：" + std::string{item.fields[page.at].name};
  if (options.empty()) {
    view.sentences = {
        "找不到行政区划名单（gd_regions.csv）：请管理员放到 kiosk.toml 里 [assets] regions 所写的目录"};
  }
  option_cards(view, page.id, options, page.values[page.at].reveal(), page.page);
  if (page.anyway) {
    view.keys.push_back(
        {.id = "anyway", .label = "仍然保存", .sign = StaffSign::yes, .touch = {StaffKey::confirm}});
  }
  return view;
}

StaffPageView printer_list_page(PrinterList const& page) {
  if (!page.found) {
    StaffPageView view;
    view.sentences = {"正在网络上查找打印机，大约要 5 秒，请稍候。"};
    return view;
  }
  StaffPageView view;
  if (page.found->empty()) {
    view.headline = "没有找到打印机";
    view.sentences = {"请检查打印机是否开机，是否与本机在同一网络，是否打开了网络打印（IPP 或 AirPrint）。",
                      "也可以返回后直接输入地址；地址在打印机的网络配置页上。"};
    return view;
  }
  view.headline = "请选择打印机";
  option_cards(view, ItemId::printer, *page.found, page.from.values[0].reveal(), page.page);
  return view;
}

present::WaitingView trying_page(Trying const& trying) {
  switch (trying.page.id) {
    case ItemId::central:
      return {"正在测试管理系统", "网络不通时可能需要十几秒；不等请按“返回”"};
    case ItemId::reader:
      return {"请放一张身份证", "正在测试读卡器，最多等 20 秒；没有身份证请按“返回”"};
    case ItemId::scanner:
      return {"请扫一个条码或二维码", "正在测试扫码器，最多等 20 秒；没有码可扫请按“返回”"};
    case ItemId::printer:
      return {"正在测试打印机", "打印机应答可能需要十几秒；不等请按“返回”"};
    case ItemId::calibration:
      return {"正在测试打印机", "打印机应答可能需要十几秒"};
    default:
      return {"请稍候", "正在核对和保存"};
  }
}

StaffPageView item_saved_page(ItemSavedPage const& page) {
  StaffPageView view;
  view.note = {std::string{items::of(page.id).name} + "：已保存", Tone::good};
  view.sentences = {"重启程序以后生效，屏幕会黑几秒。请先确认没有人正在办理，打印机也没有在出纸。",
                    "原来的配置保留为 kiosk.toml.before。"};
  view.keys = {{.id = "later", .label = "以后再说", .sign = StaffSign::no, .touch = {StaffKey::back}},
               {.id = "restart_now",
                .label = "现在重启",
                .sign = StaffSign::again,
                .touch = {StaffKey::confirm},
                .main = true}};
  return view;
}

}  // namespace ce::staff_area
