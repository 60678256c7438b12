#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "kiosk/drivers/central/http_central.h"
#include "kiosk/drivers/printer/ipp_printer.h"
#include "kiosk/identity/beat_counter.h"
#include "kiosk/journal/journal.h"
#include "kiosk/printers/offset_book.h"
#include "kiosk/printers/printer_card.h"
#include "kiosk/remote_settings/remote_settings.h"
#include "kiosk/runner/inquiries.h"
#include "kiosk/runner/print_desk.h"
#include "kiosk/settings/settings.h"
#include "kiosk/start/log_sender.h"
#include "kiosk/start/news_desk.h"
#include "kiosk/start/renewal.h"
#include "kiosk/start/upkeep.h"
#include "kiosk/sync/courier.h"
#include "kiosk/sync/delta_keeper.h"
#include "kiosk/sync/grant_desk.h"
#include "kiosk/sync/key_shelf.h"
#include "kiosk/sync/person_lookup.h"
#include "kiosk/sync/server_clock.h"

namespace ce::start {

/// How patient the parts are; tests are in a hurry.
struct Pace {
  std::chrono::milliseconds central_connect{2000};
  std::chrono::milliseconds central_answer{5000};
  std::chrono::milliseconds printer_connect{3000};
  std::chrono::milliseconds printer_answer{10'000};
  sync::Rhythm courier;
  std::chrono::milliseconds delta{sync::list_is_due_after};
};

/// What the parts need of whoever puts the kiosk together; all of it outlives them.
struct Before {
  settings::Settings const* settings = nullptr;
  sync::ServerClock* clock = nullptr;
  log::Logger const* logger = nullptr;
  runner::Mailbox* mailbox = nullptr;
  runner::ConditionBoard* board = nullptr;
  present::Vocabulary const* words = nullptr;             // that came with the program
  std::function<void()> wake = [] {};                     // the interface: something came from central
  std::function<bool()> sound_ok = [] { return false; };  // any thread
  std::filesystem::path config = {};  // what central may set is changed there; empty: it may set nothing
  bool allow_testing = false;         // in it
};

/// Everything of a kiosk behind reader and window, wired once: stores, the ways to central, the printer and
/// the workers. ce-kiosk and the kiosks of tests/faults differ in what stands before it.
class Backstage {
 public:
  /// Opens the stores, which reads from disk, up to seconds where one is damaged: not on the interface's
  /// thread. Fails with what could not be opened.
  static Result<std::unique_ptr<Backstage>> open(Before const& before, Pace const& pace = {});
  Backstage(Backstage const&) = delete;
  Backstage& operator=(Backstage const&) = delete;
  ~Backstage() = default;

  /// The workers begin.
  void start();

  [[nodiscard]] runner::Inquiries& inquiries() { return inquiries_; }
  [[nodiscard]] runner::PrintDesk& desk() { return desk_; }
  [[nodiscard]] NewsDesk& news() { return news_; }
  [[nodiscard]] remote_settings::RemoteSettings& remote_settings() { return remote_settings_; }
  // For staff and tests.
  [[nodiscard]] journal::Journal& journal() { return opened_.journal; }
  [[nodiscard]] cache::RegionCopy& region() { return opened_.region; }
  [[nodiscard]] sync::PersonLookup& people() { return people_; }
  [[nodiscard]] printers::PrinterCard& card() { return card_; }
  [[nodiscard]] sync::Courier& courier() { return courier_; }

 private:
  using Line = std::unique_ptr<drivers::HttpCentral>;
  /// What opening can fail at. Nobody waits for another: each thread has a line to central of its own.
  struct Opened {
    journal::Journal journal;
    cache::Cache seen;
    cache::RegionCopy region;
    cache::SealBook seals;
    Line for_visitors, for_courier, for_grants, for_delta, for_renewal, for_logs;
  };
  Backstage(Before const& before, Pace const& pace, Opened opened);

  [[nodiscard]] protocol::Health health();  // on the courier's thread
  [[nodiscard]] runner::PrintParts print_parts();
  [[nodiscard]] std::string seal_of(protocol::CertificateLine const& line);
  void heard(protocol::HealthReply const& reply);
  void region_full(std::int64_t bytes);

  Before before_;
  settings::Settings const* settings_;
  Tick began_;
  Opened opened_;
  sync::KeyShelf keys_;
  drivers::IppPrinter printer_;
  printers::OffsetBook offsets_;
  printers::PrinterCard card_;
  kiosk_identity::BeatCounter beats_;
  sync::PersonLookup people_;
  NewsDesk news_;
  remote_settings::RemoteSettings remote_settings_;
  sync::DeltaKeeper delta_;
  LogSender logs_;
  sync::Courier courier_;
  sync::GrantDesk grants_;
  // Last: their threads end before what they use.
  runner::Inquiries inquiries_;
  runner::PrintDesk desk_;
  Upkeep upkeep_;
  Renewal renewal_;
};

/// The journal of that configuration; opening sets a damaged one aside. Fails as Journal::open().
[[nodiscard]] Result<journal::Journal> open_journal(settings::Settings const& settings, Clock const& clock,
                                                    log::Logger const& logger);
[[nodiscard]] printers::OffsetBook offset_book(settings::Settings const& settings);

}  // namespace ce::start
