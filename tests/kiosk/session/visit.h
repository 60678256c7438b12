#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "kiosk/session/step.h"

namespace ce::session {

inline Date day(int year, int month, int of_month) {
  return Date::make(year, month, of_month).value();
}

/// GB 11643's own example number.
inline constexpr char const* standard_number = "11010519491231002X";

inline identity::Identity cardholder() {
  return {SecretText{"测试"}, SecretText{standard_number}, identity::IdKind::resident18, {}};
}

inline protocol::YearProgress year_line(int year, protocol::CertificateState state) {
  protocol::YearProgress line;
  line.year = year;
  line.certificate.state = state;
  line.certificate.number = "44010625000001";
  return line;
}

/// 2026 incomplete, 2025 printable, 2024 revoked, 2023 under review, 2022 printed, 2021 unresolved.
inline protocol::PersonYears some_years() {
  using enum protocol::CertificateState;
  protocol::PersonYears years;
  years.name = SecretText{"测试"};
  years.id_number = SecretText{standard_number};
  years.years = {year_line(2026, incomplete),   year_line(2025, printable), year_line(2024, revoked),
                 year_line(2023, under_review), year_line(2022, printed),   year_line(2021, unresolved)};
  return years;
}

/// A visit under a clock that moves only when told.
class Visit {
 public:
  State state;
  Tick now{};
  Date today = day(2026, 11, 23);
  std::vector<Effect> effects;  // of the last step

  Visit& when(Event const& event) { return took(step(state, event, now, today)); }
  /// An answer of the visit under way.
  Visit& answer(Event event) { return late(state.visit, std::move(event)); }
  Visit& late(VisitId visit, Event event) {
    return took(step(state, Posted{visit, std::move(event)}, now, today));
  }
  Visit& after(std::chrono::milliseconds time) {
    now += time;
    return when(TimePassed{});
  }
  Visit& keys(std::string const& characters) {
    for (char c : characters) when(Key{c});
    return *this;
  }

  template <class S>
  [[nodiscard]] bool at() const {
    return std::holds_alternative<S>(state.stage);
  }
  template <class S>
  [[nodiscard]] S const& stage() const {
    return std::get<S>(state.stage);
  }
  /// How many effects of that kind the last step asked for.
  template <class E>
  [[nodiscard]] int asked() const {
    int count = 0;
    for (auto const& effect : effects) count += std::holds_alternative<E>(effect) ? 1 : 0;
    return count;
  }

  Visit& with_card() { return answer(CardRead{cardholder()}); }
  Visit& found(bool from_cache = false) { return answer(PersonFound{some_years(), from_cache}); }
  Visit& at_preview() { return with_card().found().when(ShowYear{2025}).when(ChoosePrint{2025}); }
  Visit& at_printing() { return at_preview().when(Print{}); }

 private:
  Visit& took(Stepped stepped) {
    state = std::move(stepped.state);
    effects = std::move(stepped.effects);
    return *this;
  }
};

}  // namespace ce::session
