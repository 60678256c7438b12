#pragma once

#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/drivers/printer/ipp_printer.h"
#include "support/files.h"
#include "support/temp_directory.h"
#include "tests/devices/process.h"

namespace ce::drivers {

/// tests/devices/ipp-printer in a process of its own, and the driver on its port.
class PrinterBench : public testing::Test {
 protected:
  PrinterBench() { start(0); }

  void start(int port) {
    process_.emplace(std::vector<std::string>{std::string{CE_SOURCE_DIR} + "/tests/devices/ipp-printer",
                                              "--dir", directory_ / "printer", "--port",
                                              std::to_string(port)});
    std::string const ready = process_->read_line();
    if (!ready.starts_with("ready ")) ADD_FAILURE() << "ipp-printer did not start";
    port_ = ready.starts_with("ready ") ? std::stoi(ready.substr(6)) : 0;
  }
  /// As a power cut: nothing is said to anybody.
  void kill() { process_->end(SIGKILL); }
  void restart() {
    process_.reset();
    start(port_);
  }

  /// "cycle": a power cut of the printer's own; "replace": another printer at this address.
  void power(std::string const& word) {
    auto const file = directory_ / "printer" / "power";
    test::write_all(directory_ / "power.new", word);
    std::filesystem::rename(directory_ / "power.new", file);
    for (int i = 0; std::filesystem::exists(file); ++i) {
      if (i == 400) return void(ADD_FAILURE() << "the printer's power is as it was");
      std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
  }
  /// From now on make_printer() is wired through tests/devices/wire-relay, and cable() tells what it suffers.
  void wire() {
    relay_.emplace(std::vector<std::string>{std::string{CE_SOURCE_DIR} + "/tests/devices/wire-relay", "--to",
                                            std::to_string(port_), "--control", directory_ / "cable"});
    std::string const ready = relay_->read_line();
    ASSERT_TRUE(ready.starts_with("ready "));
    wire_port_ = std::stoi(ready.substr(6));
  }
  void cable(std::string const& word) { test::write_all(directory_ / "cable", word); }

  void control(std::string const& orders) { test::write_all(directory_ / "printer" / "control", orders); }

  [[nodiscard]] IppPrinter make_printer(std::chrono::milliseconds answer = std::chrono::seconds{10}) const {
    IppPrinterOptions options;
    options.uri = "ipp://127.0.0.1:" + std::to_string(wire_port_ != 0 ? wire_port_ : port_) + "/ipp/print";
    options.answer_limit = answer;
    return IppPrinter{options};
  }

  /// What arrived at the printer, oldest first; `printed`: the sheets that came out of it.
  [[nodiscard]] std::vector<std::string> documents(std::string const& which = "spool") const {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator{directory_ / "printer" / which}) {
      if (entry.path().extension() == ".pdf") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> contents;
    for (auto const& file : files) contents.push_back(test::read_all(file));
    return contents;
  }

  test::TempDirectory directory_;
  int port_ = 0;

 private:
  std::optional<devices::Process> process_;
  std::optional<devices::Process> relay_;
  int wire_port_ = 0;
};

/// Asks until `holds` says yes or 20 s have gone; the last report.
template <class Holds>
ports::JobReport follow(IppPrinter& printer, ports::JobId id, Holds holds) {
  ports::JobReport last;
  for (int i = 0; i < 400; ++i) {
    auto report = printer.job(id);
    if (!report) {
      ADD_FAILURE() << describe(report.failure());
      return last;
    }
    last = *report;
    if (holds(last)) return last;
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  ADD_FAILURE() << "in vain; last state " << static_cast<int>(last.state) << ' ' << last.message;
  return last;
}

inline bool has_ended(ports::JobReport const& report) {
  return report.state >= ports::JobState::completed;
}

inline bool is_printing(ports::JobReport const& report) {
  return report.state == ports::JobState::printing;
}

/// A PDF of some size with every byte in it.
inline std::string sample_pdf(std::size_t size = 40'000) {
  std::string pdf = "%PDF-1.4\n";
  while (pdf.size() < size) pdf += static_cast<char>(pdf.size() * 131 % 256);
  return pdf + "\n%%EOF\n";
}

}  // namespace ce::drivers
