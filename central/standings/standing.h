#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/units.h"
#include "shared/credit/pack.h"
#include "shared/storage/database.h"

namespace ce::standings {

/// Where a person's year is.
enum class State : std::uint8_t {
  nothing,     // no study of that year
  incomplete,  // some (article 3)
  ready,       // complete, no certificate in force: may be issued (article 14)
  issued,      // a certificate is in force
};

inline constexpr std::array<std::string_view, 4> state_words{"nothing", "incomplete", "ready", "issued"};

/// The five figures of a year.
struct Figures {
  CreditUnits public_subject;
  CreditUnits professional;
  CreditUnits mandatory;
  CreditUnits elective;
  CreditUnits total;
  bool operator==(Figures const&) const = default;
};

/// One person's year by its pack and guide, as they were when it was judged.
struct Standing {
  std::int64_t professional = 0;
  int year = 0;
  State state = State::nothing;
  std::string issuing_region;  // article 14
  bool complete = false;       // by its records; `issued` may outlive it where a pack has changed
  Figures done;
  Figures missing;                   // what the reasons lack
  std::string reasons;               // codes of credit::Reason, a blank between them
  std::int64_t record_versions = 0;  // of all records of the person
  Instant judged;
  std::string certificate;  // in force, else empty
  /// Filled in by achievements and degrees (articles 7 and 11), and the mark of what it was judged by
  /// (mark_of); nothing and empty in rows of before these were kept.
  std::optional<CreditUnits> achievement;
  std::string pack;

  bool operator==(Standing const&) const = default;
};

/// "已完成，待发证": for lists and dashboards.
[[nodiscard]] std::string_view words_for(State state);

/// Those of many people (at most storage::most_ids, not none), by person and year.
[[nodiscard]] Result<std::vector<Standing>> standings_of_people(storage::Database& database,
                                                                std::span<std::int64_t const> professionals);

/// Those of one person in a list by person.
[[nodiscard]] std::span<Standing const> of_person(std::span<Standing const> standings,
                                                  std::int64_t professional);

/// Tells by what a year was judged: the pack's figures and switches, and that year's guide. Another year's
/// guide changes nothing.
[[nodiscard]] std::string mark_of(credit::RulePack const& pack, int year);

/// All of a person's, newest year first.
[[nodiscard]] Result<std::vector<Standing>> standings_of(storage::Database& database,
                                                         std::int64_t professional);

}  // namespace ce::standings
