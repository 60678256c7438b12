// A kiosk without its window: ledger, cache, grants, courier, print desk and drivers as kiosk/start puts them
// together, told by lines on standard input what its visitor does. Each line is answered by one line.
//
//   visit ID-NUMBER    lays a card: "printable N1,N2 ..." (certificate numbers), or "fault CODE"
//   print NUMBER       presses 打印: "ended OUTCOME CAUSE" at the end, "held CODE" each time a job stands
//   still leave              ends the visit: "gone" quiet              waits until nothing is open: "quiet
//   UNRESOLVED-IDS" once every print is settled and delivered,
//                      the audit chain recomputed; "busy WHY" after a minute
//   settle ID OUTCOME  staff's word on an unknown print: "settled"
//   years ID-NUMBER    lays a card: "years central|cache YEAR:PACK:complete|incomplete:STATE:NUMBER ..."
//   ledger             "ledger STANDING EVENTS PENDING REFUSED READY"
//   accept SERIAL      staff take the ledger over: "accepted" or "refused WHY"
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <sstream>
#include <thread>

#include "kiosk/cache/cache.h"
#include "kiosk/drivers/central/http_central.h"
#include "kiosk/drivers/printer/ipp_printer.h"
#include "kiosk/journal/boot.h"
#include "kiosk/journal/journal.h"
#include "kiosk/runner/print_desk.h"
#include "kiosk/sync/courier.h"
#include "kiosk/sync/grant_desk.h"
#include "kiosk/sync/key_shelf.h"
#include "kiosk/sync/person_lookup.h"
#include "kiosk/sync/server_clock.h"
#include "shared/protocol/names.h"

namespace {

using namespace ce;

struct Orders {
  std::filesystem::path state;
  std::filesystem::path key;
  std::string central, kiosk, printer, prefix, die_after;
  int clock_hours = 0;
};

/// A machine whose clock is off by whole hours; what it measures is right.
class WrongClock final : public Clock {
 public:
  explicit WrongClock(int hours) : hours_(hours) {}
  [[nodiscard]] Instant now() const override { return {real_.now().ms + hours_ * std::int64_t{3'600'000}}; }
  [[nodiscard]] Tick tick() const override { return real_.tick(); }

