#include "faults/disk/print_day.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "kiosk/journal/recovery.h"
#include "kiosk/sync/delivery.h"

namespace ce::test {
namespace {

using journal::PrintState;
using protocol::PrintOutcome;

constexpr auto visitors = std::to_array<char const*>({"44010625000001", "44010625000002"});

bool on_paper(PrintState state) {
  return state == PrintState::sent_to_printer || state == PrintState::confirmed;
}

}  // namespace

PrintDay::PrintDay() {
  journal_ = std::make_unique<journal::Journal>(room_.open());
  journal_.reset();  // the file is there, as on any day but the first
}

void PrintDay::print(std::string const& number) {
  auto const entry = journal_->request(certificate(number));
  if (!entry) return;
  promised_.emplace_back(entry->id, PrintState::requested);
  if (!journal_->mark_submitting(entry->id)) return;
  promised_.emplace_back(entry->id, PrintState::submitting);
  auto const job = printer_.submit("%PDF", journal::job_name(*entry));
  if (!job) return;
  if (!journal_->mark_submitted(entry->id, job->value)) return;
  promised_.emplace_back(entry->id, PrintState::submitted);
  if (journal_->settle(entry->id, PrintOutcome::sent_to_printer)) {
    promised_.emplace_back(entry->id, PrintState::sent_to_printer);
  }
}

void PrintDay::deliver() {
  (void)sync::deliver_once(*journal_, *client_, room_.logger, 50);
}

void PrintDay::live() {
  auto opened = room_.try_open();
  if (!opened) return;
  journal_ = std::make_unique<journal::Journal>(std::move(opened).value());
  for (auto const* visitor : visitors) {
    print(visitor);
    deliver();
  }
}

void PrintDay::check(Result<void> const& done, std::string const& what) {
  if (!done) note(what + ": " + describe(done.failure()));
}

void PrintDay::staff_look() {
  auto const sheets = printer_.sheets();
  auto const unresolved = journal_->unresolved().value();
  for (auto const& entry : unresolved) {
    bool const out = std::find(sheets.begin(), sheets.end(), journal::job_name(entry)) != sheets.end();
    check(journal_->settle(entry.id, out ? PrintOutcome::confirmed : PrintOutcome::failed), "staff's word");
  }
}

std::vector<std::string> PrintDay::settle_up(bool restarted) {
  if (restarted || !journal_) {
    journal_.reset();
    auto opened = room_.try_open();
    if (!opened) {
      note("the ledger does not open: " + describe(opened.failure()));
      return wrong_;
    }
    journal_ = std::make_unique<journal::Journal>(std::move(opened).value());
    if (journal_->set_aside()) note("the ledger was set aside");
  }
  check(journal_->ready(), "not ready again");
  for (auto const& [id, state] : promised_) {
    auto const entry = journal_->find(id);
    if (!entry || !*entry) {
      note("a promised entry is gone");
    } else if (on_paper(state) && !on_paper((*entry)->state)) {
      note("a promised outcome is gone");
    }
  }
  auto const recovered = journal::Recovery(*journal_, printer_, room_.logger).run();
  if (!recovered) note("recovery: " + describe(recovered.failure()));
  for (auto const* visitor : visitors) {
    staff_look();
    print(visitor);
  }
  for (int round = 0; round < 5 && journal_->pending_count().value() > 0; ++round) deliver();
  compare_books();
  return wrong_;
}

void PrintDay::compare_books() {
  check(journal_->check_chain(), "audit chain");
  check(journal_->examine(), "integrity");
  if (!journal_->unsettled().value().empty()) note("a print is open");
  if (journal_->pending_count().value() != 0) note("an event is not delivered");
  if (journal_->refused_count().value() != 0) note("an event was refused");
  std::set<EntryId> events;
  std::set<std::string> blanks;
  std::map<std::string, PrintOutcome> outcomes;  // by job name, the last
  std::map<std::string, int> sheets_of;          // by certificate
  std::map<std::string, journal::PrintEntry> ledger;
  for (auto const& event : central_.accepted()) {
    if (!events.insert(event.id).second) note("accepted twice");
    if (auto const* settled = std::get_if<protocol::PrintSettled>(&event.what)) {
      outcomes.insert_or_assign("ce-print-" + settled->print.text(), settled->outcome);
    }
    auto const* print = std::get_if<protocol::PrintRequested>(&event.what);
    if (print == nullptr) continue;
    if (!blanks.insert(print->blank_number).second) note("a number twice");
    auto const entry = journal_->find(event.id).value();
    if (!entry) {
      note("in the register and not in the ledger");
    } else {
      ledger.emplace(journal::job_name(*entry), *entry);
    }
  }
  for (auto const& [name, entry] : ledger) {
    if (!outcomes.contains(name) || journal::state_of(outcomes.at(name)) != entry.state) {
      note("register and ledger differ about " + name);
    }
  }
  for (auto const& sheet : printer_.sheets()) {
    if (!ledger.contains(sheet) || !on_paper(ledger.at(sheet).state)) {
      note("a sheet without an entry");
    } else if (++sheets_of[ledger.at(sheet).certificate.number] > 1) {
      note("printed twice");
    }
  }
  if (sheets_of.size() != visitors.size()) note("a visitor went without");
  if (auto const paper = journal_->paper().value();
      paper.used + paper.void_ != static_cast<std::int64_t>(blanks.size())) {
    note("a number is missing");
  }
}

}  // namespace ce::test
