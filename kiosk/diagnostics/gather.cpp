#include "kiosk/diagnostics/gather.h"

#include <sys/sysinfo.h>
#include <sys/utsname.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "kiosk/diagnostics/log_lines.h"
#include "shared/crash/crash.h"

namespace ce::diagnostics {
namespace {

constexpr std::size_t most_crash = std::size_t{32} << 10U;     // bytes of one report
constexpr std::uintmax_t most_log = std::uintmax_t{8} << 20U;  // bytes

/// "https://user:word@host" without the user.
std::string without_users(std::string text) {
  for (auto at = text.find("://"); at != std::string::npos; at = text.find("://", at + 3)) {
    auto const end = text.find_first_of("/\" \n", at + 3);
    auto const sign = text.substr(0, end).rfind('@');
    if (sign != std::string::npos && sign > at) text.erase(at + 3, sign + 1 - (at + 3));
  }
  return text;
}

std::string os_name() {
  std::ifstream in{"/etc/os-release"};
  constexpr std::string_view key = "PRETTY_NAME=";
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(key)) return line.substr(key.size());
  }
  return {};
}

/// By a system call: the service sees nothing of /proc but processes (ProcSubset=pid).
void add_machine(std::ostream& out) {
  struct sysinfo machine {};
  if (::sysinfo(&machine) != 0) return;
  auto const megabytes = [&](unsigned long units) { return (units * machine.mem_unit) >> 20U; };
  out << "开机 " << machine.uptime << " 秒，负载";
  constexpr double whole = 1U << SI_LOAD_SHIFT;
  for (auto const load : machine.loads) out << ' ' << static_cast<double>(load) / whole;
  out << "，内存 " << megabytes(machine.totalram) << " MB，空闲 " << megabytes(machine.freeram) << " MB\n";
}

void add_versions(std::ostream& out, Known const& known) {
  utsname system{};
  ::uname(&system);
  out << "[版本]\nce-kiosk " << known.version << '\n'
      << os_name() << '\n'
      << static_cast<char const*>(system.sysname) << ' ' << static_cast<char const*>(system.release) << ' '
      << static_cast<char const*>(system.machine) << '\n';
  add_machine(out);
}

void add_log(std::ostream& out, std::filesystem::path const& file) {
  out << "\n[日志]\n";
  if (file.empty()) {
    out << "由系统收集（journalctl）；在 kiosk.toml 的 [log] file 写明文件，以后就在这里\n";
    return;
  }
  auto const lines = log_lines(file, most_log);
  out << lines.text;
  if (lines.left_out > 0) out << "略去不是本程序日志格式的 " << lines.left_out << " 行\n";
}

/// Each by itself small; none has anything of what the program had in its memory.
void add_crashes(std::ostream& out, std::filesystem::path const& directory) {
  out << "\n[异常记录]\n";
  auto const files = crash::reports(directory);
  if (files.empty()) out << "没有\n";
  for (auto const& file : files) {
    std::ifstream in{file, std::ios::binary};
    std::string text(most_crash, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    out << file.filename().string() << '\n' << text << '\n';
  }
}

}  // namespace

std::string gather(Known const& known) {
  std::ostringstream out;
  out << "ce-kiosk 诊断文件\n本机编号 " << known.settings->central.kiosk_id << "  "
      << china_minute_text(known.now) << "（北京时间）\n\n";
  add_versions(out, known);
  out << "\n[设备状况]\n";
  for (auto const& one : known.health) out << without_long_numbers(one.name + "：" + one.text) << '\n';
  out << "\n[配置]\n" << without_users(settings::write_settings(*known.settings));
  add_crashes(out, known.settings->storage / "crashes");
  add_log(out, known.settings->log_file);
  return out.str();
}

std::string file_name(std::string const& kiosk_id, Instant now) {
  std::string id = kiosk_id;
  std::replace_if(
      id.begin(), id.end(),
      [](char c) {
        bool const plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        return !plain;
      },
      '_');
  auto when = china_minute_text(now);  // 2026-11-26 10:05
  when.erase(std::remove_if(when.begin(), when.end(), [](char c) { return c == '-' || c == ':'; }),
             when.end());
  std::replace(when.begin(), when.end(), ' ', '-');
  return "ce-diagnostics-" + id + "-" + when + ".cms";
}

}  // namespace ce::diagnostics
