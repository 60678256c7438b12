#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "kiosk/journal/recovery.h"
#include "ledger_room.h"
#include "spool_printer.h"

namespace ce::journal {
namespace {

using protocol::PrintOutcome;
using test::certificate;
using test::LedgerRoom;
using test::SpoolPrinter;

constexpr int steps_of_a_print = 5;

/// The first `steps` of one print, as the kiosk takes them.
void print(Journal& journal, SpoolPrinter& printer, CertificateFacts const& facts, int steps) {
  auto made = steps >= 1 ? journal.request(facts) : Result<PrintEntry>{Failure{}};
  if (!made) return;
  if (steps >= 2 && !journal.mark_submitting(made->id)) return;
  if (steps < 3) return;
  auto const job = printer.submit("%PDF", job_name(*made));
  if (!job) return;
  if (steps >= 4 && !journal.mark_submitted(made->id, job->value)) return;
  if (steps >= 5) (void)journal.settle(made->id, PrintOutcome::sent_to_printer);
}

/// Runs `life` in a process of its own that is killed by itself or, after `patience`, from outside.
template <class Life>
void live_and_die(Life life, std::optional<std::chrono::microseconds> patience) {
  pid_t const child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    life();
    raise(SIGKILL);
  }
  if (patience) {
    std::this_thread::sleep_for(*patience);
    kill(child, SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

/// No sheet without an entry, no certificate twice on paper, no event missing, no number used twice.
void expect_invariants(Journal& journal, SpoolPrinter& printer) {
  ASSERT_TRUE(journal.check_chain().ok()) << describe(journal.check_chain().failure());
  ASSERT_TRUE(journal.unsettled().value().empty());
  std::map<std::string, PrintEntry> prints;
  std::map<std::string, int> outcomes;
  std::set<std::string> blanks;
  auto const events = journal.pending_outbox(100'000).value();
  for (auto const& event : events) {
    if (auto const* settled = std::get_if<protocol::PrintSettled>(&event.what)) {
      ++outcomes[settled->print.text()];
      continue;
    }
    auto const entry = journal.find(event.id).value().value();
    EXPECT_TRUE(blanks.insert(entry.blank_number).second);
    prints.emplace(job_name(entry), entry);
  }
  for (auto const& [name, entry] : prints) {
    EXPECT_EQ(outcomes[entry.id.text()], 1) << "each print is settled once: " << name_of(entry.state);
  }
  std::set<std::string> on_paper;
  for (auto const& sheet : printer.sheets()) {
    ASSERT_TRUE(prints.contains(sheet)) << "a sheet without an entry";
    EXPECT_EQ(prints.at(sheet).state, PrintState::sent_to_printer);
    EXPECT_TRUE(on_paper.insert(prints.at(sheet).certificate.number).second) << "printed twice";
  }
  auto const paper = journal.paper().value();
  EXPECT_EQ(paper.used + paper.void_, static_cast<std::int64_t>(blanks.size()));
}

TEST(PowerCut, BetweenEachTwoStepsOfAPrint) {
  for (int steps = 0; steps <= steps_of_a_print; ++steps) {
    SCOPED_TRACE(steps);
    LedgerRoom const room;
    SpoolPrinter printer{room.directory / "spool"};
    live_and_die(
        [&] {
          auto journal = room.open();
          print(journal, printer, certificate(), steps);
        },
        std::nullopt);

    auto journal = room.open();
    EXPECT_FALSE(journal.set_aside().has_value());
    ASSERT_TRUE(Recovery(journal, printer, room.logger).run().ok());
    // The visitor comes back: a sheet if there is none yet, none if there is or may be one.
    print(journal, printer, certificate(), steps_of_a_print);
    auto const standing = journal.standing(certificate().number).value().value();
    if (steps == 2) {
      EXPECT_EQ(standing.state, PrintState::unknown) << "nobody can know whether the printer had it";
      EXPECT_EQ(printer.sheets().size(), 0U);
    } else {
      EXPECT_EQ(standing.state, PrintState::sent_to_printer);
      EXPECT_EQ(printer.sheets().size(), 1U);
    }
    expect_invariants(journal, printer);
  }
}

TEST(PowerCut, AtAnyMomentOfManyPrints) {
  LedgerRoom room;
  room.paper = {.prefix = "GD-", .digits = 6, .first = 1, .last = 900'000};
  SpoolPrinter printer{room.directory / "spool"};
  std::mt19937 chance{20261123};
  int next = 1;
  constexpr int lives = 40;
  int longest_us = 90'000;
  for (int life = 0; life < lives; ++life) {
    live_and_die(
        [&] {
          auto journal = room.open();
          (void)Recovery(journal, printer, room.logger).run();
          // Numbers of the life before are tried again: whoever got no sheet comes back.
          for (int number = std::max(1, next - 20); number < next + 400; ++number) {
            print(journal, printer, certificate(std::to_string(44'010'625'000'000 + number)), 5);
          }
        },
        std::chrono::microseconds{std::uniform_int_distribution<>{2'000, longest_us}(chance)});
    // On a slow machine none of the first ones came to a sheet.
    if (printer.sheets().empty()) longest_us = std::min(2 * longest_us, 2'000'000);
    next = static_cast<int>(printer.sheets().size()) + 1;
  }
  auto journal = room.open();
  EXPECT_FALSE(journal.set_aside().has_value());
  ASSERT_TRUE(Recovery(journal, printer, room.logger).run().ok());
  expect_invariants(journal, printer);
  EXPECT_GT(printer.sheets().size(), 0U);
  RecordProperty("sheets", static_cast<int>(printer.sheets().size()));
}

}  // namespace
}  // namespace ce::journal
