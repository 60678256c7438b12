#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "central/store/schema.h"

/// The steps of schema() for one engine. Private to this room.
namespace ce::store {

/// A step's text without the lines that begin with `mark`, which are another engine's.
[[nodiscard]] inline std::string without_lines(std::string_view sql, std::string_view mark) {
  std::string text;
  while (!sql.empty()) {
    auto const end = sql.find('\n');
    auto const line = sql.substr(0, end == std::string_view::npos ? sql.size() : end + 1);
    if (!line.starts_with(mark)) text += line;
    sql.remove_prefix(line.size());
  }
  return text;
}

/// All of them, each text as `rewrite` leaves it, which lives here.
class RewrittenSchema {
 public:
  explicit RewrittenSchema(std::string (*rewrite)(std::string_view sql)) {
    texts_.reserve(schema().size());
    steps_.reserve(schema().size());
    for (auto const& step : schema()) {
      steps_.push_back({step.name, texts_.emplace_back(rewrite(step.sql))});
    }
  }
  RewrittenSchema(RewrittenSchema const&) = delete;
  RewrittenSchema& operator=(RewrittenSchema const&) = delete;
  ~RewrittenSchema() = default;

  [[nodiscard]] std::span<storage::Migration const> steps() const { return steps_; }

 private:
  std::vector<std::string> texts_;  // never grows again: steps_ has views of it
  std::vector<storage::Migration> steps_;
};

}  // namespace ce::store
