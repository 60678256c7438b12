#include "central/store/lost_prints.h"

#include <charconv>
#include <optional>
#include <string>

#include "shared/certificate/number.h"
#include "shared/grant/grant.h"

namespace ce::store {
namespace {

/// The counter that a number was taken from, and its place there.
struct Taken {
  std::string region;
  std::int64_t year = 0;
  std::int64_t sequence = 0;
};

/// Nothing where our rules cannot have made that number.
std::optional<Taken> taken_from(rulebook::Rulebook const& rules, std::string const& text) {
  constexpr std::size_t year_at = 6;
  int year = 0;
  if (text.size() < year_at + 2) return std::nullopt;
  if (std::from_chars(&text[year_at], &text[year_at + 2], year).ec != std::errc{}) return std::nullopt;
  auto const pack = rules.packs.of_year(2000 + year);
  if (!pack) return std::nullopt;
  auto const& numbering = (*pack)->switches.numbering;
  auto const examined = certificate::examine_number(text, rules.regions, numbering);
  if (!examined.valid || examined.normalized != text) return std::nullopt;
  auto const& number = *examined.number;
  for (auto const& region : rules.regions.all()) {
    if (certificate::region_digits(region.code, numbering) != number.region()) continue;
    return Taken{region.code, numbering.sequence_per_county_only ? 0 : number.year(), number.sequence()};
  }
  return std::nullopt;
}

/// The counter's last sequence; nobody else takes numbers of it until the transaction ends.
Result<std::int64_t> held_counter(storage::Database& database, Taken const& taken) {
  auto row = database.prepare(
      "INSERT INTO number_counters (region, year, last_sequence) VALUES ($1, $2, 0) ON CONFLICT (region, "
      "year) "
      "DO UPDATE SET last_sequence = number_counters.last_sequence RETURNING last_sequence");
  CE_CHECK(row.bind(1, taken.region).bind(2, taken.year).step());
  auto const last = row.integer(0);
  CE_CHECK(row.step());  // to its end: a statement that stands open would hold the transaction
  return last;
}

Result<void> move_on(storage::Database& database, Taken const& taken, std::int64_t last, Instant now) {
  auto insert = database.prepare(
      "INSERT INTO lost_numbers (region, year, first_sequence, last_sequence, why, noted_ms) "
      "VALUES ($1, $2, $3, $4, 'printed', $5)");
  insert.bind(1, taken.region).bind(2, taken.year).bind(3, last + 1).bind(4, taken.sequence);
  CE_CHECK(insert.bind(5, now.ms).run());
  auto update =
      database.prepare("UPDATE number_counters SET last_sequence = $3 WHERE region = $1 AND year = $2");
  return update.bind(1, taken.region).bind(2, taken.year).bind(3, taken.sequence).run();
}

Result<bool> is_lost(storage::Database& database, Taken const& taken) {
  auto row = database.prepare(
      "SELECT 1 FROM lost_numbers WHERE region = $1 AND year = $2 AND first_sequence <= $3 AND last_sequence "
      ">= "
      "$3");
  return row.bind(1, taken.region).bind(2, taken.year).bind(3, taken.sequence).step();
}

/// The first sheet of it that came out. Its first is found here: to put even no rows in order a file makes a
/// tree of its own for each question, and that cost more than all the rest of a look-up.
Result<std::optional<protocol::LostNumber>> first_lost_print(storage::Database& database,
                                                             std::string const& number) {
  using protocol::LostState;
  // A print of which its kiosk said that no sheet came out is none.
  auto row = database.prepare(
      "SELECT p.requested_ms, p.recorded_as FROM lost_prints p WHERE p.certificate = $1 AND COALESCE((SELECT "
      "o.outcome FROM print_outcomes o WHERE o.print_id = p.print_id AND o.kiosk = p.kiosk ORDER BY "
      "o.settled_ms DESC, o.entry_id DESC LIMIT 1), '') <> 'failed'");
  row.bind(1, number);
  std::optional<protocol::LostNumber> first;
  std::int64_t when = 0;
  for (;;) {
    CE_TRY(bool const more, row.step());
    if (!more) return first;
    if (first && row.integer(0) >= when) continue;
    when = row.integer(0);
    first = protocol::LostNumber{row.is_null(1) ? LostState::printed : LostState::replaced,
                                 china_date(Instant{when})};
  }
}

Result<bool> knows_grant(storage::Database& database, std::optional<EntryId> const& grant) {
  if (!grant) return true;  // a kiosk without grants: nothing to be learnt from it
  return database.prepare("SELECT 1 FROM print_grants WHERE id = $1").bind(1, grant->text()).step();
}

/// When this store was brought back last; nothing where it never was.
Result<std::optional<Instant>> brought_back(storage::Database& database) {
  auto row =
      database.prepare("SELECT began_ms FROM change_epoch WHERE id = 1 AND grants_from_ms IS NOT NULL");
  CE_TRY(bool const there, row.step());
  return there ? std::optional{Instant{row.integer(0)}} : std::nullopt;
}

}  // namespace

Result<Whose> whose_print(storage::Database& database, rulebook::Rulebook const& rules,
                          protocol::KioskEvent const& event, protocol::PrintRequested const& print,
                          Instant now) {
  auto row = database.prepare("SELECT issued_ms FROM certificates WHERE number = $1");
  CE_TRY(bool const known, row.bind(1, print.certificate_number).step());
  auto const issued = known ? row.integer(0) : 0;
  CE_TRY(auto const back, brought_back(database));
  if (!back) return known ? Whose::known : Whose::nobodys;
  if (known) {
    if (issued < back->ms) return Whose::known;
    if (event.at.ms + grant::clock_slack_ms < issued) return Whose::lost;
    CE_TRY(bool const ours, knows_grant(database, print.grant));
    return ours ? Whose::known : Whose::lost;
  }
  auto const taken = taken_from(rules, print.certificate_number);
  if (!taken) return Whose::nobodys;
  CE_TRY(auto const last, held_counter(database, *taken));
  if (taken->sequence > last) {
    CE_CHECK(move_on(database, *taken, last, now));
    return Whose::lost;
  }
  CE_TRY(bool const lost, is_lost(database, *taken));
  return lost ? Whose::lost : Whose::nobodys;
}

Result<void> keep_lost_print(storage::Database& database, std::string_view kiosk,
                             protocol::KioskEvent const& event, protocol::PrintRequested const& print,
                             Instant now) {
  auto insert = database.prepare(
      "INSERT INTO lost_prints (print_id, certificate, copy, blank_number, kiosk, requested_ms, received_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)");
  insert.bind(1, event.id.text()).bind(2, print.certificate_number).bind(3, print.copy);
  insert.bind(4, print.blank_number).bind(5, kiosk).bind(6, event.at.ms).bind(7, now.ms);
  return insert.run();
}

Result<std::optional<protocol::LostNumber>> lost_number(storage::Database& database,
                                                        rulebook::Rulebook const& rules,
                                                        std::string const& number) {
  CE_TRY(auto const printed, first_lost_print(database, number));
  if (printed) return printed;
  auto const taken = taken_from(rules, number);
  if (!taken) return std::optional<protocol::LostNumber>{};
  CE_TRY(bool const lost, is_lost(database, *taken));
  return lost ? std::optional{protocol::LostNumber{}} : std::nullopt;
}

Result<bool> is_lost_print(storage::Database& database, EntryId const& print) {
  return database.prepare("SELECT 1 FROM lost_prints WHERE print_id = $1").bind(1, print.text()).step();
}

}  // namespace ce::store
