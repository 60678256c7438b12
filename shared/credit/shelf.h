#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/credit/pack.h"

namespace ce::credit {

/// The rule packs of all years; a year is judged by exactly one. Immutable after making; any thread.
class PackShelf {
 public:
  PackShelf() = default;

  /// Fails with pack_invalid where two packs share an id or a year.
  static Result<PackShelf> make(std::vector<RulePack> packs);

  /// The pack of a credit year. Fails with year_without_pack. Borrowed from the shelf.
  [[nodiscard]] Result<RulePack const*> of_year(int year) const;
  /// The pack of that id, or nullptr. Borrowed from the shelf.
  [[nodiscard]] RulePack const* find(std::string_view id) const;
  /// pack_text() of one of the shelf's packs, made once.
  [[nodiscard]] std::string const& text_of(RulePack const& pack) const;
  /// By year.
  [[nodiscard]] std::vector<RulePack> const& all() const { return packs_; }

 private:
  explicit PackShelf(std::vector<RulePack> packs);
  std::vector<RulePack> packs_;
  std::vector<std::string> texts_;  // of each
};

}  // namespace ce::credit
