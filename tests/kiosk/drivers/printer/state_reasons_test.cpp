#include "kiosk/drivers/printer/state_reasons.h"

#include <gtest/gtest.h>

namespace ce::drivers {
namespace {

using Codes = std::vector<FailureCode>;

Codes problems(std::vector<std::string> const& reasons, std::vector<std::string> const& ignored = {}) {
  return problems_of(reasons, ignored);
}

TEST(StateReasons, TheStemCountsWhateverItsSuffix) {
  for (auto const* suffix : {"", "-error", "-warning", "-report"}) {
    EXPECT_EQ(problem_of(std::string{"media-empty"} + suffix), FailureCode::printer_out_of_paper);
    EXPECT_EQ(problem_of(std::string{"media-needed"} + suffix), FailureCode::printer_out_of_paper);
    EXPECT_EQ(problem_of(std::string{"media-jam"} + suffix), FailureCode::printer_jammed);
    EXPECT_EQ(problem_of(std::string{"cover-open"} + suffix), FailureCode::printer_cover_open);
    EXPECT_EQ(problem_of(std::string{"door-open"} + suffix), FailureCode::printer_cover_open);
    EXPECT_EQ(problem_of(std::string{"toner-empty"} + suffix), FailureCode::printer_out_of_toner);
    EXPECT_EQ(problem_of(std::string{"marker-supply-empty"} + suffix), FailureCode::printer_out_of_toner);
    EXPECT_EQ(problem_of(std::string{"offline"} + suffix), FailureCode::printer_stopped);
    EXPECT_EQ(problem_of(std::string{"power-down"} + suffix), FailureCode::printer_stopped);
    EXPECT_EQ(problem_of(std::string{"hold-new-jobs"} + suffix), FailureCode::printer_stopped);
  }
}

TEST(StateReasons, WhatOnlyWarnsIsNoProblem) {
  EXPECT_EQ(problems({"none", "toner-low-warning", "marker-supply-low-report", "media-low", "standby",
                      "suspend", "hibernate-report", "resuming", "wifi-not-configured",
                      "output-area-almost-full", "cups-waiting-for-job-completed"}),
            Codes{});
}

TEST(StateReasons, TheGravestComesFirstAndEachOnce) {
  EXPECT_EQ(
      problems({"paused", "media-empty-error", "media-needed-error", "media-jam-error"}),
      (Codes{FailureCode::printer_jammed, FailureCode::printer_out_of_paper, FailureCode::printer_stopped}));
}

TEST(StateReasons, StaffCanRuleAReasonOut) {
  EXPECT_EQ(problems({"media-empty-warning", "paused"}, {"media-empty"}),
            Codes{FailureCode::printer_stopped});
}

}  // namespace
}  // namespace ce::drivers
