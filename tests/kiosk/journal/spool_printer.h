#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "kiosk/ports/printer.h"

namespace ce::test {

/// A printer whose memory is a file, so that it outlives a killed kiosk: each line is a job it took and,
/// at once, a sheet that came out.
class SpoolPrinter final : public ports::Printer {
 public:
  explicit SpoolPrinter(std::filesystem::path spool) : spool_(std::move(spool)) {}

  ports::JobState state = ports::JobState::completed;  // what it says of every job it knows
  bool reachable = true;

  [[nodiscard]] std::vector<std::string> sheets() const {
    std::vector<std::string> lines;
    std::ifstream in{spool_};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
  }

  Result<ports::PrinterStatus> status() override {
    ports::PrinterStatus now;
    now.ready = reachable;
    return now;
  }

  Result<ports::JobId> submit(std::string const& /*pdf*/, std::string const& job_name) override {
    int const out = ::open(spool_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    auto const line = job_name + "\n";
    bool const written = ::write(out, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    ::close(out);
    if (!written) return Failure{FailureCode::printer_unreachable, "spool"};
    return ports::JobId{static_cast<int>(sheets().size())};
  }

  Result<ports::JobReport> job(ports::JobId id) override {
    return ports::JobReport{.id = id, .state = state, .problems = {}, .message = {}};
  }

  Result<std::optional<ports::JobReport>> find_job(std::string const& job_name) override {
    if (!reachable) return Failure{FailureCode::printer_unreachable, "switched off"};
    auto const all = sheets();
    auto const at = std::find(all.begin(), all.end(), job_name);
    if (at == all.end()) return std::optional<ports::JobReport>{};
    return std::optional<ports::JobReport>{
        {.id = {static_cast<int>(at - all.begin()) + 1}, .state = state, .problems = {}, .message = {}}};
  }

  std::vector<int> cancelled;
  Result<void> cancel(ports::JobId id) override {
    cancelled.push_back(id.value);
    return {};
  }

 private:
  std::filesystem::path spool_;
};

}  // namespace ce::test
