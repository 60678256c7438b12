#include "kiosk/start/scanner.h"

namespace ce::start {

drivers::SerialScannerOptions scanner_options(settings::Scanner const& scanner) {
  return {scanner.devices, static_cast<unsigned>(scanner.baud)};
}

std::string look_at_scanner(settings::Scanner const& scanner) {
  if (scanner.devices.empty()) return {};
  auto const found = drivers::SerialScanner{scanner_options(scanner)}.find();
  if (found) return "扫码器：" + *found + " 已连接，可以打开\n";
  auto const& failure = found.failure();
  if (failure.code == FailureCode::reader_absent) {
    return "扫码器：没有找到，请检查是否插好、是否设为串口模式（" + failure.detail + "）\n";
  }
  return "扫码器：已连接，但打不开；终端程序正在运行时属正常（" + failure.detail + "）\n";
}

}  // namespace ce::start
