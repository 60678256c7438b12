#include <filesystem>
#include <iostream>
#include <optional>

#include "kiosk/identity/identity.h"
#include "kiosk/set_up/enrol.h"
#include "kiosk/set_up/set_up.h"
#include "kiosk/set_up/try_out.h"
#include "kiosk/settings/settings.h"
#include "kiosk/start/attempts.h"
#include "kiosk/start/command_line.h"
#include "kiosk/start/guide_front.h"
#include "kiosk/start/kiosk.h"
#include "kiosk/start/may_update.h"
#include "kiosk/start/read_vocabulary.h"
#include "kiosk/start/train.h"
#include "shared/base/private_memory.h"
#include "shared/crash/crash.h"
#include "shared/freed_memory/freed_memory.h"
#include "shared/log/kept.h"
#include "shared/log/log.h"
#include "shared/openssl/vault.h"
#include "shared/service/stop_signals.h"

namespace {

constexpr int exit_not_now = 1;
constexpr int exit_bad_configuration = 2;
constexpr int exit_cannot_serve = 3;
constexpr int exit_start_again = 10;  // staff asked for it: systemd's Restart=always starts it anew
constexpr std::size_t log_bytes = 10U << 20U;

/// What the command line says of the glass goes before what is configured.
ce::window::WindowSettings window_of(ce::start::CommandLine const& line,
                                     ce::settings::Settings const& settings) {
  auto window = line.window;
  auto const& glass = settings.display;
  if (glass.drawing == "opengl") window.drawing = ce::window::Drawing::opengl;
  if (glass.drawing == "processor") window.drawing = ce::window::Drawing::processor;
  if (!window.display_mm && glass.width_mm > 0) {
    window.display_mm = {static_cast<float>(glass.width_mm), static_cast<float>(glass.height_mm)};
  }
  return window;
}

int tell(ce::Failure const& failure, int code) {
  std::cerr << "ce-kiosk: " << ce::describe(failure) << '\n';
  return code;
}

/// A kiosk that was never set up is led through it; the exit code where it does not serve after that.
std::optional<int> set_up_first(ce::start::CommandLine const& line, ce::start::ConfigPlace const& place) {
  auto begun = ce::settings::read_begun(place.file, place.allow_testing);
  if (!begun) return tell(begun.failure(), exit_bad_configuration);
  if (!*begun) return std::nullopt;
  auto& settings = **begun;
  if (settings.central.key_file.empty()) {
    settings.central.key_file = place.file.parent_path() / "kiosk.key";
  }
  auto const words = ce::start::read_vocabulary(settings.assets);
  if (!words) return tell(words.failure(), exit_bad_configuration);
  auto const log = ce::log::Logger::to_stderr();
  auto const done = ce::start::set_up_on_screen(settings, *words, window_of(line, settings), log, place);
  if (!done) return tell(done.failure(), exit_cannot_serve);
  return *done ? std::nullopt : std::optional{0};
}

int enrol(ce::settings::CentralLink const& link, ce::SecretText const& code) {
  auto const done = ce::set_up::enrol(link, code);
  if (!done) return tell(done.failure(), exit_cannot_serve);
  auto const standing = ce::kiosk_identity::standing_of(ce::kiosk_identity::Files{link.identity});
  bool const sealed = standing && *standing && (*standing)->sealed;
  std::cout << "本机已登记为 " << link.kiosk_id << "，密钥和证书在 " << link.identity.string()
            << (sealed ? "，密钥由本机的安全芯片（TPM）密封" : "，密钥未用安全芯片（TPM）") << '\n';
  if (!link.key_file.empty()) std::cout << "请从配置的 [central] 中删去 key_file，本机才会用证书\n";
  return 0;
}

/// For the machine's own upgrade (packaging/deb/ce-kiosk/update).
int may_update(ce::settings::Settings const& settings, std::string const& version) {
  ce::SystemClock const clock;
  auto const may = ce::start::may_update(settings, version, clock, ce::log::Logger::to_stderr());
  std::cout << "ce-kiosk " << (may ? *may : version) << "："
            << (may ? "现在可以安装" : describe(may.failure())) << '\n';
  return may ? 0 : exit_not_now;
}

/// Why the program broke last, where it said nothing itself.
std::string reason_of(ce::start::Attempts const& attempts, std::filesystem::path const& crashes) {
  if (!attempts.reason().empty()) return attempts.reason();
  auto const reports = ce::crash::reports(crashes);
  return reports.empty() ? std::string{} : "程序异常结束，见 crashes/" + reports.front().filename().string();
}

int serve(ce::start::CommandLine const& line, ce::settings::Settings const& settings,
          ce::present::Vocabulary const& words, ce::log::Logger const& log,
          ce::start::ConfigPlace const& place) {
  auto const crashes = settings.storage / "crashes";
  ce::crash::report_to(crashes, "ce-kiosk", CE_VERSION);
  ce::start::Attempts attempts{settings.storage / "starts"};
  if (attempts.begin()) {
    log.event(ce::log::Event::failure, {{"where", "start"}, {"why", "failed three times; see the screen"}});
    ce::start::show_notice(reason_of(attempts, crashes));
  }
  auto const window = window_of(line, settings);
  auto current = settings;
  auto served = ce::start::serve(current, words, window, log, place);
  while (served && *served == ce::start::Ending::train) {
    auto const trained = ce::start::train(current, words, window, log);
    if (!trained)
      log.event(ce::log::Event::failure, {{"where", "training"}, {"why", describe(trained.failure())}});
    if (trained && *trained == ce::start::Ending::stopped) break;
    // Central may have set something before staff began to practise: what was taken up then holds on.
    if (auto fresh = ce::settings::read_settings(line.config, place.allow_testing))
      current = std::move(fresh).value();
    served = ce::start::serve(current, words, window, log, place, true);
  }
  if (!served) {
    attempts.failed(describe(served.failure()));
    return tell(served.failure(), exit_cannot_serve);
  }
  attempts.succeeded();
  return *served == ce::start::Ending::start_again ? exit_start_again : 0;
}

int run(ce::start::CommandLine const& line) {
  if (!line.set_up.empty()) {
    auto const done = ce::set_up::set_up(line.set_up, line.config, std::cout);
    return done ? 0 : tell(done.failure(), exit_bad_configuration);
  }
  ce::start::ConfigPlace const place{std::filesystem::absolute(line.config), CE_RELEASE_PACKAGE == 0};
  bool const to_serve = line.enrol.reveal().empty() && line.may_update.empty() && !line.print_config &&
                        !line.check && !line.cache && !line.staff;
  if (to_serve) {
    if (auto const code = set_up_first(line, place)) return *code;
  }
  auto const settings = ce::settings::read_settings(line.config, place.allow_testing);
  if (!settings) return tell(settings.failure(), exit_bad_configuration);
  if (line.print_config) {
    std::cout << ce::settings::write_settings(*settings);
    return 0;
  }
  if (!line.may_update.empty()) return may_update(*settings, line.may_update);
  if (!line.enrol.reveal().empty()) return enrol(settings->central, line.enrol);
  auto const words = ce::start::read_vocabulary(settings->assets);
  if (!words) return tell(words.failure(), exit_bad_configuration);
  if (line.check) {
    std::cout << line.config.string() << ": 配置正确\n";
    if (!settings->scanner.devices.empty()) {
      std::cout << "扫码器：" << ce::set_up::look_for_scanner(settings->scanner).text << '\n';
    }
    return 0;
  }
  if (line.cache) {
    auto const done = ce::start::tend_cache(*settings, *line.cache, std::cout);
    return done ? 0 : tell(done.failure(), exit_cannot_serve);
  }
  ce::log::Kept const kept{settings->log_file};
  if (!line.staff) ce::log::set_aside_old(kept, ce::SystemClock{}.now());  // staff's commands run beside it
  auto log = settings->log_file.empty() ? ce::Result<ce::log::Logger>{ce::log::Logger::to_stderr()}
                                        : ce::log::Logger::to_file(settings->log_file, log_bytes, kept.files);
  if (!log) return tell(log.failure(), exit_cannot_serve);
  if (line.staff) {
    auto const done = ce::start::serve_staff(*settings, words->chinese, *line.staff, std::cout, *log);
    if (done) return 0;
    std::cerr << words->chinese.of(done.failure().code).staff << '\n';
    return tell(done.failure(), exit_cannot_serve);
  }
  return serve(line, *settings, *words, *log, place);
}

}  // namespace

int main(int argc, char** argv) {
  ce::keep_memory_private();
  ce::lock_memory();
  ce::wipe_freed_memory();
  ce::openssl::open_vault();
  ce::service::hold_stop_signals();
  auto const line = ce::start::parse_command_line(argc, argv);
  if (auto const* code = std::get_if<int>(&line)) return *code;
  return run(std::get<ce::start::CommandLine>(line));
}
