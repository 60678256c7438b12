#include "central/store/event_facts.h"

#include "shared/protocol/names.h"

namespace ce::store {
namespace {

using protocol::Acceptance;
using Fact = std::optional<Acceptance>;

struct Facts {
  storage::Database& database;
  std::string_view kiosk;
  protocol::KioskEvent const& event;

  Result<Fact> operator()(protocol::PrintRequested const& print) const {
    auto row = database.prepare(
        "SELECT CASE WHEN kiosk = $2 AND certificate = $3 AND copy = $4 AND blank_number = $5 THEN 1 ELSE 0 "
        "END "
        "FROM (SELECT print_id, kiosk, certificate, copy, blank_number FROM issue_register UNION ALL "
        "SELECT print_id, kiosk, certificate, copy, blank_number FROM lost_prints) p WHERE print_id = $1");
    row.bind(1, event.id.text()).bind(2, kiosk).bind(3, print.certificate_number).bind(4, print.copy);
    return found(row.bind(5, print.blank_number));
  }

  Result<Fact> operator()(protocol::PrintSettled const& settled) const {
    auto row = database.prepare(
        "SELECT CASE WHEN kiosk = $2 AND print_id = $3 AND outcome = $4 THEN 1 ELSE 0 END FROM "
        "print_outcomes "
        "WHERE entry_id = $1");
    row.bind(1, event.id.text()).bind(2, kiosk).bind(3, settled.print.text());
    return found(row.bind(4, protocol::word_of(settled.outcome)));
  }

  Result<Fact> operator()(protocol::KioskNoted const& noted) const {
    auto row = database.prepare(
        "SELECT CASE WHEN kiosk = $2 AND kind = $3 THEN 1 ELSE 0 END FROM kiosk_notes WHERE entry_id = $1");
    row.bind(1, event.id.text()).bind(2, kiosk);
    return found(row.bind(3, protocol::word_of(noted.kind)));
  }

  Result<Fact> operator()(protocol::PaperLoaded const&) const { return Fact{}; }
  Result<Fact> operator()(protocol::BlankVoided const&) const { return Fact{}; }

 private:
  static Result<Fact> found(storage::Statement& row) {
    CE_TRY(bool const there, row.step());
    if (!there) return Fact{};
    return Fact{row.integer(0) != 0 ? Acceptance::accepted : Acceptance::conflict};
  }
};

}  // namespace

Result<Fact> fact_of(storage::Database& database, std::string_view kiosk, protocol::KioskEvent const& event) {
  return std::visit(Facts{database, kiosk, event}, event.what);
}

}  // namespace ce::store
