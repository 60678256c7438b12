// Mischief at every byte of a kiosk's sessions with central; one line of a table for each kind, see
// session_faults.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "faults/session/delta_session.h"
#include "faults/session/kiosk_session.h"
#include "faults/session/renewal_session.h"

namespace {

using namespace ce::test;

struct Orders {
  Place place;
  int central = 0;
  std::string number;     // the delta's session; empty: the visit's
  bool renewal = false;   // that one instead
  std::size_t step = 1;   // every STEPth byte
  std::size_t share = 0;  // of these every SHARESth, from this one on
  std::size_t shares = 1;
};

struct Sums {
  std::size_t places = 0;
  int cases = 0;
  int found = 0;
};

/// `size`: of a session; others are longer, so that it goes on until many have no such byte.
Sums every_byte(Trial& session, Mischief mischief, std::size_t size, Orders const& orders) {
  Sums sums;
  // Of what strikes a message as a whole the byte says only which: some of each are enough.
  auto const step = is_answer(mischief) ? 1 : std::max<std::size_t>(orders.step, is_whole(mischief) ? 16 : 1);
  auto const first = static_cast<std::size_t>(mischief) * 13 % step + orders.share * step;
  int const enough = is_answer(mischief) || orders.step > 1 ? 0 : 20;
  int missed = 0;
  for (std::size_t at = first; at < size || missed < enough; at += step * orders.shares) {
    auto const wrong = session.run(mischief, at);
    sums.found += wrong.empty() ? 0 : 1;
    for (auto const& line : wrong) {
      std::cerr << session.name() << ", " << name_of(mischief) << ", at " << at << ": " << line << '\n';
    }
    missed = session.struck() ? 0 : missed + 1;
    if (!session.struck()) continue;
    ++sums.cases;
    sums.places = at + 1;
  }
  return sums;
}

std::unique_ptr<Trial> session_of(Orders const& orders, BadProxy& proxy) {
  if (orders.renewal) return std::make_unique<RenewalSession>(orders.place, proxy);
  if (orders.number.empty()) return std::make_unique<KioskSession>(orders.place, proxy);
  return std::make_unique<DeltaSession>(orders.place, orders.number, proxy);
}

}  // namespace

int main(int argc, char** argv) {
  Orders orders;
  CLI::App app{"Mischief at every byte of a kiosk's sessions with central", "ce-test-session"};
  app.add_option("--central-port", orders.central)->required();
  app.add_option("--state", orders.place.state)->required();
  auto* const key = app.add_option("--key-file", orders.place.key);
  auto* const identity =
      app.add_option("--identity", orders.place.identity, "of a kiosk that comes by mutual TLS");
  identity->excludes(key);
  app.add_option("--kiosk", orders.place.kiosk)->required();
  app.add_option("--people", orders.place.people, "identity numbers")->delimiter(',');
  app.add_option("--delta", orders.number, "the delta's session, which looks that certificate up");
  app.add_flag("--renewal", orders.renewal, "the session of the next certificate")->needs(identity);
  app.add_option("--step", orders.step, "take every STEPth byte; 1: each");
  app.add_option("--share", orders.share, "of these every SHARESth, from this one on");
  app.add_option("--shares", orders.shares);
  CLI11_PARSE(app, argc, argv);
  std::filesystem::create_directories(orders.place.state);
  bool const readable = orders.place.identity.empty();
  BadProxy proxy{orders.central, readable};
  auto const session = session_of(orders, proxy);
  session->measure();
  auto const whole = session->measure();
  int found = 0;
  for (int kind = 1; kind < static_cast<int>(Mischief::none_such); ++kind) {
    auto const mischief = static_cast<Mischief>(kind);
    if (!befalls(mischief, readable) || !session->takes(mischief)) continue;
    std::size_t const size = is_answer(mischief)   ? whole.requests
                             : goes_down(mischief) ? whole.down
                                                   : whole.up;
    auto const sums = every_byte(*session, mischief, size, orders);
    found += sums.found;
    std::cout << session->name() << (readable ? ": " : " by mutual TLS: ") << name_of(mischief) << '|'
              << sums.places << '|' << sums.cases << '|' << sums.found << std::endl;
  }
  return found == 0 ? 0 : 1;
}
