#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "central/web/fields.h"

/// The small parts of which pages are made; each has a template in assets/web/parts.
namespace ce::web {

/// How something is to be taken. Always shown with a sign and a word, never by colour alone.
enum class Tone : std::uint8_t { none, info, good, warn, bad };

[[nodiscard]] std::string tone_class(Tone tone);
[[nodiscard]] std::string tone_icon(Tone tone);

struct Link {
  std::string href;
  std::string word;
};

struct Badge {
  Tone tone = Tone::none;
  std::string word;
  std::string icon = {};  // empty: that of the tone
};
/// For {{>badge}}.
[[nodiscard]] Fields fields_of(Badge const& badge);

struct Notice {
  Tone tone = Tone::info;
  std::string text;
  std::optional<Link> link = {};
};
[[nodiscard]] Fields fields_of(Notice const& notice);

/// A list without rows: what it would hold and what to do next. For {{>empty}}, as part "empty".
struct Empty {
  std::string icon = "tray";
  std::string title;
  std::string advice;
  std::optional<Link> link = {};
};
[[nodiscard]] Fields fields_of(Empty const& empty);

/// As part "empty", or as "empty_card" where it stands alone; absent for nothing.
void put_empty(Fields& page, std::optional<Empty> const& empty);
void put_empty_card(Fields& page, std::optional<Empty> const& empty);

/// A big number with what it counts.
struct Figure {
  std::string label;
  std::string value;
  std::string unit;
  std::string note = {};
  std::string href = {};
  bool due = false;  // asks to be dealt with
};
[[nodiscard]] Fields fields_of(Figure const& figure);

/// Below a list that is shown a page at a time. For {{>pager}}, as part "pager".
struct Pager {
  std::string told;   // "本页 50 条"
  std::string first;  // address of the first page, empty on it
  std::string next;   // empty on the last
};
[[nodiscard]] Fields fields_of(Pager const& pager);

void put_pager(Fields& page, std::optional<Pager> const& pager);

enum class FieldKind : std::uint8_t {
  text,
  date,
  number,
  password,
  search,
  file,
  files,
  select,
  area,
  radios,
  tick
};

struct Option {
  std::string value;
  std::string shown;
};

/// One field of a form with what was typed and what is wrong with it. For {{>field}}.
struct Field {
  std::string id;  // also the name it is sent under
  std::string label;
  FieldKind kind = FieldKind::text;
  std::string value = {};
  bool required = false;
  std::string hint = {};
  std::string error = {};
  std::vector<Option> options = {};
  std::string fill = {};  // autocomplete
  std::string mode = {};  // inputmode
  int most = 0;           // characters, 0: no limit
  bool wide = false;
  bool focus = false;
  std::string accept = {};
};
[[nodiscard]] Fields fields_of(Field const& field);

/// The fields as list "fields", and those with errors as the summary that {{>faults}} shows.
void put_form(Fields& page, std::vector<Field> const& fields);

}  // namespace ce::web
