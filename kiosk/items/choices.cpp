#include <algorithm>

#include "kiosk/items/holidays.h"
#include "kiosk/items/item.h"
#include "shared/kiosk_items/items.h"

namespace ce::items {
namespace {

constexpr std::string_view province = "440000";

/// How halls are called after the place they are in.
constexpr std::string_view hall_kinds[] = {
    "人力资源和社会保障服务大厅", "政务服务中心", "行政服务中心", "公共就业和人才服务中心", "人才服务中心",
    "人力资源和社会保障局",       "党群服务中心"};

std::vector<Choice> cities(certificate::Regions const& regions) {
  std::vector<Choice> found;
  for (auto const& region : regions.all()) {
    if (region.level == certificate::RegionLevel::prefecture) found.push_back({region.code, region.name});
  }
  found.push_back({std::string{province}, "省本级"});
  return found;
}

std::vector<Choice> counties(certificate::Regions const& regions, std::string const& city) {
  std::vector<Choice> found;
  for (auto const& region : regions.all()) {
    if (region.level == certificate::RegionLevel::district && region.parent == city) {
      found.push_back({region.code, region.name, region.code});
    }
  }
  found.push_back({city, city == province ? "省本级" : found.empty() ? "全市" : "市本级", city});
  return found;
}

std::vector<Choice> halls(certificate::Regions const& regions, std::string const& code) {
  auto name = regions.full_name(code);
  if (code != province && name.starts_with("广东省")) name.erase(0, std::string_view{"广东省"}.size());
  std::vector<Choice> found;
  for (auto const kind : hall_kinds) {
    auto hall = name + std::string{kind};
    found.push_back({hall, hall});
  }
  return found;
}

std::vector<Choice> places(std::size_t field, Values const& values, Known const& known) {
  if (!known.regions) return {};
  if (field == 0) return cities(*known.regions);
  if (field == 1) return counties(*known.regions, values[0].reveal());
  return halls(*known.regions, values[1].reveal());
}

std::vector<Choice> lines(Known const& known) {
  std::vector<Choice> found{{"/dev/ttyUSB* /dev/ttyACM*", "自动寻找", "USB 串口里第一个应答的读卡器"}};
  for (auto const& device : known.devices) found.push_back({device, device, "这个串口"});
  return found;
}

/// What udev calls a device, without what is the same in every such name.
std::string words_of(std::string const& device) {
  auto name = device.substr(device.rfind('/') + 1);
  if (name.starts_with("usb-")) name.erase(0, 4);
  if (auto const port = name.rfind("-if"); port != std::string::npos) name.erase(port);
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::vector<Choice> scanner_lines(Known const& known) {
  std::vector<Choice> found{{"", "没有串口扫码器", "模拟键盘的扫码器不用设置，插上就能用"}};
  for (auto const& device : known.named_devices) {
    found.push_back({device, words_of(device), "换插口也认得"});
  }
  return found;
}

std::vector<Choice> fixed(ItemId id, std::size_t field) {
  if (auto const* same = kiosk_items::find(of(id).code)) {
    std::vector<Choice> found;
    for (auto const& one : same->fields[field].choices) {
      found.push_back({std::string{one.value}, std::string{one.label}, std::string{one.hint}});
    }
    return found;
  }
  if (id == ItemId::scanner) {
    return {{"9600", "9600", "扫码器通常用这个"},
            {"19200", "19200"},
            {"38400", "38400"},
            {"57600", "57600"},
            {"115200", "115200"}};
  }
  if (id == ItemId::reader && field == 1) {
    return {{"115200", "115200", "国标身份证读卡器通常用这个"},
            {"57600", "57600"},
            {"38400", "38400"},
            {"19200", "19200"},
            {"9600", "9600"}};
  }
  if (id == ItemId::reader) {
    return {{"none", "按时间", "“请取走身份证”显示到时间为止"},
            {"reset", "复位读卡器再寻卡", "取走后立即回到首页；读卡器要支持复位"}};
  }
  return {{"plain", "普通 A4 纸", "整页打印，没有预先印好的流水号"},
          {"preprinted", "带流水号的证书纸", "表格已经印好，只套打内容；要登记号段和套打位置"}};
}

}  // namespace

std::vector<Choice> choices(ItemId id, std::size_t field, Values const& values, Known const& known) {
  auto found = id == ItemId::place                   ? places(field, values, known)
               : id == ItemId::reader && field == 0  ? lines(known)
               : id == ItemId::scanner && field == 0 ? scanner_lines(known)
               : id == ItemId::holidays              ? holiday_choices(known.hours)
                                                     : fixed(id, field);
  auto const& now = values[field].reveal();
  bool const named =
      std::any_of(found.begin(), found.end(), [&](auto const& one) { return one.value == now; });
  // A hall's own name, a device that is unplugged: what is set may stay. Another place has other halls.
  bool const own_list = (id == ItemId::place && field < 2) || id == ItemId::holidays;
  if (!named && !now.empty() && !own_list) found.insert(found.begin(), {now, now, "现在的设置"});
  return found;
}

}  // namespace ce::items
