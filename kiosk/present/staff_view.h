#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/present/tagged.h"
#include "kiosk/session/staff_touch.h"

namespace ce::present {

enum class StaffSign : std::uint8_t {
  none,
  health,
  prints,
  paper,
  printer,
  pause,
  resume,
  log,
  machine,
  settings,
  yes,
  no,
  add,
  again,
  search,
  option,  // one of several that is not taken
  touch,
  sound,
  clock,
  home,
  card,
  network,
  skip,
  training
};

/// A key, and what pressing it means.
struct StaffKeyView {
  std::string id;
  std::string label;
  std::string hint = {};  // on cards only
  StaffSign sign = StaffSign::none;
  session::StaffTouch touch;
  bool main = false;  // the one thing to do here
  bool enabled = true;
  bool chosen = false;               // of several
  std::optional<Tagged> state = {};  // on cards only
};

/// A thing and how it is.
struct StaffRowView {
  std::string label;
  Tagged state;
  std::string text = {};  // more of it, and what to do
};

/// `measure` digits with sign and point, `letters` as they stand on numbered stock, `address` as they stand
/// in one.
enum class StaffTyping : std::uint8_t { none, digits, measure, letters, address };

/// Every page of the staff's area: what is not there leaves no room. From above: way, choices, note, headline
/// and sentences, rows or cards or fields, pages, keys.
struct StaffPageView {
  std::optional<float> way = {};  // how much of a long way is behind
  std::vector<StaffKeyView> choices = {};
  std::optional<Tagged> note = {};
  std::string headline = {};
  std::vector<std::string> sentences = {};
  std::vector<StaffRowView> rows = {};
  int rows_least = 1;  // the room of so many is kept, so that a short last page does not stretch
  std::vector<StaffKeyView> cards = {};
  std::vector<FieldView> fields = {};
  StaffTyping typing = StaffTyping::none;
  bool can_confirm = false;
  std::string erase_label = {}, clear_label = {}, confirm_label = {};
  PageView paging = {};
  std::vector<StaffKeyView> keys = {};
  // A mark to be touched: 0-3 the corners from the upper left clockwise, 4 the middle; chooses its number.
  std::optional<int> spot = {};
  std::string spot_label = {};
  // On a page to type: a line so long, as a part of the screen's width, to lay a ruler on.
  std::optional<float> ruler = {};
  std::string ruler_label = {};
};

}  // namespace ce::present
