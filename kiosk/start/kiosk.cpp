#include "kiosk/start/kiosk.h"

#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

#include "kiosk/cache/cache.h"
#include "kiosk/drivers/card_reader/sam_reader.h"
#include "kiosk/drivers/central/http_central.h"
#include "kiosk/drivers/printer/ipp_printer.h"
#include "kiosk/journal/boot.h"
#include "kiosk/journal/journal.h"
#include "kiosk/printers/offset_book.h"
#include "kiosk/printers/printer_card.h"
#include "kiosk/runner/runner.h"
#include "kiosk/staff/pause.h"
#include "kiosk/staff_desk/staff_desk.h"
#include "kiosk/start/front.h"
#include "kiosk/start/news_desk.h"
#include "kiosk/start/offline_data.h"
#include "kiosk/start/staff_side.h"
#include "kiosk/start/stop_signals.h"
#include "kiosk/sync/courier.h"
#include "kiosk/sync/delta_keeper.h"
#include "kiosk/sync/grant_desk.h"
#include "kiosk/sync/key_shelf.h"
#include "kiosk/sync/person_lookup.h"
#include "kiosk/sync/server_clock.h"

namespace ce::start {
namespace {

drivers::SamReaderOptions reader_options(settings::Reader const& reader) {
  return {reader.devices,
          static_cast<unsigned>(reader.baud),
          reader.presence_by_reset ? drivers::PresenceProbe::reset : drivers::PresenceProbe::none,
          {}};
}

// On numbered paper the numbers are those that staff load.
std::optional<journal::PaperRange> paper_range(settings::Paper const& paper) {
  if (paper.preprinted) return std::nullopt;
  return journal::PaperRange{paper.blank_prefix, static_cast<int>(paper.digits), paper.first, paper.last};
}

// A whole sheet is printed where it is; only what goes onto a form must meet its lines.
Result<certificate_pdf::Placement> placement(settings::Paper const& paper, printers::OffsetBook const& book,
                                             ports::PrinterStatus const& status) {
  if (!paper.preprinted) return certificate_pdf::Placement{};
  return book.placement(status);
}

printers::OffsetBook offset_book(settings::Settings const& settings) {
  return {settings.storage / "printer_offsets", settings.printer_uri};
}

session::Timing timing(settings::Idle const& idle) {
  session::Timing timing;
  timing.idle = std::chrono::seconds{idle.idle_seconds};
  timing.countdown = std::chrono::seconds{idle.countdown_seconds};
  timing.take_card = std::chrono::seconds{idle.take_card_seconds};
  return timing;
}

// What staff are asked for on the telephone.
std::vector<staff_area::Setting> read_out(settings::Settings const& settings) {
  auto const& paper = settings.paper;
  return {{"服务大厅", settings.location.hall + "（" + settings.location.region + "）"},
          {"本机编号", settings.central.kiosk_id},
          {"管理系统", settings.central.url},
          {"打印机", settings.printer_uri},
          {"证书纸", paper.preprinted ? "带流水号的证书纸，套打" : "普通 A4 纸"},
          {"无人触摸", std::to_string(settings.idle.idle_seconds) + " 秒后提醒，再过 " +
                           std::to_string(settings.idle.countdown_seconds) + " 秒退出"},
          {"数据目录", settings.storage.string()},
          {"日志", settings.log_file.empty() ? "由系统收集（journalctl）" : settings.log_file.string()}};
}

// Ends the program as a power cut would, where a test asked for it.
auto dies_after(std::string const& step) {
  return [step](std::string_view reached) {
    if (!step.empty() && step == reached) std::raise(SIGKILL);
  };
}

protocol::Health health_of(runner::ConditionBoard const& board, Clock const& clock, Tick began) {
  auto const now = board.now();
  protocol::Health health;
  health.program_version = CE_VERSION;
  health.uptime_seconds = std::chrono::duration_cast<std::chrono::seconds>(clock.tick() - began).count();
  health.reader_ok = now.reader_ok;
  health.printer_ok = !now.printer_problem;
  if (now.printer_problem) health.printer_problem = name_of(*now.printer_problem);
  return health;
}

}  // namespace

Result<present::Words> read_words(settings::Settings const& settings) {
  auto const file = settings.assets / "strings" / "zh.toml";
  std::ifstream in{file, std::ios::binary};
  if (!in) return Failure{FailureCode::asset_missing, file.string() + ": 读不到界面文字"};
  std::ostringstream text;
  text << in.rdbuf();
  return present::Words::parse(text.str());
}

Result<void> serve_staff(settings::Settings const& settings, present::Words const& words,
                         staff::Order const& order, std::ostream& out, log::Logger const& logger) {
  SystemClock const clock;
  std::error_code error;
  std::filesystem::create_directories(settings.storage, error);
  CE_TRY(auto journal,
         journal::Journal::open(settings.storage / "journal.db", paper_range(settings.paper), clock, logger));
  drivers::IppPrinterOptions options;
  options.uri = settings.printer_uri;
  drivers::IppPrinter printer{options};
  printers::PrinterCard card{settings.storage / "printer", logger};
  auto offsets = offset_book(settings);
  return staff::run(
      order, {&journal, &printer, &words, &clock, &out, &offsets, settings.paper.warn_left,
              [&](ports::PrinterStatus const& status) { return card.accept(status); }, settings.storage});
}

Result<Ending> serve(settings::Settings const& settings, present::Words const& words,
                     window::WindowSettings const& window_settings, log::Logger const& logger) {
  SystemClock const machine;
  sync::ServerClock clock{machine};
  Tick const began = clock.tick();
  CE_TRY(auto atlas, widgets::GlyphAtlas::open({}));
  CE_TRY(auto const window, window::Window::open(window_settings, atlas));

  std::error_code error;
  std::filesystem::create_directories(settings.storage, error);
  CE_TRY(auto journal,
         journal::Journal::open(settings.storage / "journal.db", paper_range(settings.paper), clock, logger));
  auto const offline = offline_files(settings);
  CE_TRY(auto cache, cache::Cache::open(offline.seen, offline.key, cache_limits(settings), clock, logger));
  CE_TRY(auto region, cache::RegionCopy::open(offline.region, offline.key, logger));
  drivers::CentralAddress const address{settings.central.url, settings.central.kiosk_id,
                                        settings.central.key_file, settings.central.ca_file};
  // Visitors must not wait for a slow delivery: each thread has a connection of its own.
  CE_TRY(auto const central_for_visitors, drivers::HttpCentral::make(address));
  CE_TRY(auto const central_for_courier, drivers::HttpCentral::make(address));
  CE_TRY(auto const central_for_grants, drivers::HttpCentral::make(address));
  CE_TRY(auto const central_for_delta, drivers::HttpCentral::make(address));
  sync::KeyShelf keys{offline.shelf, clock, logger};
  drivers::SamReader reader{reader_options(settings.reader)};
  drivers::IppPrinterOptions printer_options;
  printer_options.uri = settings.printer_uri;
  drivers::IppPrinter printer{printer_options};

  auto const offsets = offset_book(settings);
  printers::PrinterCard card{settings.storage / "printer", logger};
  runner::Mailbox mailbox{[&window] { window->wake(); }};
  runner::ConditionBoard board{mailbox};
  sync::PersonLookup people{*central_for_visitors, cache, journal, logger, &region};
  NewsDesk news{*window, keys, logger};
  sync::DeltaKeeper delta{{central_for_delta.get(), &keys, &cache, &region, &logger, offline.key,
                           cache_limits(settings), cache_policy(settings), [&] { news.tell(); }}};
  sync::Courier courier{journal,
                        *central_for_courier,
                        logger,
                        [&] { return health_of(board, clock, began); },
                        [&](bool online) { board.central_online(online); },
                        {},
                        // On the courier's own thread and connection.
                        [&](Instant central_now) {
                          // A visitor's question that met a short silence has said otherwise meanwhile.
                          board.central_online(true);
                          clock.heard(central_now);
                          delta.heard(central_now);
                        }};
  sync::GrantDesk grants{
      {central_for_grants.get(), &keys, &journal, &clock, &logger, settings.central.kiosk_id,
       [&journal, boot = journal::boot_id()] { return journal.confirmed(boot).value_or(false); }}};
  runner::PrintParts parts{
      &journal,
      &printer,
      &clock,
      &logger,
      certificate_pdf::debian_font_paths(),
      settings.paper.warn_left,
      [&](ports::PrinterStatus const& status) { return placement(settings.paper, offsets, status); },
      [&](ports::PrinterStatus const& status) { return card.is_same(status); },
      [&](protocol::CertificateLine const& line) -> Result<std::optional<EntryId>> {
        CE_TRY(auto const grant, grants.grant_for(line));
        return std::optional{grant};
      },
      [&](EntryId const& grant) { grants.give_back(grant); },
      dies_after(settings.testing.die_after),
      [&](std::string const& number, protocol::PrintOutcome outcome) {
        (void)people.note_print(number, outcome);  // it logs its own trouble
        courier.kick();
      }};
  runner::CardWatch cards{reader, mailbox, board, clock, logger};
  runner::Inquiries inquiries{people, keys, *central_for_visitors, mailbox, board, logger};
  runner::PrintDesk desk{std::move(parts), mailbox, board};
  runner::Runner runner{cards, inquiries, desk};

  drivers::IppPrinter printer_for_staff{printer_options};
  auto offsets_for_staff = offset_book(settings);
  staff_desk::StaffDesk staff{
      {{&journal, &printer_for_staff, &words, &clock, nullptr, &offsets_for_staff, settings.paper.warn_left,
        [&](ports::PrinterStatus const& status) { return card.accept(status); }, settings.storage},
       &machine,
       &logger,
       settings.log_file,
       settings.staff.power_off,
       CE_VERSION,
       [&] { return board.now(); },
       [&] { return clock.since_heard(); },
       [&] { courier.kick(); }},
      [&window] { window->wake(); }};
  StaffSide staff_side{staff,
                       {std::chrono::seconds{settings.staff.idle_seconds}, settings.paper.preprinted,
                        staff::is_paused(settings.storage), read_out(settings)}};

  Front front{*window, atlas, mailbox, runner, words, clock, logger, settings.location.hall};
  if (!settings.testing.targets_file.empty()) front.tell_targets(settings.testing.targets_file);
  front.hear(news);
  front.admit(staff_side);
  StopWatch const stop_watch{[&window] { window->close(); }};
  cards.start();
  inquiries.start();
  desk.start();
  staff.start();
  delta.start();
  courier.start();
  std::jthread const examining{[&] {
    auto const sound = journal.examine();
    if (!sound) {
      logger.event(log::Event::failure, {{"where", "journal"}, {"why", describe(sound.failure())}});
    }
  }};
  logger.event(log::Event::started, {{"program", "ce-kiosk"}, {"version", CE_VERSION}});
  auto const ending = front.run(timing(settings.idle));
  logger.event(log::Event::stopping);
  return ending;
}

}  // namespace ce::start
