#include "kiosk/start/guide_front.h"

#include "kiosk/present/present.h"
#include "kiosk/screens/draw.h"
#include "kiosk/session/step.h"
#include "kiosk/start/backstage.h"
#include "kiosk/start/listening.h"
#include "kiosk/start/stop_watch.h"
#include "kiosk/start/targets_file.h"
#include "kiosk/widgets/glyph_atlas.h"
#include "shared/service/watchdog.h"

namespace ce::start {
namespace {

staff_desk::DeskParts desk_parts(settings::Settings const& begun, present::Words const& words,
                                 Clock const& clock, log::Logger const& logger,
                                 staff_desk::SetUpParts set_up) {
  staff_desk::DeskParts parts;
  parts.work.words = &words;
  parts.work.clock = &clock;
  parts.work.storage = begun.storage;
  parts.machine = &clock;
  parts.logger = &logger;
  parts.version = CE_VERSION;
  parts.settings = &begun;
  parts.around = [] { return session::Surroundings{}; };
  parts.since_central = [] { return std::optional<std::chrono::seconds>{}; };
  parts.set_up = std::move(set_up);
  return parts;
}

/// The visitors' frame, without what is not known yet.
present::FrameView bare_frame(Clock const& clock, present::Words const& words) {
  auto view =
      present::present(session::State{}, {"继续教育证书自助服务", clock.now(), clock.tick(), false}, words);
  view.frame.line = {"设置中", present::Tone::neutral};
  return std::move(view.frame);
}

}  // namespace

Result<bool> set_up_on_screen(settings::Settings const& begun, present::Vocabulary const& words,
                              window::WindowSettings const& window_settings, log::Logger const& logger,
                              ConfigPlace const& config) {
  SystemClock const clock;
  CE_TRY(auto atlas, widgets::GlyphAtlas::open({}));
  CE_TRY(auto const window, window::Window::open(window_settings, atlas));
  voice::Voice speaker{voice_options(begun), logger};
  staff_desk::StaffDesk desk{desk_parts(begun, words.chinese, clock, logger,
                                        {config.file, config.allow_testing, begun, offset_book,
                                         [&speaker](int volume) { return say_test(speaker, volume); }}),
                             [&window] { window->wake(); }};
  StaffSide side{desk, {}};
  std::unique_ptr<TargetsFile> targets;
  if (!begun.testing.targets_file.empty())
    targets = std::make_unique<TargetsFile>(begun.testing.targets_file);
  widgets::Ui ui{atlas};
  present::View view;
  service::Watchdog watchdog{logger};
  StopWatch const stop_watch{[&window] { window->close(); }};
  desk.start();
  side.begin_guide(clock.tick());
  auto const pass = [&] {
    for (auto& scanned : window->take_scanned()) (void)side.scanned(std::move(scanned), clock.tick());
    (void)side.catch_up(clock.tick());
    view = side.present(bare_frame(clock, words.chinese), {}, clock.tick(), words.chinese);
    ui.begin(window->display(), window->now());
    auto const outcome = screens::draw_view(ui, view);
    ui.end();
    if (outcome || ui.touched()) (void)side.touch(outcome, clock.tick());
    if (side.asked()) window->close();
    return screens::background(ui);
  };
  do {
    if (targets && !view.screen.empty()) targets->show(view, "", ui.targets(), *window);
    if (!view.screen.empty()) watchdog.tell(clock.tick());
    // The clock on the screen turns with the minute.
    Tick next = clock.tick() + std::chrono::milliseconds{60'000 - clock.now().ms % 60'000};
    if (watchdog.due()) next = std::min(next, *watchdog.due());
    if (auto const motion = ui.next_pass()) next = std::min(next, window::Window::tick_of(*motion));
    window->set_deadline(next);
  } while (window->turn(pass));
  return side.asked() == Ending::start_again;
}

}  // namespace ce::start
