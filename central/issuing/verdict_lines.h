#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "central/issuing/frozen_verdict.h"

namespace ce::issuing {

/// Adds a verdict to those that share a row with another: "#12 1260 1800 3780 1260 1080 6660 0
/// 1780300000000", which is the person, what the guide asks ("-": nothing), figures in units as they stand in
/// the table's columns, and when it was judged; then the lines of its records (record_facts.h).
void add_verdict_lines(std::string& lines, FrozenVerdict const& verdict);

/// That person's; nothing where they are not among them. Year, reading and pack are the row's. Fails with
/// storage_fault for what add_verdict_lines() never wrote.
[[nodiscard]] Result<std::optional<FrozenVerdict>> find_verdict(std::string_view lines,
                                                                std::int64_t professional);

}  // namespace ce::issuing
