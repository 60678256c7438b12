// ce-test-session: mischief at every byte of a session between one kiosk and a real ce-central. Prints a row
// of the table for each kind; session_faults starts central, and compares the register with the ledger at the
// end.
#include <CLI/CLI.hpp>
#include <iostream>

#include "faults/session/kiosk_session.h"

namespace {

using namespace ce::test;

struct Sums {
  int cases = 0;
  int found = 0;
};

Sums every_byte(KioskSession& session, Mischief mischief, std::size_t size, std::size_t step,
                std::size_t first) {
  Sums sums;
  for (std::size_t at = first % step; at < size; at += step) {
    auto const wrong = session.run(mischief, at);
    ++sums.cases;
    sums.found += wrong.empty() ? 0 : 1;
    for (auto const& line : wrong) {
      std::cerr << name_of(mischief) << ", at " << at << ": " << line << '\n';
    }
  }
  return sums;
}

}  // namespace

int main(int argc, char** argv) {
  KioskSession::Place place;
  int central = 0;
  std::size_t step = 1;
  CLI::App app{"Mischief at every byte of a kiosk's session with central", "ce-test-session"};
  app.add_option("--central-port", central)->required();
  app.add_option("--state", place.state)->required();
  app.add_option("--key-file", place.key)->required();
  app.add_option("--kiosk", place.kiosk)->required();
  app.add_option("--people", place.people, "identity numbers")->required()->delimiter(',');
  app.add_option("--step", step, "take every STEPth byte; 1: each");
  CLI11_PARSE(app, argc, argv);
  std::filesystem::create_directories(place.state);
  BadProxy proxy{central};
  KioskSession session{place, proxy};
  session.measure();
  auto const whole = session.measure();
  int found = 0;
  for (int kind = 1; kind < static_cast<int>(Mischief::none_such); ++kind) {
    auto const mischief = static_cast<Mischief>(kind);
    std::size_t const size = is_answer(mischief)   ? whole.requests
                             : goes_down(mischief) ? whole.down
                                                   : whole.up;
    auto const sums = every_byte(session, mischief, size, is_answer(mischief) ? 1 : step,
                                 static_cast<std::size_t>(kind) * 13);
    found += sums.found;
    std::cout << "| " << name_of(mischief) << " | " << size << " | " << sums.cases << " | " << sums.found
              << " |" << std::endl;
  }
  return found == 0 ? 0 : 1;
}
