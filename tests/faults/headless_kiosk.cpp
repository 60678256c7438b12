// A kiosk without its window: kiosk/start's own Backstage, told by lines on standard input what its visitor
// does. Each line is answered by one line.
//
//   visit ID-NUMBER    lays a card: "printable N1,N2 ..." (certificate numbers), or "fault CODE"
//   print NUMBER       presses 打印: "ended OUTCOME CAUSE" at the end, "held CODE" each time a job stands
//                      still
//   leave              ends the visit: "gone"
//   quiet              waits until nothing is open: "quiet UNRESOLVED-IDS" once every print is settled and
//   delivered,
//                      the audit chain recomputed; "busy WHY" after a minute
//   settle ID OUTCOME  staff's word on an unknown print: "settled"
//   years ID-NUMBER    lays a card: "years central|cache YEAR:PACK:complete|incomplete:STATE:NUMBER ..."
//   ledger             "ledger STANDING EVENTS PENDING REFUSED READY"
//   code NUMBER        "code TEXT": what the QR code of that sheet holds, of the person who was looked up
//   verify WHAT        a number is typed, or a code scanned: "verified VERDICT", as the screen says it, or
//                      "verified fault CODE"
//   region             "region COUNT AS-OF-MS KINDS": what the copy of the region holds
//   accept SERIAL      staff take the ledger over: "accepted" or "refused WHY"
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <sstream>
#include <thread>

#include "kiosk/present/present.h"
#include "kiosk/start/backstage.h"
#include "kiosk/start/read_vocabulary.h"
#include "shared/protocol/names.h"

namespace {

using namespace ce;

struct Orders {
  settings::Settings settings;
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

/// Quicker to give up and to come back than a hall's.
start::Pace pace() {
  using std::chrono::milliseconds;
  return {.central_connect = milliseconds{500},
          .central_answer = milliseconds{1000},
          .printer_connect = milliseconds{500},
          .printer_answer = milliseconds{700},
          .courier = {milliseconds{200}, milliseconds{1000}, milliseconds{1000}, 50},
          .delta = milliseconds{2000}};
}

class Kiosk {
 public:
  explicit Kiosk(Orders const& orders)
      : machine_(orders.clock_hours),
        logger_(must(log::Logger::to_file(orders.settings.storage / "kiosk.log", 10U << 20U, 2))),
        words_(must(start::read_vocabulary(CE_SOURCE_DIR "/assets"))),
        parts_(must(start::Backstage::open(
            {&orders.settings, &clock_, &logger_, &mailbox_, &board_, &words_, [] {}}, pace()))) {}

  void serve() {
    parts_->start();
    parts_->desk().serve(visit_);
    answer("ready");
    for (std::string line; std::getline(std::cin, line);) obey(line);
  }

 private:
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
    if (verb == "region") return region();
    if (verb == "code") return code_of(what);
    if (verb == "verify") return verify(what);
    if (verb == "accept") return accept(what);
    answer("what");
  }

  void look_up(std::string const& id_number) {
    auto found = parts_->people().find({SecretText{id_number}, protocol::ByCard{}});
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
    auto found = parts_->people().find({SecretText{id_number}, protocol::ByCard{}});
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
    auto const ready = journal().ready();
    answer("ledger " + std::string{name_of(must(journal().standing()))} + " " +
           std::to_string(must(journal().newest_place()).number) + " " +
           std::to_string(must(journal().pending_count())) + " " +
           std::to_string(must(journal().refused_count())) + " " +
           (ready ? "ready" : std::string{name_of(ready.failure().code)}));
  }

  void region() {
    auto const place = must(parts_->region().place());
    answer("region " + std::to_string(must(parts_->region().count())) + " " +
           std::to_string(place.as_of ? place.as_of->ms : 0) + " " + place.kinds);
  }

  void code_of(std::string const& number) {
    std::string code;
    if (years_) {
      for (auto const& year : years_->years) {
        if (year.certificate.number == number) code = year.certificate.verify_url;
      }
    }
    answer("code " + code);
  }

  void verify(std::string const& what) {
    bool const typed = what.find_first_not_of("0123456789") == std::string::npos;
    if (typed) parts_->inquiries().verify({what}, visit_);
    if (!typed) parts_->inquiries().examine({what}, visit_);
  }  // hear() answers

  void verified(session::VerifyResult shown) {
    session::State state;
    state.stage = std::move(shown);
    auto const view = present::present(state, {"", clock_.now(), clock_.tick()}, words_.of({}));
    answer("verified " + std::get<present::VerifyResultView>(view.body).verdict.text);
  }

