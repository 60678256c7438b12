#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "central/registers/register.h"
#include "central/registers/roll_up.h"

/// The register in words: the same columns on screen, in XLSX, CSV and PDF. Chinese, times of China.
namespace ce::registers {

struct Column {
  std::string_view heading;
  int width = 10;  // in half characters, for sheets and pages
  bool right = false;
};

[[nodiscard]] std::span<Column const> columns();

/// One line under columns().
[[nodiscard]] std::vector<std::string> cells_of(Line const& line, Names names);

[[nodiscard]] std::span<Column const> roll_up_columns();
[[nodiscard]] std::vector<std::string> cells_of(RollUp const& line);

/// "已打印", "待核实"; "已交终端，未回报" while nothing was told.
[[nodiscard]] std::string_view words_for(std::optional<protocol::PrintOutcome> const& outcome);

/// "广东省广州市，2026 年度，打印日期 2026-03-01 至 2026-03-31": what a filter asks for.
[[nodiscard]] std::string words_for(Filter const& filter, certificate::Regions const& regions);

}  // namespace ce::registers