 private:
  SystemClock real_;
  int hours_;
};

template <class T>
T must(Result<T> result) {
  if (result) return std::move(result).value();
  std::cerr << "ce-test-kiosk: " << describe(result.failure()) << '\n';
  std::exit(3);
}

void answer(std::string const& line) {
  std::cout << line << std::endl;  // each line is waited for
}

std::unique_ptr<drivers::HttpCentral> central_of(Orders const& orders) {
  drivers::CentralAddress address{orders.central, orders.kiosk, orders.key, {}};
  address.connect_limit = std::chrono::milliseconds{500};
  address.total_limit = std::chrono::milliseconds{1000};
  return must(drivers::HttpCentral::make(address));
}

drivers::IppPrinterOptions printer_of(Orders const& orders) {
  drivers::IppPrinterOptions options;
  options.uri = orders.printer;
  options.connect_limit = std::chrono::milliseconds{500};
  options.answer_limit = std::chrono::milliseconds{700};
  return options;
}

class Kiosk {
 public:
  explicit Kiosk(Orders const& orders)
      : machine_(orders.clock_hours),
        logger_(must(log::Logger::to_file(orders.state / "kiosk.log", 10U << 20U, 2))),
        journal_(
            must(journal::Journal::open(orders.state / "journal.db",
                                        journal::PaperRange{orders.prefix, 6, 1, 999'999}, clock_, logger_))),
        cache_(must(cache::Cache::open(orders.state / "cache.db", orders.state / "cache.key", {30, 1000},
                                       clock_, logger_))),
        for_visitors_(central_of(orders)),
        for_courier_(central_of(orders)),
        for_grants_(central_of(orders)),
        keys_(orders.state / "grant_keys.json", clock_, logger_),
        printer_(printer_of(orders)),
        people_(*for_visitors_, cache_, journal_, logger_),
        courier_(
            journal_, *for_courier_, logger_, [] { return protocol::Health{}; },
            [this](bool online) {
              if (online) (void)keys_.refresh(*for_courier_);
            },
            {std::chrono::milliseconds{200}, std::chrono::milliseconds{1000}, std::chrono::milliseconds{1000},
             50},
            [this](Instant central_now) { clock_.heard(central_now); }),
        grants_({for_grants_.get(), &keys_, &journal_, &clock_, &logger_, orders.kiosk,
                 [this, boot = journal::boot_id()] { return journal_.confirmed(boot).value_or(false); }}),
        desk_(parts(orders.die_after), mailbox_, board_) {}

  void serve() {
    desk_.start();
    courier_.start();
    desk_.serve(visit_);
    answer("ready");
    for (std::string line; std::getline(std::cin, line);) obey(line);
  }

 private:
  runner::PrintParts parts(std::string const& die_after) {
    runner::PrintParts parts;
    parts.journal = &journal_;
    parts.printer = &printer_;
    parts.clock = &clock_;
    parts.logger = &logger_;
    parts.fonts = certificate_pdf::debian_font_paths();
    parts.grant_for = [this](protocol::CertificateLine const& line) -> Result<std::optional<EntryId>> {
      CE_TRY(auto const grant, grants_.grant_for(line));
      return std::optional{grant};
    };
    parts.give_back = [this](EntryId const& grant) { grants_.give_back(grant); };
    parts.reached = [die_after](std::string_view step) {
      if (!die_after.empty() && step == die_after) std::raise(SIGKILL);
    };
    parts.settled = [this](std::string const& number, protocol::PrintOutcome outcome) {
      (void)people_.note_print(number, outcome);
      courier_.kick();
    };
    return parts;
  }

  void obey(std::string const& line) {
    std::istringstream words{line};
    std::string verb, what, more;
    words >> verb >> what >> more;
    if (verb == "visit") return look_up(what);
    if (verb == "print") return print(what);
    if (verb == "leave") return leave();
    if (verb == "quiet") return quieten();
    if (verb == "settle") return settle(what, more);
    if (verb == "years") return years_of(what);
    if (verb == "ledger") return ledger();
    if (verb == "accept") return accept(what);
    answer("what");
  }

  void look_up(std::string const& id_number) {
    auto found = people_.find({SecretText{id_number}, protocol::ByCard{}});
    years_.reset();
    if (!found) return answer("fault " + std::string{name_of(found.failure().code)});
    years_ = std::move(found->years);
    std::string said = "printable";
    for (auto const& year : years_->years) {
      if (year.certificate.state == protocol::CertificateState::printable)
        said += " " + year.certificate.number;
    }
    answer(said);
  }

  void years_of(std::string const& id_number) {
    auto found = people_.find({SecretText{id_number}, protocol::ByCard{}});
    if (!found) return answer("fault " + std::string{name_of(found.failure().code)});
    std::string said = found->from_cache ? "years cache" : "years central";
    for (auto const& year : found->years.years) {
      said += " " + std::to_string(year.year) + ":" + year.pack +
              (year.complete ? ":complete:" : ":incomplete:") +
              std::string{protocol::word_of(year.certificate.state)} + ":" + year.certificate.number;
    }
    answer(said);
  }

  void ledger() {
    auto const ready = journal_.ready();
    answer("ledger " + std::string{name_of(must(journal_.standing()))} + " " +
           std::to_string(must(journal_.newest_place()).number) + " " +
           std::to_string(must(journal_.pending_count())) + " " +
           std::to_string(must(journal_.refused_count())) + " " +
           (ready ? "ready" : std::string{name_of(ready.failure().code)}));
  }

  void accept(std::string const& serial) {
    auto const done = journal_.take_over(std::stoll(serial));
    answer(done ? "accepted" : "refused " + describe(done.failure()));
  }

  void print(std::string const& number) {
    if (!years_) return answer("ended failed nobody_here");
    for (auto const& year : years_->years) {
      if (year.certificate.number != number) continue;
      printing_ = true;
      desk_.print({years_->name, year.year, year.certificate}, visit_);
      return;  // hear() answers
    }
    answer("ended failed no_such_certificate");
  }

  void leave() {
    years_.reset();
    desk_.serve(++visit_);
    answer("gone");
  }

  void hear() {
    for (auto const& letter : mailbox_.take()) {
      if (auto const* advanced = std::get_if<session::PrintAdvanced>(&letter.event);
          advanced != nullptr && advanced->holding && letter.visit == visit_) {
        answer("held " + std::string{name_of(*advanced->holding)});
      }
      auto const* ended = std::get_if<session::PrintEnded>(&letter.event);
      if (ended == nullptr) continue;
      printing_ = false;
      answer("ended " + std::string{journal::name_of(journal::state_of(ended->outcome))} + " " +
             std::string{ended->cause ? name_of(*ended->cause) : "-"});
    }
  }

  void settle(std::string const& id, std::string const& outcome) {
    auto const print = EntryId::parse(id);
    auto const done = print
                          ? journal_.settle(*print, outcome == "confirmed" ? protocol::PrintOutcome::confirmed
                                                                           : protocol::PrintOutcome::failed)
                          : Result<void>{print.failure()};
    courier_.kick();
    answer(done ? "settled" : "refused " + describe(done.failure()));
  }

  void quieten() {
    std::string why;
    for (int i = 0; i < 600; ++i) {
      auto const open = journal_.unsettled();
      auto const waiting = journal_.pending_count();
      bool const still = open && open->empty() && waiting && *waiting == 0 && !printing_;
      if (still) {
        auto const chain = journal_.check_chain();
        if (!chain) return answer("busy " + describe(chain.failure()));
        std::string said = "quiet";
        for (auto const& entry : must(journal_.unresolved())) said += " " + entry.id.text();
        return answer(said);
      }
      why = std::to_string(open ? open->size() : 0) + " open, " + std::to_string(waiting ? *waiting : -1) +
            " to deliver, printing " + (printing_ ? "yes" : "no");
      courier_.kick();
      std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
    answer("busy " + why);
  }

  WrongClock machine_;
  sync::ServerClock clock_{machine_};
  log::Logger logger_;
  journal::Journal journal_;
  cache::Cache cache_;
  std::unique_ptr<drivers::HttpCentral> for_visitors_, for_courier_, for_grants_;
  sync::KeyShelf keys_;
  drivers::IppPrinter printer_;
  sync::PersonLookup people_;
  sync::Courier courier_;
  sync::GrantDesk grants_;
  std::atomic<bool> printing_ = false;
  std::atomic<session::VisitId> visit_ = 1;
  runner::Mailbox mailbox_{[this] { hear(); }};
  runner::ConditionBoard board_{mailbox_};
  std::optional<protocol::PersonYears> years_;
  runner::PrintDesk desk_;  // last: its thread ends before what it uses
};

}  // namespace

int main(int argc, char** argv) {
  Orders orders;
  CLI::App app{"A kiosk without its window, for tests", "ce-test-kiosk"};
  app.add_option("--state", orders.state)->required();
  app.add_option("--central", orders.central)->required();
  app.add_option("--kiosk", orders.kiosk)->required();
  app.add_option("--key-file", orders.key)->required();
  app.add_option("--printer", orders.printer)->required();
  app.add_option("--prefix", orders.prefix)->required();
  app.add_option("--die-after", orders.die_after, "a step of settings::print_steps");
  app.add_option("--clock-hours", orders.clock_hours, "how far this machine's clock is off");
  CLI11_PARSE(app, argc, argv);
  std::filesystem::create_directories(orders.state);
  Kiosk{orders}.serve();
}