  void accept(std::string const& serial) {
    auto const done = journal().take_over(std::stoll(serial));
    answer(done ? "accepted" : "refused " + describe(done.failure()));
  }

  void print(std::string const& number) {
    if (!years_) return answer("ended failed nobody_here");
    for (auto const& year : years_->years) {
      if (year.certificate.number != number) continue;
      printing_ = true;
      parts_->desk().print({years_->name, year.year, year.certificate}, visit_);
      return;  // hear() answers
    }
    answer("ended failed no_such_certificate");
  }

  void leave() {
    years_.reset();
    parts_->desk().serve(++visit_);
    answer("gone");
  }

  journal::Journal& journal() { return parts_->journal(); }

  void hear() {
    for (auto const& letter : mailbox_.take()) {
      if (auto const* advanced = std::get_if<session::PrintAdvanced>(&letter.event);
          advanced != nullptr && advanced->holding && letter.visit == visit_) {
        answer("held " + std::string{name_of(*advanced->holding)});
      }
      if (auto const* told = std::get_if<session::Verified>(&letter.event)) verified({told->answer});
      if (auto const* told = std::get_if<session::TokenExamined>(&letter.event)) verified({told->answer});
      if (auto const* told = std::get_if<session::VerifyFailed>(&letter.event))
        answer("verified fault " + std::string{name_of(told->code)});
      auto const* ended = std::get_if<session::PrintEnded>(&letter.event);
      if (ended == nullptr) continue;
      printing_ = false;
      answer("ended " + std::string{journal::name_of(journal::state_of(ended->outcome))} + " " +
             std::string{ended->cause ? name_of(*ended->cause) : "-"});
    }
  }

  void settle(std::string const& id, std::string const& outcome) {
    auto const print = EntryId::parse(id);
    auto const done =
        print ? journal().settle(*print, outcome == "confirmed" ? protocol::PrintOutcome::confirmed
                                                                : protocol::PrintOutcome::failed)
              : Result<void>{print.failure()};
    parts_->courier().kick();
    answer(done ? "settled" : "refused " + describe(done.failure()));
  }

  void quieten() {
    std::string why;
    for (int i = 0; i < 600; ++i) {
      auto const open = journal().unsettled();
      auto const waiting = journal().pending_count();
      bool const still = open && open->empty() && waiting && *waiting == 0 && !printing_;
      if (still) {
        auto const chain = journal().check_chain();
        if (!chain) return answer("busy " + describe(chain.failure()));
        std::string said = "quiet";
        for (auto const& entry : must(journal().unresolved())) said += " " + entry.id.text();
        return answer(said);
      }
      why = std::to_string(open ? open->size() : 0) + " open, " + std::to_string(waiting ? *waiting : -1) +
            " to deliver, printing " + (printing_ ? "yes" : "no");
      parts_->courier().kick();
      std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
    answer("busy " + why);
  }

  WrongClock machine_;
  sync::ServerClock clock_{machine_};
  log::Logger logger_;
  present::Vocabulary words_;
  std::atomic<bool> printing_ = false;
  std::atomic<session::VisitId> visit_ = 1;
  runner::Mailbox mailbox_{[this] { hear(); }};
  runner::ConditionBoard board_{mailbox_};
  std::optional<protocol::PersonYears> years_;
  std::unique_ptr<start::Backstage> parts_;  // last: its threads end before what they use
};

}  // namespace

int main(int argc, char** argv) {
  Orders orders;
  auto& settings = orders.settings;
  settings.paper.digits = 6;
  settings.paper.last = 999'999;
  settings.cache.people = 1000;
  CLI::App app{"A kiosk without its window, for tests", "ce-test-kiosk"};
  app.add_option("--state", settings.storage)->required();
  app.add_option("--central", settings.central.url)->required();
  app.add_option("--kiosk", settings.central.kiosk_id)->required();
  app.add_option("--key-file", settings.central.key_file)->required();
  app.add_option("--printer", settings.printer_uri)->required();
  app.add_option("--prefix", settings.paper.blank_prefix)->required();
  app.add_option("--cache", settings.cache.policy, "nobody, seen or region, as in kiosk.toml");
  app.add_option("--die-after", settings.testing.die_after, "a step of settings::print_steps");
  app.add_option("--clock-hours", orders.clock_hours, "how far this machine's clock is off");
  CLI11_PARSE(app, argc, argv);
  std::filesystem::create_directories(settings.storage);
  Kiosk{orders}.serve();
}
