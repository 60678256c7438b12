#include "shared/credit/shelf.h"

#include <algorithm>
#include <string>

#include "shared/credit/pack_file.h"

namespace ce::credit {

PackShelf::PackShelf(std::vector<RulePack> packs) : packs_(std::move(packs)) {
  for (auto const& pack : packs_) texts_.push_back(pack_text(pack));
}

Result<PackShelf> PackShelf::make(std::vector<RulePack> packs) {
  std::sort(packs.begin(), packs.end(),
            [](auto const& a, auto const& b) { return a.from_year < b.from_year; });
  for (std::size_t i = 0; i < packs.size(); ++i) {
    for (std::size_t j = i + 1; j < packs.size(); ++j) {
      if (packs[i].id == packs[j].id) {
        return Failure{FailureCode::pack_invalid, "two packs are named " + packs[i].id};
      }
      if (packs[j].from_year <= packs[i].to_year) {
        return Failure{FailureCode::pack_invalid, "year " + std::to_string(packs[j].from_year) +
                                                      " has two packs, " + packs[i].id + " and " +
                                                      packs[j].id};
      }
    }
  }
  return PackShelf{std::move(packs)};
}

Result<RulePack const*> PackShelf::of_year(int year) const {
  auto const at =
      std::find_if(packs_.begin(), packs_.end(), [year](auto const& p) { return p.covers(year); });
  if (at == packs_.end()) {
    return Failure{FailureCode::year_without_pack, "no rule pack covers " + std::to_string(year)};
  }
  return &*at;
}

std::string const& PackShelf::text_of(RulePack const& pack) const {
  return texts_.at(static_cast<std::size_t>(&pack - packs_.data()));
}

RulePack const* PackShelf::find(std::string_view id) const {
  auto const at = std::find_if(packs_.begin(), packs_.end(), [id](auto const& p) { return p.id == id; });
  return at == packs_.end() ? nullptr : &*at;
}

}  // namespace ce::credit
