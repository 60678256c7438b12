#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/items/item.h"

/// The stages of what a kiosk is set up with: the same pages in the staff's settings and in the guided
/// set-up.
namespace ce::staff_area {

/// One item. choose: an option of the field in turn, a typed field, or one of the keys below.
struct ItemPage {
  items::ItemId id{};
  items::Values values;
  std::size_t at = 0;                          // the field in turn
  int page = 0;                                // of its options
  std::optional<items::Verdict> verdict = {};  // on these values
  bool proven = false;                         // the test of these values was good
  bool anyway = false;                         // it was bad, and they may be kept all the same
  int hits = 0, misses = 0;                    // of the touch check
};
enum class ItemKey : int { test = 1000, search, skip, page_out };

/// Printers that were found. choose: one of them.
struct PrinterList {
  ItemPage from;
  std::optional<std::vector<items::Choice>> found;
  int page = 0;
};

/// The desk is at it.
struct Trying {
  ItemPage page;
  items::Draft draft;
  bool then_save = false;  // what was asked for is to save; the test comes first
};

struct ItemSavedPage {  // confirm: a new start
  items::ItemId id{};
};

struct GuideStart {};
struct GuideReport {  // confirm: write all of it; choose: an item to mend, or ItemKey::page_out: the report
                      // printed
  int page = 0;
  std::optional<items::Verdict> verdict;  // why it was not written
};

/// What became of an item on the guided way.
struct GuideMark {
  bool skipped = false;
  bool tested = false;
  items::Verdict verdict;
};

/// The guided set-up, while it is on.
struct Guide {
  std::size_t at = 0;    // among the items of guide_path()
  bool mending = false;  // one was chosen from the report: from it the way leads back there
  std::vector<std::optional<GuideMark>> marks = std::vector<std::optional<GuideMark>>(items::item_count);
};

/// A line of the printed report.
struct ReportLine {
  std::string name;
  std::string value;
  std::string result;
};

inline constexpr int options_per_page = 6;
inline constexpr int items_per_page = 6;
inline constexpr int report_rows_per_page = 6;
inline constexpr int touch_spots = 5;

}  // namespace ce::staff_area
