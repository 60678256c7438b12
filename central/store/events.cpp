#include "central/changes/touch.h"
#include "central/store/digest.h"
#include "central/store/event_facts.h"
#include "central/store/event_places.h"
#include "central/store/grant_consumption.h"
#include "central/store/lost_prints.h"
#include "central/store/store.h"
#include "central/store/words.h"
#include "shared/protocol/json.h"

namespace ce::store {
namespace {

using protocol::Acceptance;
using protocol::EventReply;
using protocol::KioskEvent;

/// What an event does to the tables; the text is why it was refused, empty where it was not.
struct Effect {
  storage::Database& database;
  Rulebook const& rules;
  std::string_view kiosk;
  KioskEvent const& event;
  Instant now;

  Result<std::string> operator()(protocol::PrintRequested const& print) const {
    CE_TRY(auto const whose, whose_print(database, rules, event, print, now));
    if (whose == Whose::nobodys) {
      CE_CHECK(note_ungranted(database, kiosk, now));
      return std::string{"没有编号为该号码的证书"};
    }
    if (whose == Whose::lost) {
      CE_CHECK(keep_lost_print(database, kiosk, event, print, now));
      return std::string{};
    }
    CE_TRY(auto const use, consume_grant(database, kiosk, event, print, now));
    if (!use.allowed) CE_CHECK(note_ungranted(database, kiosk, now));
    auto insert = database.prepare(
        "INSERT INTO issue_register (print_id, certificate, copy, blank_number, kiosk, requested_ms, "
        "received_ms, grant_id, grant_standing) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    insert.bind(1, event.id.text()).bind(2, print.certificate_number).bind(3, print.copy);
    insert.bind(4, print.blank_number).bind(5, kiosk).bind(6, event.at.ms).bind(7, now.ms);
    insert.bind(8, print.grant ? std::optional{print.grant->text()} : std::nullopt).bind(9, use.standing);
    CE_CHECK(insert.run());
    return std::string{};
  }

  Result<std::string> operator()(protocol::PrintSettled const& settled) const {
    auto owner = database.prepare(
        "SELECT kiosk FROM issue_register WHERE print_id = $1 UNION ALL "
        "SELECT kiosk FROM lost_prints WHERE print_id = $1");
    CE_TRY(bool const known, owner.bind(1, settled.print.text()).step());
    if (known && owner.text(0) != kiosk) return std::string{"该打印由另一台终端登记"};
    auto insert = database.prepare(
        "INSERT INTO print_outcomes (entry_id, print_id, kiosk, outcome, cause, settled_ms, received_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)");
    insert.bind(1, event.id.text()).bind(2, settled.print.text()).bind(3, kiosk);
    insert.bind(4, protocol::word_of(settled.outcome));
    insert.bind(5, settled.cause ? name_of(*settled.cause) : std::string_view{});
    insert.bind(6, event.at.ms).bind(7, now.ms);
    CE_CHECK(insert.run());
    return std::string{};
  }

  // The paper's events: central keeps the same books as the kiosk, so that a report of either is the other's.

  Result<std::string> operator()(protocol::PaperLoaded const& loaded) const {
    auto upsert = database.prepare(
        "INSERT INTO paper_ranges (kiosk, prefix, digits, first_number, last_number, loaded_ms, received_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (kiosk, prefix, digits, first_number) DO UPDATE SET "
        "last_number = excluded.last_number");
    upsert.bind(1, kiosk).bind(2, loaded.prefix).bind(3, std::int64_t{loaded.digits});
    upsert.bind(4, loaded.first).bind(5, loaded.last).bind(6, event.at.ms).bind(7, now.ms);
    CE_CHECK(upsert.run());
    return std::string{};
  }

  Result<std::string> operator()(protocol::BlankVoided const& voided) const {
    auto insert = database.prepare(
        "INSERT INTO blank_voids (kiosk, blank_number, reason, voided_ms, received_ms) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (kiosk, blank_number) DO NOTHING");
    insert.bind(1, kiosk).bind(2, voided.blank_number).bind(3, voided.reason);
    CE_CHECK(insert.bind(4, event.at.ms).bind(5, now.ms).run());
    return std::string{};
  }

  Result<std::string> operator()(protocol::KioskNoted const& noted) const {
    auto insert = database.prepare(
        "INSERT INTO kiosk_notes (entry_id, kiosk, kind, detail, noted_ms, received_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6)");
    insert.bind(1, event.id.text()).bind(2, kiosk).bind(3, protocol::word_of(noted.kind));
    CE_CHECK(insert.bind(4, noted.detail).bind(5, event.at.ms).bind(6, now.ms).run());
    return std::string{};
  }
};

Result<std::optional<EventReply>> earlier_reply(storage::Database& database, std::string_view kiosk,
                                                KioskEvent const& event, std::string_view body_hash) {
  auto row =
      database.prepare("SELECT kiosk, body_hash, acceptance, problem FROM kiosk_events WHERE entry_id = $1");
  CE_TRY(bool const there, row.bind(1, event.id.text()).step());
  if (!there) return std::optional<EventReply>{};
  if (row.text(0) != kiosk || row.text(1) != body_hash) {
    return std::optional{EventReply{event.id, Acceptance::conflict, "同一编号的事件已收到，但内容不同"}};
  }
  CE_TRY(auto const acceptance, from_protocol_word<Acceptance>(row.text(2)));
  return std::optional{EventReply{event.id, acceptance, row.text(3)}};
}

struct Applied {
  EventReply reply;
  bool fresh = false;  // accepted now and not before
};

Result<Applied> apply(storage::Database& database, Rulebook const& rules, std::string_view kiosk,
                      KioskEvent const& event, Instant now) {
  auto const body_hash = sha256_hex(protocol::write(event));
  CE_TRY(auto earlier, earlier_reply(database, kiosk, event, body_hash));
  if (earlier) {
    CE_CHECK(note_place(database, kiosk, event));
    return Applied{std::move(*earlier)};
  }
  CE_TRY(auto const fact, fact_of(database, kiosk, event));
  if (fact) {
    bool const same = *fact == Acceptance::accepted;
    return Applied{{event.id, *fact, same ? "" : "同一编号的事件已收到，但内容不同"}};
  }
  CE_TRY(bool const taken, place_is_taken(database, kiosk, event));
  // A sheet may have come out of it all the same: a print is in the register whatever its ledger is.
  if (taken && !std::holds_alternative<protocol::PrintRequested>(event.what)) {
    return Applied{{event.id, Acceptance::conflict, "台账中这个序号已是另一事件：终端的台账可能是旧的副本"}};
  }
  CE_TRY(auto problem, std::visit(Effect{database, rules, kiosk, event, now}, event.what));
  EventReply reply{event.id, problem.empty() ? Acceptance::accepted : Acceptance::refused,
                   std::move(problem)};
  auto insert = database.prepare(
      "INSERT INTO kiosk_events (entry_id, kiosk, body_hash, acceptance, problem, received_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6)");
  insert.bind(1, event.id.text()).bind(2, kiosk).bind(3, body_hash);
  insert.bind(4, protocol::word_of(reply.acceptance)).bind(5, reply.problem).bind(6, now.ms);
  CE_CHECK(insert.run());
  if (!taken) CE_CHECK(note_place(database, kiosk, event));
  bool const fresh = reply.acceptance == Acceptance::accepted;
  return Applied{std::move(reply), fresh};
}

/// A blank that is used again was not spoiled by the print that failed on it (central/registers).
Result<void> add_holders_of_blank(storage::Database& database, protocol::PrintRequested const& print,
                                  std::vector<std::string>& numbers) {
  if (print.blank_number.empty()) return {};
  auto rows = database.prepare(
      "SELECT DISTINCT certificate FROM issue_register WHERE blank_number = $1 AND certificate <> $2");
  rows.bind(1, print.blank_number).bind(2, print.certificate_number);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    numbers.push_back(rows.text(0));
  }
}

/// Tells the delta which certificates these events are about; last in the transaction.
Result<void> tell_printed(storage::Database& database, std::span<KioskEvent const> events) {
  std::vector<std::string> numbers;
  auto row = database.prepare("SELECT certificate FROM issue_register WHERE print_id = $1");
  for (auto const& event : events) {
    if (auto const* print = std::get_if<protocol::PrintRequested>(&event.what)) {
      numbers.push_back(print->certificate_number);
      CE_CHECK(add_holders_of_blank(database, *print, numbers));
    } else if (auto const* settled = std::get_if<protocol::PrintSettled>(&event.what)) {
      CE_TRY(bool const there, row.bind(1, settled->print.text()).step());
      if (there) numbers.push_back(row.text(0));
    }
  }
  return changes::certificates_changed(database, numbers);
}

}  // namespace

Result<std::vector<EventReply>> Store::apply_events(std::string_view kiosk,
                                                    std::span<KioskEvent const> events, Instant now,
                                                    NoteEvent const& note) {
  std::vector<EventReply> replies;
  auto const work = [&](storage::Database& database) -> Result<void> {
    replies.clear();
    std::vector<KioskEvent const*> fresh;
    for (auto const& event : events) {
      CE_TRY(auto applied, apply(database, rules(), kiosk, event, now));
      replies.push_back(std::move(applied.reply));
      if (applied.fresh) fresh.push_back(&event);
    }
    CE_CHECK(tell_printed(database, events));
    if (!note) return {};
    for (auto const* event : fresh) CE_CHECK(note(database, *event));
    return {};
  };
  // What has been stored is told again, by its id.
  auto const done = write(work, storage::Isolation::serializable, Unanswered::repeat);
  if (!done) return done.failure();
  return replies;
}

}  // namespace ce::store
