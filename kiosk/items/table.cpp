#include <array>

#include "kiosk/items/item.h"
#include "shared/kiosk_items/items.h"

namespace ce::items {
namespace {

/// One that central may set too, described once for both.
Item shared(ItemId id, std::string_view code, bool tested = false) {
  auto const& same = *kiosk_items::find(code);
  Item item{id, same.code, same.name, same.about, {}, tested, true};
  for (auto const& field : same.fields) {
    auto const entry = field.kind == kiosk_items::Kind::choice ? Entry::choice : Entry::digits;
    item.fields.push_back({field.name, field.hint, entry, field.key, field.longest});
  }
  return item;
}

}  // namespace

std::span<Item const> all() {
  static std::array<Item, item_count> const table{{
      shared(ItemId::language, "language"),
      {ItemId::place,
       "place",
       "位置",
       "市、县（区）和服务大厅的名称",
       {{"市", "", Entry::choice, "[location] region", 6},
        {"县（区）", "", Entry::choice, "[location] region", 6},
        {"服务大厅", "", Entry::choice, "[location] hall", 200}}},
      {ItemId::central,
       "central",
       "管理系统",
       "地址、本机编号和登记码；保存前先测试",
       {{"地址", "如 https://10.12.4.8:8443", Entry::address, "[central] url", 120},
        {"本机编号", "登记本机时所用，如 tianhe-01", Entry::address, "[central] kiosk_id", 64},
        {"登记码", "管理系统生成，如 7K3MQ-2VX9R；已登记的不填", Entry::secret, "[central] key_file", 512}},
       true},
      {ItemId::display,
       "display",
       "显示屏",
       "用尺量发光部分的宽和高；画面定时挪动，以免留下残影",
       {{"宽（毫米）", "不填则自动读取", Entry::digits, "[display] width_mm", 4},
        {"高（毫米）", "不填则自动读取", Entry::digits, "[display] height_mm", 4},
        {"画面几分钟挪动一次", "0 为不挪动", Entry::digits, "[display] drift_minutes", 4}},
       false,
       true},
      {ItemId::touch, "touch", "触摸检查", "依次点四角和中间的标记", {}, false, true},
      {ItemId::reader,
       "reader",
       "读卡器",
       "国标身份证读卡器；保存前放一张身份证测试",
       {{"接在哪里", "", Entry::choice, "[reader] devices", 200},
        {"波特率", "", Entry::choice, "[reader] baud", 6},
        {"怎样判断证件已取走", "", Entry::choice, "[reader] presence_probe", 5}},
       true,
       true},
      {ItemId::scanner,
       "scanner",
       "扫码器",
       "串口的扫码器；模拟键盘的不用设置",
       {{"接在哪里", "", Entry::choice, "[scanner] devices", 200},
        {"波特率", "", Entry::choice, "[scanner] baud", 6}},
       true,
       true},
      {ItemId::printer,
       "printer",
       "打印机",
       "IPP 地址；保存前先测试，可打印校准页",
       {{"打印机地址", "如 ipp://192.168.1.50/ipp/print", Entry::address, "[printer] uri", 200}},
       true},
      {ItemId::paper,
       "paper",
       "证书纸",
       "普通 A4 纸，或带流水号的证书纸",
       {{"用哪种纸", "", Entry::choice, "[paper] mode", 10},
        {"剩多少张时提醒", "0 到 100000", Entry::digits, "[paper] warn_left", 6}},
       false,
       true},
      {ItemId::calibration,
       "calibration",
       "套打位置",
       "打印校准页，叠在证书纸上对着光，读出偏多少毫米",
       {{"向右移（毫米，负数向左）", "如 1.5 或 -0.4", Entry::measure, "", 6},
        {"向下移（毫米，负数向上）", "如 1.5 或 -0.4", Entry::measure, "", 6}},
       false,
       true},
      {ItemId::numbers,
       "numbers",
       "普通纸的号段",
       "本机打印时所用的纸号",
       {{"号码前的字母", "可以不填", Entry::letters, "[paper] blank_prefix", 12},
        {"号码位数", "4 到 12", Entry::digits, "[paper] digits", 2},
        {"第一号", "", Entry::digits, "[paper] first", 12},
        {"最后一号", "", Entry::digits, "[paper] last", 12}},
       false,
       true},
      shared(ItemId::sound, "sound", true),
      shared(ItemId::idle, "idle"),
      shared(ItemId::hours, "hours"),
      {ItemId::holidays,
       "holidays",
       "放假和调休",
       "每年按国务院办公厅的放假通知登记；过后可以删去",
       {{"登记什么", "", Entry::choice, "", 40},
        {"第一天", "八位数字，如 20261001", Entry::digits, "", 8},
        {"最后一天", "如 20261007；只有一天的不填", Entry::digits, "", 8}},
       false,
       true},
      {ItemId::learning,
       "learning",
       "学习网站",
       "学时不够时显示的网址和二维码；不填则不显示",
       {{"网址", "如 https://www.gdsjxjy.com/", Entry::address, "[learning] site", 100}},
       false,
       true},
      {ItemId::pin,
       "pin",
       "工作人员密码",
       "进入工作人员区的密码",
       {{"新密码", "6 至 12 位数字", Entry::pin, "", 12}, {"再输入一遍", "", Entry::pin, "", 12}}},
  }};
  return table;
}

Item const& of(ItemId id) {
  return all()[static_cast<std::size_t>(id)];
}

}  // namespace ce::items
