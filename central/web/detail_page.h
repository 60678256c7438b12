#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/web/lines_table.h"
#include "central/web/record_page.h"
#include "central/web/shell.h"

namespace ce::web {

/// Something with its facts, what happened to it, and what may be done about it: an account, a certificate.
struct DetailView {
  std::string heading;
  std::optional<Badge> state;
  std::vector<Fact> facts;
  struct Event {
    Tone tone = Tone::none;
    std::string what;
    std::string who;
  };
  std::string history_heading;
  std::vector<Event> history;
  using Table = LinesTable;
  std::vector<Table> tables = {};
  std::string picture = {};       // address of what it is about, where that is one
  std::string picture_word = {};  // what it shows
  /// One thing that may be done; its button sends `act`.
  struct Act {
    std::string heading;
    std::string lead;
    std::string action;
    std::vector<Field> fields;
    std::string act;
    std::string word;
    std::string icon;
    bool danger = false;
    std::string version = {};   // of what it is done to, where that matters
    std::string username = {};  // whose password it sets, for the browser's own keeper of passwords
  };
  std::vector<Act> acts;
};

[[nodiscard]] std::string detail_page(Shell const& shell, DetailView const& view);

/// A plain form on a page of its own.
struct FormView {
  std::string action;
  std::vector<Field> fields;
  std::string submit;
  std::string back;
  std::string version = {};       // of what is changed, where it is there already
  bool files = false;             // it brings files
  std::string picture = {};       // address of what is there now
  std::string picture_word = {};  // what it shows
};

[[nodiscard]] std::string form_page(Shell const& shell, FormView const& view);

}  // namespace ce::web
