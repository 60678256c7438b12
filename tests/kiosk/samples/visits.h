#pragma once

#include <string>
#include <vector>

#include "kiosk/present/learning.h"
#include "kiosk/session/state.h"
#include "tests/kiosk/samples/sample_views.h"

/// What the visits consist of that the samples show; room-internal.
namespace ce::samples {

[[nodiscard]] Date day(int year, int month, int of_month);
/// Region, year and a place in that year's sequence, as article 15 has it.
[[nodiscard]] std::string number_of(int year);

/// As many records of that year as one likes to have, of every kind of review, over and over.
[[nodiscard]] std::vector<protocol::RecordLine> records_of(int year, std::size_t count);

/// What was done of 18, 42, 14 of these and 12.
struct Done {
  CreditUnits public_subject;
  CreditUnits professional;
  CreditUnits mandatory;
  CreditUnits elective;
};
[[nodiscard]] Done all_done();
[[nodiscard]] protocol::YearProgress year_of(int year, Done const& done, protocol::CertificateState state);

/// Somebody with those years, the newest first.
[[nodiscard]] protocol::PersonYears person_with(std::vector<protocol::YearProgress> years);
/// 2026 incomplete in minutes, 2025 to be printed, 2024 printed, 2023 revoked.
[[nodiscard]] std::vector<protocol::YearProgress> four_years();

/// A kiosk in order, with nobody at it.
[[nodiscard]] session::State at_rest();
/// With that person at it.
[[nodiscard]] session::State visit_of(protocol::PersonYears years);

/// States of visits, each as the presenter shows it in one mode, with the words that are shipped: what is
/// looked at and what the tests measure is what the program says.
class Gathering {
 public:
  explicit Gathering(session::Mode const& mode);

  /// From here on the hall names that site.
  void learn_at(std::string const& url);
  void add(std::string name, session::State state, Tick tick = {});
  void add(std::string name, session::State state, session::Stage stage);
  [[nodiscard]] std::vector<Sample> take() { return std::move(all_); }

 private:
  session::Mode mode_;
  present::LearningSite site_;
  std::vector<Sample> all_;
};

}  // namespace ce::samples
