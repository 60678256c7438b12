#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/web/shell.h"

namespace ce::web {

/// A work list with its filter, and what could not be done of the last batch.
struct ReviewView {
  std::vector<Field> filters;
  std::string action;  // where decisions are posted: the list's own address, with its filter
  std::string told;
  struct Item {
    std::string key;     // "record:version"
    std::string closed;  // why it can be neither picked nor decided, empty for those that can
    bool picked = false;
    std::string href;
    std::string content;
    std::string institution;
    std::string person;
    std::string id_number;
    std::string unit;
    std::string subject;
    bool mandatory = false;
    std::string activity;
    std::string from;
    std::string to;
    std::string stated;
    std::string proofs;  // how many, empty for none
    std::string registered;
    std::string said;  // why the last decision was not taken
  };
  std::vector<Item> items;
  /// Decisions that could not be taken on records that are no longer on this page.
  struct Missed {
    std::string href;
    std::string content;
    std::string person;
    std::string said;
  };
  std::vector<Missed> missed;
  std::string reason;
  std::optional<Pager> pager;
  std::optional<Empty> empty;
};

/// Whether any is of a year that is not closed.
[[nodiscard]] bool any_to_decide(ReviewView const& view);
[[nodiscard]] std::string review_page(Shell const& shell, ReviewView const& view);

}  // namespace ce::web
