#include "kiosk/set_up/checks.h"

#include <fstream>

#include "kiosk/set_up/read_regions.h"
#include "kiosk/set_up/try_out.h"
#include "kiosk/staff/pin.h"
#include "shared/base/durable_file.h"

namespace ce::set_up {
namespace {

Result<std::string> region_name(Answers const& answers) {
  CE_TRY(auto const regions, read_regions(answers.regions));
  auto const& code = answers.settings.location.region;
  auto const* region = regions.find(code);
  if (region == nullptr) {
    return Failure{FailureCode::config_value_invalid, "没有行政区划代码 " + code};
  }
  return regions.full_name(code);
}

Finding look_at_place(Answers const& answers) {
  auto const& place = answers.settings.location;
  if (answers.regions.empty()) {
    return {true, "位置", place.region + "（没有给出 regions，未核对区划名称）  " + place.hall};
  }
  auto const name = region_name(answers);
  if (!name) return {false, "位置", name.failure().detail};
  return {true, "位置", place.region + " " + *name + "  " + place.hall};
}

Finding look_at_words(Answers const& answers) {
  auto const file = answers.settings.assets / "strings" / "zh.toml";
  std::error_code error;
  if (std::filesystem::is_regular_file(file, error)) return {true, "界面文字", file.string()};
  return {false, "界面文字", "找不到 " + file.string()};
}

Finding look_at_storage(Answers const& answers) {
  auto const& directory = answers.settings.storage;
  if (auto const made = make_directories(directory); !made) return {false, "数据目录", made.failure().detail};
  std::error_code error;
  auto const probe = directory / ".set-up";
  bool const writable = static_cast<bool>(std::ofstream{probe} << "1\n");
  std::filesystem::remove(probe, error);
  if (!writable) return {false, "数据目录", directory.string() + ": 不能写入"};
  return {true, "数据目录", directory.string()};
}

Finding ask_central(Answers const& answers, std::filesystem::path const& key_file) {
  auto const& link = answers.settings.central;
  if (!answers.ask_central) return {true, "管理系统", link.url + "（按要求没有测试）"};
  auto const verdict = try_central(link, key_file);
  return {verdict.good, "管理系统", verdict.text};
}

Finding ask_printer(Answers const& answers) {
  auto const& uri = answers.settings.printer_uri;
  if (!answers.ask_printer) return {true, "打印机", uri + "（按要求没有测试）"};
  auto const verdict = try_printer(uri);
  return {verdict.good, "打印机", verdict.text};
}

Finding look_at_scanner(Answers const& answers) {
  if (!answers.ask_scanner) return {true, "扫码器", "（按要求没有测试）"};
  auto const verdict = look_for_scanner(answers.settings.scanner);
  return {verdict.good, "扫码器", verdict.text};
}

Finding look_at_pin(Answers const& answers) {
  if (answers.pin.reveal().empty()) return {true, "工作人员密码", "没有给出；以后用 ce-kiosk staff pin 设置"};
  auto const sound = staff::check_pin(answers.pin);
  if (!sound) return {false, "工作人员密码", sound.failure().detail};
  return {true, "工作人员密码", "可以使用"};
}

}  // namespace

std::vector<Finding> examine(Answers const& answers, std::filesystem::path const& key_file) {
  return {look_at_place(answers),  look_at_words(answers),         look_at_storage(answers),
          look_at_pin(answers),    ask_central(answers, key_file), ask_printer(answers),
          look_at_scanner(answers)};
}

}  // namespace ce::set_up
