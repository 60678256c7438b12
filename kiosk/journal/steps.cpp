#include <algorithm>
#include <utility>

#include "kiosk/journal/ledger.h"
#include "kiosk/journal/outbox.h"
#include "kiosk/journal/state.h"
#include "kiosk/journal/stock.h"
#include "kiosk/journal/transition.h"

namespace ce::journal {
namespace {

Failure out_of_turn(PrintEntry const& entry, std::string_view wanted) {
  return {FailureCode::not_permitted, "print " + entry.id.text() + " is " +
                                          std::string{name_of(entry.state)} + " and cannot become " +
                                          std::string{wanted}};
}

void log_step(log::Logger const& logger, PrintEntry const& entry) {
  logger.event(log::Event::print_step, {{"print", entry.id.text()}, {"state", name_of(entry.state)}});
}

void log_outcome(log::Logger const& logger, PrintEntry const& entry) {
  auto const event =
      entry.state == PrintState::unknown ? log::Event::print_unresolved : log::Event::print_settled;
  logger.event(event, {{"print", entry.id.text()},
                       {"state", name_of(entry.state)},
                       {"cause", entry.cause ? name_of(*entry.cause) : std::string_view{}}});
}

}  // namespace

Result<PrintEntry> Journal::request(CertificateFacts const& certificate, int copy,
                                    std::optional<EntryId> const& grant) {
  if (certificate.number.empty() || copy < 1) {
    return Failure{FailureCode::input_invalid, "a print needs a certificate number and a copy from 1"};
  }
  auto const now = state_->clock->now();
  auto made = state_->in_transaction([&](storage::Database& database) -> Result<PrintEntry> {
    CE_CHECK(check_free(database, certificate, copy));
    CE_TRY(auto blank, take_blank(database, state_->mark_file));
    PrintEntry entry{.id = EntryId::make(),
                     .state = PrintState::requested,
                     .certificate = certificate,
                     .copy = copy,
                     .blank_number = std::move(blank),
                     .job = std::nullopt,
                     .cause = std::nullopt,
                     .requested_at = now,
                     .changed_at = now,
                     .grant = grant};
    CE_CHECK(insert_print(database, entry));
    CE_CHECK(note_blank_used(database, entry));
    CE_CHECK(post_event(
        database,
        {entry.id, now, protocol::PrintRequested{certificate.number, copy, entry.blank_number, grant}}));
    return entry;
  });
  if (made) log_step(*state_->logger, *made);
  return made;
}

Result<void> Journal::mark_submitting(EntryId const& print) {
  auto moved = state_->in_transaction([&](storage::Database& database) -> Result<PrintEntry> {
    CE_TRY(auto entry, must_find(database, print));
    if (entry.state != PrintState::requested) return out_of_turn(entry, "submitting");
    entry.state = PrintState::submitting;
    entry.changed_at = state_->clock->now();
    CE_CHECK(change(database, entry));
    return entry;
  });
  if (!moved) return moved.failure();
  log_step(*state_->logger, *moved);
  return {};
}

Result<void> Journal::mark_submitted(EntryId const& print, int job) {
  auto moved = state_->in_transaction([&](storage::Database& database) -> Result<PrintEntry> {
    CE_TRY(auto entry, must_find(database, print));
    if (entry.state == PrintState::submitted && entry.job == job) return entry;
    if (entry.state != PrintState::submitting) return out_of_turn(entry, "submitted");
    entry.state = PrintState::submitted;
    entry.job = job;
    entry.changed_at = state_->clock->now();
    CE_CHECK(change(database, entry));
    return entry;
  });
  if (!moved) return moved.failure();
  log_step(*state_->logger, *moved);
  return {};
}

Result<void> Journal::settle(EntryId const& print, protocol::PrintOutcome outcome,
                             std::optional<FailureCode> cause) {
  auto const now = state_->clock->now();
  auto settled =
      state_->in_transaction([&](storage::Database& database) -> Result<std::optional<PrintEntry>> {
        CE_TRY(auto entry, must_find(database, print));
        auto const target = state_of(outcome);
        if (entry.state == target) return std::optional<PrintEntry>{};
        if (!may_settle(entry.state, outcome)) return out_of_turn(entry, name_of(target));
        entry.state = target;
        entry.cause = cause;
        // Central takes the latest outcome for the true one: a clock that was set back must not make it an
        // earlier one.
        entry.changed_at = std::max(now, Instant{entry.changed_at.ms + 1});
        CE_CHECK(change(database, entry));
        if (outcome == protocol::PrintOutcome::failed) {
          CE_CHECK(journal::void_blank(database, entry, cause ? name_of(*cause) : std::string_view{"failed"},
                                       entry.changed_at));
        }
        CE_CHECK(post_event(
            database, {EntryId::make(), entry.changed_at, protocol::PrintSettled{entry.id, outcome, cause}}));
        return std::optional<PrintEntry>{std::move(entry)};
      });
  if (!settled) return settled.failure();
  if (*settled) log_outcome(*state_->logger, **settled);
  return {};
}

}  // namespace ce::journal
