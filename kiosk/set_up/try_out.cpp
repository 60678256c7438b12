#include "kiosk/set_up/try_out.h"

#include <thread>

#include "kiosk/drivers/card_reader/sam_reader.h"
#include "kiosk/drivers/central/http_central.h"
#include "kiosk/drivers/printer/ipp_printer.h"
#include "kiosk/drivers/scanner/serial_scanner.h"
#include "kiosk/identity/identity.h"
#include "kiosk/scanning/scan_bytes.h"
#include "kiosk/set_up/enrol.h"
#include "shared/base/durable_file.h"

namespace ce::set_up {

using items::Verdict;

namespace {

Verdict ask_central(settings::CentralLink const& link) {
  auto central = drivers::HttpCentral::make(address_of(link));
  if (!central) return {false, central.failure().detail};
  auto const answer = (*central)->proof_changes("");
  auto const proof = link.key_file.empty() ? "证书" : "密钥";
  if (answer) return {true, link.url + " 已应答，本机编号 " + link.kiosk_id + " 和" + proof + "有效"};
  if (answer.failure().code == FailureCode::central_unreachable) {
    return {false, "联系不上：请看网线是否插好、地址是否写对，再试（" + link.url + "：" +
                       answer.failure().detail + "）"};
  }
  return {false, link.url + " 不接受本机：核对编号 " + link.kiosk_id + " 和" + proof + "（" +
                     describe(answer.failure()) + "）"};
}

Verdict enrol_and_ask(settings::CentralLink link, SecretText const& code) {
  if (auto const done = enrol(link, code); !done) {
    return {false, "没有登记成：" + done.failure().detail, 2};
  }
  link.key_file.clear();
  return ask_central(link);
}

}  // namespace

Verdict try_central(settings::CentralLink const& link, std::filesystem::path const& key_file) {
  auto with = link;
  with.key_file = key_file;
  return ask_central(with);
}

Verdict try_central(settings::CentralLink const& link, SecretText const& key) {
  std::error_code error;
  if (is_code(key)) return enrol_and_ask(link, key);
  if (key.reveal().empty()) {
    bool const has_key = !link.key_file.empty() && std::filesystem::exists(link.key_file, error);
    if (has_key) return try_central(link, link.key_file);
    if (std::filesystem::exists(kiosk_identity::Files{link.identity}.pair, error))
      return try_central(link, "");
    return {false, "本机还没有登记：请输入管理系统为本机生成的登记码，如 7K3MQ-2VX9R", 2};
  }
  if (link.key_file.empty())
    return {false, "本机用证书：请输入管理系统为本机生成的登记码，如 7K3MQ-2VX9R", 2};
  auto const tried = std::filesystem::path{link.key_file.string() + ".set-up"};
  auto const kept = write_durably(tried, key.reveal() + "\n", MissingDirectory::make);
  if (!kept)
    return {false, "不能在 " + tried.parent_path().string() + " 写入密钥：" + kept.failure().detail, 2};
  auto verdict = try_central(link, tried);
  std::filesystem::remove(tried, error);
  return verdict;
}

Verdict try_printer(std::string const& uri) {
  drivers::IppPrinterOptions options;
  options.uri = uri;
  auto const status = drivers::IppPrinter{options}.status();
  if (status) return {true, uri + " " + status->make_and_model};
  auto const& failure = status.failure();
  auto const* advice = failure.code == FailureCode::printer_unreachable
                           ? "没有应答：请看打印机是否开机、网线是否插好、地址是否写对，再试（"
                           : "有应答，但不能用：请核对地址的后半部分和打印机的设置，再试（";
  return {false, advice + (failure.detail.empty() ? uri + "：" + describe(failure) : failure.detail) + "）"};
}

Verdict try_reader(settings::Reader const& reader, Patience const& patience) {
  drivers::SamReader line{
      {reader.devices,
       static_cast<unsigned>(reader.baud),
       reader.presence_by_reset ? drivers::PresenceProbe::reset : drivers::PresenceProbe::none,
       {}}};
  auto const end = std::chrono::steady_clock::now() + patience.wait;
  bool answered = false;
  std::optional<Failure> lost;  // after it had answered: pulled out, and perhaps put back in time
  do {
    auto const found = line.find();
    if (!found && !answered)
      return {false, "读卡器没有应答：请看是否插好、通电，再试（" + found.failure().detail + "）"};
    answered = answered || found.ok();
    lost = found ? std::nullopt : std::optional{found.failure()};
    if (found && *found) {
      auto const read = line.read();
      if (read) return {true, "读卡器应答正常，读到了一张证件；请取走证件"};
      if (read.failure().code == FailureCode::card_unreadable)
        return {false, "读卡器应答正常，放的证件没有读出来：请放平、不要移动，再试一次"};
      lost = read.failure();
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
  } while (std::chrono::steady_clock::now() < end && !patience.stop());
  if (lost) return {false, "测试中读卡器断开了：请看插头和电源，插好后再试（" + lost->detail + "）"};
  return {false, "读卡器应答正常，但没有读到证件：请按“测试”，再放一张身份证"};
}

namespace {

drivers::SerialScanner line_of(settings::Scanner const& scanner) {
  return drivers::SerialScanner{{scanner.devices, static_cast<unsigned>(scanner.baud)}};
}

}  // namespace

Verdict look_for_scanner(settings::Scanner const& scanner) {
  if (scanner.devices.empty()) return {true, "没有串口扫码器；模拟键盘的扫码器不用设置"};
  auto const found = line_of(scanner).find();
  if (found) return {true, *found + " 已连接，可以打开"};
  auto const& failure = found.failure();
  if (failure.code == FailureCode::reader_absent) {
    return {false, "没有找到，请检查是否插好、是否设为串口模式（" + failure.detail + "）"};
  }
  return {false, "已连接，但打不开；终端程序正在运行时属正常（" + failure.detail + "）"};
}

Verdict try_scanner(settings::Scanner const& scanner, Patience const& patience) {
  if (scanner.devices.empty()) return look_for_scanner(scanner);
  auto line = line_of(scanner);
  scanning::ScanLine heard;
  auto const end = std::chrono::steady_clock::now() + patience.wait;
  do {
    auto const got = line.read(std::chrono::steady_clock::now() + std::chrono::milliseconds{250});
    if (!got) return look_for_scanner(scanner);
    // At another speed there are bytes, and no code among them.
    if (!scanning::take_codes(heard, got->reveal(), std::chrono::steady_clock::now(), 1).empty()) {
      return {true, "扫码器应答正常，读到了一个码"};
    }
  } while (std::chrono::steady_clock::now() < end && !patience.stop());
  return {false, "扫码器已连接，但没有读到码：请看是否设为串口模式、波特率是否一样，再按“测试”"};
}

}  // namespace ce::set_up
