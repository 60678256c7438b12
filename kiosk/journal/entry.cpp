#include "kiosk/journal/entry.h"

#include <array>
#include <cstdlib>

namespace ce::journal {
namespace {

constexpr auto names = std::to_array<std::string_view>(
    {"requested", "submitting", "submitted", "sent_to_printer", "confirmed", "failed", "unknown"});

}  // namespace

std::string_view name_of(PrintState state) {
  return names.at(static_cast<std::size_t>(state));
}

std::optional<PrintState> print_state_named(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names.at(i) == name) return static_cast<PrintState>(i);
  }
  return std::nullopt;
}

PrintState state_of(protocol::PrintOutcome outcome) {
  switch (outcome) {
    case protocol::PrintOutcome::sent_to_printer:
      return PrintState::sent_to_printer;
    case protocol::PrintOutcome::confirmed:
      return PrintState::confirmed;
    case protocol::PrintOutcome::failed:
      return PrintState::failed;
    case protocol::PrintOutcome::unknown:
      return PrintState::unknown;
  }
  std::abort();
}

std::string job_name(PrintEntry const& entry) {
  return "ce-print-" + entry.id.text();
}

}  // namespace ce::journal
