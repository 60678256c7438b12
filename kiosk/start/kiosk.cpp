#include "kiosk/start/kiosk.h"

#include <memory>
#include <optional>
#include <thread>

#include "kiosk/drivers/card_reader/sam_reader.h"
#include "kiosk/runner/runner.h"
#include "kiosk/staff/pause.h"
#include "kiosk/staff/serve_today.h"
#include "kiosk/start/backstage.h"
#include "kiosk/start/front.h"
#include "kiosk/start/in_use.h"
#include "kiosk/start/listening.h"
#include "kiosk/start/may_update.h"
#include "kiosk/start/scanner.h"
#include "kiosk/start/staff_backing.h"
#include "kiosk/start/stop_watch.h"
#include "kiosk/start/timing.h"
#include "shared/service/service.h"

namespace ce::start {
namespace {

// A worker that does not come round for so long hangs: a card that is read again, a question to central and
// the register, a step of a print with a printer that answers late.
constexpr std::chrono::seconds longest_reading{120};
constexpr std::chrono::seconds longest_question{120};
constexpr std::chrono::seconds longest_step_of_a_print{300};

drivers::SamReaderOptions reader_options(settings::Reader const& reader) {
  return {reader.devices,
          static_cast<unsigned>(reader.baud),
          reader.presence_by_reset ? drivers::PresenceProbe::reset : drivers::PresenceProbe::none,
          {}};
}

/// The training kiosk has no way to central: it is told of by the one before and the one after it.
void tell_of_training(protocol::NoteKind kind, Backstage& behind, log::Logger const& logger) {
  if (auto const told = behind.journal().note(kind, ""); !told) {
    logger.event(log::Event::failure, {{"where", "training"}, {"why", describe(told.failure())}});
  }
}

/// Staff try reader or scanner, which visitors' watches have open. `scans`: null where no scanner is set.
void lend(bool away, runner::CardWatch& cards, runner::ScanWatch* scans) {
  constexpr std::chrono::seconds at_most{6};  // a silent reader is asked so long
  if (!away) {
    cards.lending().give_back();
    if (scans != nullptr) scans->lending().give_back();
    return;
  }
  (void)cards.lending().borrow(at_most);
  if (scans != nullptr) (void)scans->lending().borrow(at_most);
}

}  // namespace

Result<void> serve_staff(settings::Settings const& settings, present::Words const& words,
                         staff::Order const& order, std::ostream& out, log::Logger const& logger) {
  SystemClock const clock;
  CE_TRY(auto journal, open_journal(settings, clock, logger));
  drivers::IppPrinterOptions options;
  options.uri = settings.printer_uri;
  drivers::IppPrinter printer{options};
  printers::PrinterCard card{settings.storage / "printer", logger};
  auto offsets = offset_book(settings);
  return staff::run(
      order, {&journal, &printer, &words, &clock, &out, &offsets, settings.paper.warn_left,
              [&](ports::PrinterStatus const& status) { return card.accept(status); }, settings.storage});
}

Result<Ending> serve(settings::Settings const& settings, present::Vocabulary const& words,
                     window::WindowSettings const& window_settings, log::Logger const& logger,
                     ConfigPlace const& config, bool after_training) {
  SystemClock const machine;
  sync::ServerClock clock{machine};
  CE_TRY(auto atlas, widgets::GlyphAtlas::open({}));
  CE_TRY(auto const window, window::Window::open(window_settings, atlas));
  runner::Mailbox mailbox{[&window] { window->wake(); }};
  runner::ConditionBoard board{mailbox};
  voice::Voice speaker{voice_options(settings), logger, [&window] { window->wake(); }};
  guide::Guide leader{speaker};
  drivers::SamReader reader{reader_options(settings.reader)};
  runner::CardWatch cards{reader, mailbox, board, clock, logger};
  drivers::SerialScanner scanner{scanner_options(settings.scanner)};
  runner::ScanWatch scans{scanner, logger, [&window] { window->wake(); }};
  Front front{*window, atlas, mailbox, words, clock, logger, settings.location.hall};
  front.speak_by(leader, voice_plan(settings.voice));
  front.begin_in(language(settings.display));
  front.open_by(settings.hours, staff::serves_on(settings.storage));
  front.name_learning_site(settings.learning.site);
  front.drift_every(std::chrono::minutes{settings.display.drift_minutes});
  front.read_codes_of(scans);
  InUse in_use{in_use_file(settings)};
  front.say_use_to(in_use);
  window->listen_for(step_keys(settings.headset));
  if (!settings.testing.targets_file.empty()) front.tell_targets(settings.testing.targets_file);

  Before const before{&settings,
                      &clock,
                      &logger,
                      &mailbox,
                      &board,
                      &words,
                      [&] { window->wake(); },
                      [&] { return speaker.fitted(); },
                      config.file,
                      config.allow_testing};
  std::unique_ptr<Backstage> behind;
  std::optional<runner::Runner> runner;
  std::optional<StaffBacking> staff;
  auto ending = Ending::stopped;
  std::optional<Failure> failed;
  StopWatch const stop_watch{[&window] { window->close(); }};
  {
    // The first screen is up while the stores are opened and checked.
    std::jthread const opening{[&] {
      auto opened = Backstage::open(before);
      if (!opened) {
        failed = opened.failure();
        return window->close();
      }
      behind = std::move(opened).value();
      if (after_training) tell_of_training(protocol::NoteKind::training_ended, *behind, logger);
      runner.emplace(cards, behind->inquiries(), behind->desk());
      cards.start();
      if (!settings.scanner.devices.empty()) scans.start();
      behind->start();
      staff.emplace(
          before, words.chinese, machine, *behind,
          staff_desk::SetUpParts{
              config.file,
              config.allow_testing,
              {},
              offset_book,
              [&](int volume) { return say_test(speaker, volume); },
              [&](bool away) { lend(away, cards, settings.scanner.devices.empty() ? nullptr : &scans); }},
          [&]() -> std::optional<bool> {
            if (settings.scanner.devices.empty()) return std::nullopt;
            return scans.is_there();
          });
      staff->start();
      front.watch({{"cards", &cards.pulse(), longest_reading},
                   {"inquiries", &behind->inquiries().pulse(), longest_question},
                   {"print", &behind->desk().pulse(), longest_step_of_a_print}});
      front.serve_with(*runner, behind->news(), staff->side(), behind->remote_settings());
      logger.event(log::Event::started, {{"program", "ce-kiosk"}, {"version", CE_VERSION}});
    }};
    ending = front.run(timing(settings.idle), staff::is_paused(settings.storage));
  }
  if (failed) return *failed;
  if (ending != Ending::train) service::stopping();
  if (ending == Ending::train && behind)
    tell_of_training(protocol::NoteKind::training_begun, *behind, logger);
  logger.event(log::Event::stopping);
  return ending;
}

}  // namespace ce::start
