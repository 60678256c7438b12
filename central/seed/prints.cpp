#include "central/seed/prints.h"

#include <array>
#include <cstdio>

#include "shared/protocol/names.h"

namespace ce::seed {
namespace {

constexpr std::int64_t print_takes_ms = 21'000;

std::string_view cause_of(protocol::PrintOutcome outcome) {
  return outcome == protocol::PrintOutcome::failed ? name_of(FailureCode::printer_jammed)
                                                   : std::string_view{};
}

}  // namespace

EntryId make_entry_id(Random& random) {
  auto const high = (random.next() & 0xFFFFFFFFFFFF0FFFU) | 0x4000U;
  auto const low = (random.next() & 0x3FFFFFFFFFFFFFFFU) | 0x8000000000000000U;
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%08x-%04x-%04x-%04x-%012llx", static_cast<unsigned>(high >> 32U),
                static_cast<unsigned>((high >> 16U) & 0xFFFFU), static_cast<unsigned>(high & 0xFFFFU),
                static_cast<unsigned>(low >> 48U), static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFU));
  return EntryId::parse(text.data()).value();
}

Result<void> PrintWriter::write(Random& random, PastPrint const& print) {
  ++written_;
  std::array<char, 16> blank{};
  std::snprintf(blank.data(), blank.size(), "A%08d", written_);
  auto const print_id = make_entry_id(random);
  auto insert = database_.prepare(
      "INSERT INTO issue_register (print_id, certificate, copy, blank_number, kiosk, requested_ms, "
      "received_ms) "
      "VALUES ($1, $2, 1, $3, $4, $5, $6)");
  insert.bind(1, print_id.text()).bind(2, print.number).bind(3, blank.data()).bind(4, print.kiosk);
  CE_CHECK(insert.bind(5, print.at.ms).bind(6, print.at.ms + 800).run());
  if (!print.outcome) return {};
  auto settle = database_.prepare(
      "INSERT INTO print_outcomes (entry_id, print_id, kiosk, outcome, cause, settled_ms, received_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)");
  settle.bind(1, make_entry_id(random).text()).bind(2, print_id.text()).bind(3, print.kiosk);
  settle.bind(4, protocol::word_of(*print.outcome)).bind(5, cause_of(*print.outcome));
  settle.bind(6, print.at.ms + print_takes_ms).bind(7, print.at.ms + print_takes_ms + 700);
  return settle.run();
}

}  // namespace ce::seed
