#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "central/registration/actor.h"
#include "central/store/store.h"
#include "shared/protocol/messages.h"

namespace ce::registers {

inline constexpr int most_lines = 1000;  // of one page

/// Which lines; all conditions that are set must hold. Days are days in China, both ends included.
struct Filter {
  store::RegionScope scope;  // of the issuing region
  std::optional<int> year = {};
  std::optional<Date> issued_from = {};
  std::optional<Date> issued_to = {};
  std::optional<Date> printed_from = {};
  std::optional<Date> printed_to = {};
  std::string kiosk = {};

  /// Whether it asks for prints: they come in the order of time then, else certificates in that of numbers.
  [[nodiscard]] bool asks_for_prints() const { return printed_from || printed_to || !kiosk.empty(); }
};

/// One print of a certificate.
struct Print {
  std::string id;
  int copy = 1;
  std::string blank_number;  // N0
  std::string kiosk;
  std::string hall;
  Instant requested;
  std::optional<protocol::PrintOutcome> outcome;  // the latest told; nothing while none was
  std::string cause;                              // failure code or empty
};

/// A certificate with one of its prints, or without any.
struct Line {
  std::string number;
  SecretText name;  // as printed
  int year = 0;
  std::string region;
  std::string retired;  // "广东省广州市萝岗区" where the region it was issued under is no more, else empty
  std::string authority;
  Date issue_day;
  std::optional<Instant> revoked;
  std::string revoked_reason;
  std::string successor;    // the number that took its place, else empty
  std::string predecessor;  // the void number whose place it took, else empty
  std::optional<Print> print;
  /// A sheet whose certificate the store lost when it was brought back from a backup: number, print and
  /// successor (the certificate that took its place) are all that is known.
  bool lost = false;
};

/// Where a page begins: behind this line.
struct Key {
  std::string number;
  std::int64_t requested_ms = 0;
  std::string print;
  bool operator==(Key const&) const = default;
};

struct Page {
  std::vector<Line> lines;
  std::optional<Key> after;  // where the next page begins, if there is more
};

/// Whose numbers make the register of `scope`, ascending: its own, and for a county those of the retired ones
/// whose place it took (a city's codes cover its retired counties).
[[nodiscard]] std::vector<store::RegionScope> scopes_of(certificate::Regions const& regions,
                                                        store::RegionScope const& scope);

/// One page of the register. Sheets of lost certificates stand behind all others, on the last page and beyond
/// its limit: they are few, and none where the store never was brought back. Fails with input_invalid (limit
/// 1 to most_lines) and storage errors.
[[nodiscard]] Result<Page> lines_of(store::Store const& store, Filter const& filter, Key const& after = {},
                                    int limit = 100);

/// All lines, a page at a time. `take` may fail to end it.
[[nodiscard]] Result<void> for_each_line(store::Store const& store, Filter const& filter,
                                         std::function<Result<void>(Line const&)> const& take);

/// How many lines for_each_line() would give. Reads each of them, if not far: for whoever may wait.
[[nodiscard]] Result<std::int64_t> count_lines(store::Store const& store, Filter const& filter);

enum class Names : std::uint8_t { masked, whole };

/// Whole for the HRSS of the scope's region, of what took its place, or of one above; masked for everybody
/// else.
[[nodiscard]] Names names_for(certificate::Regions const& regions, registration::Actor const& actor,
                              store::RegionScope const& scope);

/// Whether a register of `own` holds that of `region`, a code that is or was.
[[nodiscard]] bool holds(certificate::Regions const& regions, store::RegionScope const& own,
                         std::string_view region);

}  // namespace ce::registers
