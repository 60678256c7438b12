// Wires a training kiosk. Neither the journal of the serving kiosk nor a way to central is named here, on
// purpose.
#include "kiosk/start/train.h"

#include <filesystem>

#include "kiosk/drivers/printer/ipp_printer.h"
#include "kiosk/printers/printer_card.h"
#include "kiosk/runner/runner.h"
#include "kiosk/start/front.h"
#include "kiosk/start/listening.h"
#include "kiosk/start/stop_watch.h"
#include "kiosk/start/timing.h"
#include "kiosk/training/training_central.h"

namespace ce::start {
namespace {

constexpr std::int64_t sheets_at_most = 999;

/// Deleted before and after: nothing of an earlier training is met, nothing of this one stays.
class TrainingDirectory {
 public:
  explicit TrainingDirectory(std::filesystem::path const& storage) : path_(storage / "training") {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
    std::filesystem::create_directories(path_, error);
  }
  TrainingDirectory(TrainingDirectory const&) = delete;
  TrainingDirectory& operator=(TrainingDirectory const&) = delete;
  ~TrainingDirectory() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  [[nodiscard]] std::filesystem::path operator/(char const* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

drivers::IppPrinterOptions practice_line(settings::Settings const& settings) {
  drivers::IppPrinterOptions options;
  options.uri = settings.printer_uri;
  return options;
}

}  // namespace

Result<Ending> train(settings::Settings const& settings, present::Vocabulary const& words,
                     window::WindowSettings const& window_settings, log::Logger const& logger) {
  SystemClock const clock;
  CE_TRY(auto atlas, widgets::GlyphAtlas::open({}));
  CE_TRY(auto const window, window::Window::open(window_settings, atlas));
  TrainingDirectory const own{settings.storage};
  CE_TRY(auto journal, journal::Journal::open(own / "journal.db",
                                              journal::PaperRange{"", 3, 1, sheets_at_most}, clock, logger));
  CE_TRY(auto nobody,
         cache::Cache::open(own / "cache.db", own / "cache.key", {.days = 0, .people = 0}, clock, logger));
  sync::KeyShelf const keys{own / "grant_keys.json", clock, logger};
  auto const learners = training::learners(clock.now());
  training::TrainingCentral central{learners};
  training::DemoReader reader{learners};
  drivers::IppPrinter printer{practice_line(settings)};
  sync::PersonLookup people{central, nobody, journal, logger};

  runner::Mailbox mailbox{[&window] { window->wake(); }};
  runner::ConditionBoard board{mailbox};
  voice::Voice speaker{voice_options(settings), logger, [&window] { window->wake(); }};
  guide::Guide leader{speaker};
  runner::CardWatch cards{reader, mailbox, board, clock, logger};
  runner::Inquiries inquiries{people, keys, central, mailbox, board, logger};
  runner::PrintParts parts{&journal, &printer, &clock, &logger, certificate_pdf::debian_font_paths()};
  // Each numbered sheet must be accounted for: none is taken out of the tray for training.
  parts.placement = [numbered = settings.paper.preprinted](
                        ports::PrinterStatus const&) -> Result<certificate_pdf::Placement> {
    if (numbered) return Failure{FailureCode::training_without_paper, "numbered stock"};
    return certificate_pdf::Placement{};
  };
  // Its certificates prove nothing, so they have no token.
  parts.check = [](certificate::Sheet const&, certificate_pdf::Fonts const&) { return Result<void>{}; };
  parts.render = [](certificate::Sheet const&, certificate_pdf::Fonts const& fonts,
                    certificate_pdf::Placement const&) { return certificate_pdf::render_specimen(fonts); };
  runner::PrintDesk desk{std::move(parts), mailbox, board};
  runner::Runner runner{cards, inquiries, desk};
  TrainingSide side{reader, learners, std::chrono::seconds{settings.testing.training_seconds}};

  Front front{*window, atlas, mailbox, words, clock, logger, settings.location.hall};
  front.speak_by(leader, voice_plan(settings.voice));
  front.begin_in(language(settings.display));
  window->listen_for(step_keys(settings.headset));
  if (!settings.testing.targets_file.empty()) front.tell_targets(settings.testing.targets_file);
  front.name_learning_site(settings.learning.site);
  front.train_with(runner, side);
  StopWatch const stop_watch{[&window] { window->close(); }};
  board.central_online(true);
  cards.start();
  inquiries.start();
  desk.start();
  logger.event(log::Event::training_begun);
  auto const ending = front.run(timing(settings.idle), false);
  logger.event(log::Event::training_ended);
  return ending;
}

}  // namespace ce::start
