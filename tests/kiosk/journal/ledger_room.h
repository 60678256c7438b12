#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "kiosk/journal/journal.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {

/// A clock that goes on by one second with each look.
class StepClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return {now_.ms += 1000}; }
  [[nodiscard]] Tick tick() const override { return Tick{std::chrono::milliseconds{now_.ms}}; }

 private:
  mutable Instant now_{1'772'000'000'000};
};

/// A directory with a journal in it that can be closed and opened again.
struct LedgerRoom {
  TempDirectory directory;
  StepClock clock;
  log::Logger logger = log::Logger::to_file(directory / "kiosk.log", 1U << 20U, 1).value();
  std::filesystem::path file = directory / "journal.db";
  journal::PaperRange paper{.prefix = "GD-", .digits = 6, .first = 1, .last = 500};

  [[nodiscard]] Result<journal::Journal> try_open() const {
    return journal::Journal::open(file, paper, clock, logger);
  }
  [[nodiscard]] journal::Journal open() const {
    auto journal = try_open();
    if (!journal) ADD_FAILURE() << describe(journal.failure());
    return std::move(journal).value();
  }
  [[nodiscard]] std::string log_text() const { return read_all(directory / "kiosk.log"); }
};

inline journal::CertificateFacts certificate(std::string number = "44010625000001") {
  return {std::move(number), 2025, "广州市天河区人力资源和社会保障局", Date::make(2026, 3, 1).value()};
}

}  // namespace ce::test
