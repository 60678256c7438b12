// Diagnostics onto a USB stick: found out, sealed for the operator, written, told to central.
#include <fstream>
#include <sstream>

#include "kiosk/diagnostics/gather.h"
#include "kiosk/diagnostics/volume.h"
#include "kiosk/diagnostics/write_out.h"
#include "kiosk/staff_area/report.h"
#include "kiosk/staff_desk/condition.h"
#include "kiosk/staff_desk/staff_desk.h"
#include "shared/envelope/envelope.h"

namespace ce::staff_desk {

using namespace staff_area;

namespace {

Failure said(std::string text) {
  return {FailureCode::input_invalid, std::move(text)};
}

/// Whose key opens it; looked at first, so that nobody waits for what cannot be.
Result<std::string> read_recipient(std::filesystem::path const& file) {
  if (file.empty()) {
    return said(
        "还没有设置诊断文件给谁看：请管理员把运维人员的证书放到本机，并写入 kiosk.toml 的 [diagnostics] "
        "certificate");
  }
  std::ifstream in{file, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  auto const fit = in ? envelope::check_certificate(text.str()) : said("读不到");
  if (!fit)
    return said("运维人员的证书不能用（" + file.string() + "：" + fit.failure().detail + "）：请管理员更换");
  return text.str();
}

std::vector<diagnostics::Said> health_of(DeskParts const& parts) {
  std::vector<diagnostics::Said> health;
  auto const numbered = parts.settings->paper.preprinted;
  for (auto const& line : health_lines(look_at(parts), numbered, *parts.work.words)) {
    health.push_back({line.name, line.value + (line.result.empty() ? "" : "，" + line.result)});
  }
  return health;
}

}  // namespace

Result<std::string> StaffDesk::save_diagnostics() {
  constexpr float gathered = 0.2F;  // of the way, as it feels
  auto const& settings = *parts_.settings;
  CE_TRY(auto const recipient, read_recipient(settings.diagnostics.certificate));
  CE_TRY(auto const volume, diagnostics::find_volume(settings.diagnostics.volumes, parts_.mounts));
  post(DiagnosticsStep{"正在收集日志和设备状况", 0});
  auto const now = parts_.machine->now();
  auto const text = diagnostics::gather({&settings, parts_.version, health_of(parts_), now});
  CE_TRY(auto const sealed, envelope::seal(text, recipient));
  auto const name = diagnostics::file_name(settings.central.kiosk_id, now);
  CE_CHECK(diagnostics::write_out(volume, name, sealed, [this](float done) {
    post(DiagnosticsStep{"正在写入 U 盘", gathered + (1 - gathered) * done});
  }));
  auto const size = std::to_string((sealed.size() + 1023) / 1024) + " KB";
  parts_.logger->event(log::Event::diagnostics_saved, {{"bytes", sealed.size()}});
  tell_central(protocol::NoteKind::diagnostics_saved, size);
  return "已写入 U 盘，可以拔下：" + name + "（" + size + "）\n请交给运维人员。";
}

Answer StaffDesk::answer(SaveDiagnostics const& /*ask*/) {
  auto const saved = save_diagnostics();
  if (!saved) return failed(saved.failure());
  return Told{true, *saved};
}

}  // namespace ce::staff_desk
