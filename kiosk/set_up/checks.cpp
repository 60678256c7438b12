#include "kiosk/set_up/checks.h"

#include <fstream>
#include <sstream>

#include "kiosk/drivers/central/http_central.h"
#include "kiosk/drivers/printer/ipp_printer.h"
#include "kiosk/staff/pin.h"
#include "shared/certificate/regions.h"

namespace ce::set_up {
namespace {

Result<std::string> read(std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in) return Failure{FailureCode::config_value_invalid, "读不到 " + file.string()};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

Result<std::string> region_name(Answers const& answers) {
  CE_TRY(auto const list, read(answers.regions / "gd_regions.csv"));
  CE_TRY(auto const history, read(answers.regions / "gd_regions_history.csv"));
  CE_TRY(auto const regions, certificate::Regions::parse(list, history));
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
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return {false, "数据目录", directory.string() + ": " + error.message()};
  auto const probe = directory / ".set-up";
  bool const writable = static_cast<bool>(std::ofstream{probe} << "1\n");
  std::filesystem::remove(probe, error);
  if (!writable) return {false, "数据目录", directory.string() + ": 不能写入"};
  return {true, "数据目录", directory.string()};
}

Finding ask_central(Answers const& answers, std::filesystem::path const& key_file) {
  auto const& link = answers.settings.central;
  if (!answers.ask_central) return {true, "管理系统", link.url + "（按要求没有测试）"};
  auto central = drivers::HttpCentral::make({link.url, link.kiosk_id, key_file, link.ca_file});
  if (!central) return {false, "管理系统", central.failure().detail};
  auto const answer = (*central)->proof_changes("");
  if (answer) return {true, "管理系统", link.url + " 已应答，本机编号 " + link.kiosk_id + " 和密钥有效"};
  if (answer.failure().code == FailureCode::central_unreachable) {
    return {false, "管理系统", link.url + " 联系不上：" + answer.failure().detail};
  }
  return {
      false, "管理系统",
      link.url + " 不接受本机：核对编号 " + link.kiosk_id + " 和密钥（" + describe(answer.failure()) + "）"};
}

Finding ask_printer(Answers const& answers) {
  auto const& uri = answers.settings.printer_uri;
  if (!answers.ask_printer) return {true, "打印机", uri + "（按要求没有测试）"};
  drivers::IppPrinterOptions options;
  options.uri = uri;
  auto const status = drivers::IppPrinter{options}.status();
  if (status) return {true, "打印机", uri + " " + status->make_and_model};
  return {false, "打印机", uri + " 没有应答：" + describe(status.failure())};
}

Finding look_at_pin(Answers const& answers) {
  if (answers.pin.reveal().empty()) return {true, "工作人员密码", "没有给出；以后用 ce-kiosk staff pin 设置"};
  auto const sound = staff::check_pin(answers.pin);
  if (!sound) return {false, "工作人员密码", sound.failure().detail};
  return {true, "工作人员密码", "可以使用"};
}

}  // namespace

std::vector<Finding> examine(Answers const& answers, std::filesystem::path const& key_file) {
  return {look_at_place(answers), look_at_words(answers),         look_at_storage(answers),
          look_at_pin(answers),   ask_central(answers, key_file), ask_printer(answers)};
}

}  // namespace ce::set_up
