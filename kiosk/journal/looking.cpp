#include "kiosk/journal/audit.h"
#include "kiosk/journal/outbox.h"
#include "kiosk/journal/state.h"
#include "kiosk/journal/stock.h"

namespace ce::journal {

Result<std::optional<PrintEntry>> Journal::find(EntryId const& print) const {
  return state_->alone([&](auto& database) { return read_entry(database, "print.id = $1", print.text()); });
}

Result<std::optional<PrintEntry>> Journal::standing(std::string const& certificate_number) const {
  return state_->alone([&](auto& database) {
    return read_entry(
        database,
        "print.certificate_number = $1 AND print.state <> 'failed' ORDER BY print.copy DESC LIMIT 1",
        certificate_number);
  });
}

Result<bool> Journal::has_used(EntryId const& grant) const {
  return state_->alone([&](auto& database) {
    return database.prepare("SELECT 1 FROM print WHERE grant_id = $1").bind(1, grant.text()).step();
  });
}

Result<std::vector<PrintEntry>> Journal::unsettled() const {
  return state_->alone([](auto& database) {
    return read_entries(database,
                        "print.state IN ('requested', 'submitting', 'submitted') ORDER BY print.seq");
  });
}

Result<std::vector<PrintEntry>> Journal::unresolved() const {
  return state_->alone(
      [](auto& database) { return read_entries(database, "print.state = 'unknown' ORDER BY print.seq"); });
}

Result<void> Journal::load_paper(PaperRange const& range) {
  return state_->in_transaction([&](storage::Database& database) -> Result<void> {
    auto const now = state_->clock->now();
    CE_TRY(bool const changed, load_range(database, state_->mark_file, range, now));
    if (!changed) return {};
    return post_event(database, {EntryId::make(), now,
                                 protocol::PaperLoaded{range.prefix, range.digits, range.first, range.last}});
  });
}

Result<void> Journal::could_load(PaperRange const& range) const {
  return state_->alone([&](auto& database) { return could_load_range(database, range); });
}

Result<void> Journal::void_blank(std::string const& number, std::string const& reason) {
  return state_->in_transaction([&](storage::Database& database) {
    return declare_void(database, number, reason, state_->clock->now());
  });
}

Result<void> Journal::top_sheet_is(std::int64_t serial, std::string const& reason) {
  return state_->in_transaction([&](storage::Database& database) {
    return skip_to(database, state_->mark_file, serial, reason, state_->clock->now());
  });
}

Result<bool> Journal::paper_check_due() const {
  return state_->alone([](auto& database) { return check_is_due(database); });
}

Result<std::optional<std::string>> Journal::next_blank() const {
  return state_->alone([](auto& database) -> Result<std::optional<std::string>> {
    CE_TRY(auto const current, current_range(database));
    if (!current || current->next > current->range.last) return std::optional<std::string>{};
    return std::optional{blank_number(current->range, current->next)};
  });
}

Result<PaperDay> Journal::paper_of(Date day) const {
  return state_->alone([&](auto& database) { return count_day(database, day); });
}

Result<std::vector<VoidBlank>> Journal::void_blanks_of(Date day) const {
  return state_->alone([&](auto& database) { return void_blanks(database, day); });
}

Result<PaperCount> Journal::paper() const {
  return state_->alone([](auto& database) { return count_paper(database); });
}

Result<std::vector<protocol::KioskEvent>> Journal::pending_outbox(std::size_t limit) const {
  CE_TRY(auto found, state_->alone([&](auto& database) { return pending_events(database, limit); }));
  for (auto const& event : found.unreadable) {
    state_->logger->event(log::Event::outbox_refused, {{"event", event.seq}, {"why", event.why}});
    CE_CHECK(state_->in_transaction([&](storage::Database& database) {
      return refuse_unreadable(database, event, state_->clock->now());
    }));
  }
  return std::move(found.events);
}

Result<std::int64_t> Journal::pending_count() const {
  return state_->alone([](auto& database) { return count_events(database, "pending"); });
}

Result<void> Journal::mark_delivered(EntryId const& event) {
  return state_->in_transaction([&](storage::Database& database) {
    return close_event(database, event, "delivered", {}, state_->clock->now());
  });
}

Result<void> Journal::mark_refused(EntryId const& event, std::string const& problem) {
  return state_->in_transaction([&](storage::Database& database) {
    return close_event(database, event, "refused", problem, state_->clock->now());
  });
}

Result<std::int64_t> Journal::refused_count() const {
  return state_->alone([](auto& database) { return count_events(database, "refused"); });
}

Result<void> Journal::check_chain() const {
  std::scoped_lock const alone{state_->mutex};
  return check_audit(state_->database);
}

}  // namespace ce::journal
