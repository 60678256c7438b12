#include "kiosk/start/backstage.h"

#include <csignal>

#include "kiosk/journal/boot.h"
#include "kiosk/set_up/enrol.h"
#include "kiosk/start/offline_data.h"
#include "shared/base/durable_file.h"

namespace ce::start {
namespace {

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

// Ends the program as a power cut would, where a test asked for it.
auto dies_after(std::string const& step) {
  return [step](std::string_view reached) {
    if (!step.empty() && step == reached) std::raise(SIGKILL);
  };
}

// Nobody waits for it, and a hall may have 1 Mbit/s: a seal of 2 MB takes 17 s, the longest answer 34 s.
drivers::CentralAddress delta_address(drivers::CentralAddress address) {
  address.total_limit = std::chrono::minutes{5};
  address.slowest_bytes = 1024;
  address.slow_limit = std::chrono::seconds{20};  // central's own thinking included
  return address;
}

drivers::IppPrinterOptions printer_options(settings::Settings const& settings, Pace const& pace) {
  drivers::IppPrinterOptions options;
  options.uri = settings.printer_uri;
  options.connect_limit = pace.printer_connect;
  options.answer_limit = pace.printer_answer;
  return options;
}

}  // namespace

printers::OffsetBook offset_book(settings::Settings const& settings) {
  return {settings.storage / "printer_offsets", settings.printer_uri};
}

Result<journal::Journal> open_journal(settings::Settings const& settings, Clock const& clock,
                                      log::Logger const& logger) {
  (void)make_directories(settings.storage);  // without it the next one says so
  return journal::Journal::open(settings.storage / "journal.db", paper_range(settings.paper), clock, logger);
}

Result<std::unique_ptr<Backstage>> Backstage::open(Before const& before, Pace const& pace) {
  auto const& settings = *before.settings;
  auto const files = offline_files(settings);
  auto const limits = cache_limits(settings);
  before.clock->keep_in(settings.storage / "central_time", *before.logger);
  CE_TRY(auto journal, open_journal(settings, *before.clock, *before.logger));
  CE_TRY(auto seen,
         cache::Cache::open(files.seen, files.key, limits, before.clock->confirmed(), *before.logger));
  CE_TRY(auto region, cache::RegionCopy::open(files.region, files.key, *before.logger));
  CE_TRY(auto seals, cache::SealBook::open(files.seals, *before.logger));
  auto address = set_up::address_of(settings.central);
  address.connect_limit = pace.central_connect;
  address.total_limit = pace.central_answer;
  CE_TRY(auto for_visitors, drivers::HttpCentral::make(address));
  CE_TRY(auto for_courier, drivers::HttpCentral::make(address));
  CE_TRY(auto for_grants, drivers::HttpCentral::make(address));
  CE_TRY(auto for_delta, drivers::HttpCentral::make(delta_address(address)));
  CE_TRY(auto for_renewal, drivers::HttpCentral::make(address));
  CE_TRY(auto for_logs, drivers::HttpCentral::make(delta_address(address)));
  // The constructor is private, hence no make_unique.
  return std::unique_ptr<Backstage>{
      new Backstage{before,
                    pace,
                    {std::move(journal), std::move(seen), std::move(region), std::move(seals),
                     std::move(for_visitors), std::move(for_courier), std::move(for_grants),
                     std::move(for_delta), std::move(for_renewal), std::move(for_logs)}}};
}

Backstage::Backstage(Before const& before, Pace const& pace, Opened opened)
    : before_(before),
      settings_(before.settings),
      began_(before.clock->tick()),
      opened_(std::move(opened)),
      keys_(offline_files(*settings_).shelf, *before.clock, *before.logger),
      printer_(printer_options(*settings_, pace)),
      offsets_(offset_book(*settings_)),
      card_(settings_->storage / "printer", *before.logger),
      beats_(settings_->storage / "beat", *before.logger),
      people_(*opened_.for_visitors, opened_.seen, opened_.journal, *before.logger,
              cache_policy(*settings_) == protocol::CachePolicy::region ? &opened_.region : nullptr, &keys_),
      news_(before.wake, keys_, *before.words, *before.logger),
      remote_settings_({.config = before.config,
                        .allow_testing = before.allow_testing,
                        .kept = settings_->storage / "remote_settings.json",
                        .logger = before.logger,
                        .now = [clock = before.clock] { return clock->now(); },
                        .wake = before.wake,
                        .changed = [this] { courier_.report(); }}),
      delta_({.central = opened_.for_delta.get(),
              .shelf = &keys_,
              .seen = &opened_.seen,
              .region = &opened_.region,
              .seals = &opened_.seals,
              .logger = before.logger,
              .cache_key = offline_files(*settings_).key,
              .own_limits = cache_limits(*settings_),
              .own_policy = cache_policy(*settings_),
              .every = pace.delta,
              .first_pause = std::min<std::chrono::milliseconds>(pace.delta, std::chrono::seconds{30}),
              .longest_pause = pace.delta,
              .give_up = [this] { opened_.for_delta->give_up(); },
              .region_full = [this](std::int64_t bytes) { region_full(bytes); },
              .news = [this] { news_.tell(); }}),
      logs_({opened_.for_logs.get(), settings_->log_file, before.clock, before.logger}),
      courier_(
          opened_.journal, *opened_.for_courier, *before.logger, [this] { return health(); },
          [this](bool online) { before_.board->central_online(online); }, pace.courier,
          [this](protocol::HealthReply const& reply) { heard(reply); }),
      grants_(
          {opened_.for_grants.get(), &keys_, &opened_.journal, before.clock, before.logger,
           settings_->central.kiosk_id,
           [this, boot = journal::boot_id()] { return opened_.journal.confirmed(boot).value_or(false); }}),
      inquiries_(people_, keys_, *opened_.for_visitors, *before.mailbox, *before.board, *before.logger),
      desk_(print_parts(), *before.mailbox, *before.board),
      upkeep_({&opened_.journal,
               &opened_.seen,
               &opened_.region,
               &opened_.seals,
               before.clock,
               before.logger,
               static_cast<int>(settings_->delivered_days),
               {settings_->log_file}}),
      renewal_(kiosk_identity::Files{settings_->central.identity}, settings_->central.tpm,
               *opened_.for_renewal, *before.clock, *before.logger) {}

void Backstage::start() {
  inquiries_.start();
  desk_.start();
  delta_.start();
  logs_.start();
  courier_.start();
  upkeep_.start();
  if (settings_->central.key_file.empty()) renewal_.start();
}

// On the courier's own thread and connection.
void Backstage::heard(protocol::HealthReply const& reply) {
  // A visitor's question that met a short silence has said otherwise meanwhile.
  before_.board->central_online(true);
  beats_.heard();
  before_.clock->heard(reply.central_now);
  delta_.heard(reply.central_now);
  remote_settings_.take(reply.settings);
  logs_.take(reply.log_wanted);
}

// Whoever answers for this kiosk decides whether its disk has room for more.
void Backstage::region_full(std::int64_t bytes) {
  auto const told = opened_.journal.note(protocol::NoteKind::region_full,
                                         "limit " + std::to_string(settings_->cache.region_megabytes) +
                                             " MB, kept " + std::to_string(bytes >> 20U));
  if (!told) {
    before_.logger->event(log::Event::failure, {{"where", "region"}, {"why", describe(told.failure())}});
  }
  courier_.kick();
}

protocol::Health Backstage::health() {
  auto const now = before_.board->now();
  auto const up = before_.clock->tick() - began_;
  protocol::Health health;
  health.program_version = CE_VERSION;
  health.uptime_seconds = std::chrono::duration_cast<std::chrono::seconds>(up).count();
  health.beat = beats_.next();
  if (auto const& met = beats_.trouble()) opened_.journal.doubt_disk(*met);
  health.reader_ok = now.reader_ok;
  health.sound_ok = before_.sound_ok();
  health.printer_ok = !now.printer_problem;
  health.settings = remote_settings_.states();
  health.supplies = before_.board->supplies();
  if (now.printer_problem) health.printer_problem = name_of(*now.printer_problem);
  return health;
}

// Where the picture is not here the seal is drawn: who stands here is not sent away for it.
std::string Backstage::seal_of(protocol::CertificateLine const& line) {
  auto const hash = keys_.seal_of(line.number);
  if (hash.empty()) return {};
  auto picture = opened_.seals.find(hash);
  if (picture) return std::move(picture).value();
  before_.logger->event(log::Event::failure, {{"where", "seals"}, {"why", describe(picture.failure())}});
  return {};
}

runner::PrintParts Backstage::print_parts() {
  return {
      &opened_.journal,
      &printer_,
      before_.clock,
      before_.logger,
      certificate_pdf::debian_font_paths(),
      settings_->paper.warn_left,
      [this](ports::PrinterStatus const& status) { return placement(settings_->paper, offsets_, status); },
      [this](ports::PrinterStatus const& status) { return card_.is_same(status); },
      [this](protocol::CertificateLine const& line) -> Result<std::optional<EntryId>> {
        CE_TRY(auto const grant, grants_.grant_for(line));
        return std::optional{grant};
      },
      [this](EntryId const& grant) { grants_.give_back(grant); },
      [this](protocol::CertificateLine const& line) { return seal_of(line); },
      dies_after(settings_->testing.die_after),
      [this](std::string const& number, protocol::PrintOutcome outcome) {
        (void)people_.note_print(number, outcome);  // it logs its own trouble
        courier_.kick();
      }};
}

}  // namespace ce::start
