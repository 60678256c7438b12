#include <algorithm>
#include <cmath>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/year.h"

namespace ce::screens {
namespace w = widgets;
namespace {

/// One size for all rows of a page: the smallest that one of them needs.
struct Sizes {
  float content = 0;
  float detail = 0;
};

constexpr float least_share = 0.86F;  // of the size that such words have elsewhere
constexpr float one_step = 0.94F;     // by which rounded advances may miss it

float hours_width(w::Ui const& ui, present::RecordView const& view) {
  return ui.width_of(view.hours, ui.theme().lead, w::Weight::bold) + 1;
}

float review_width(w::Ui const& ui, float width, present::RecordView const& view) {
  return std::min(width * 0.54F, w::badge_width(ui, view.review.text));
}

Sizes sizes_of(w::Ui const& ui, float width, std::vector<present::RecordView> const& rows) {
  w::Theme const& t = ui.theme();
  Sizes sizes{t.body, t.caption};
  // Words that end in an ellipsis at any size make no others smaller.
  auto const fit = [&](float& em, float full, std::string_view text, w::Weight weight, float room) {
    float const wanted = std::floor(full * room / std::max(1.F, ui.width_of(text, full, weight)));
    if (wanted >= std::max(full * least_share, t.least_type)) em = std::min(em, wanted);
  };
  for (auto const& row : rows) {
    fit(sizes.content, t.body, row.content, w::Weight::bold, width - hours_width(ui, row) - t.gap);
    fit(sizes.detail, t.caption, row.detail, w::Weight::regular,
        width - review_width(ui, width, row) - t.gap);
  }
  return sizes;
}

constexpr std::string_view between_notes = " · ";

bool fits_smaller(w::Ui const& ui, std::string_view text, w::TextStyle const& fine, float width) {
  return ui.width_of(text, std::max(ui.theme().least_type, fine.em * fine.shrink), fine.weight) <= width;
}

/// As many of the notes as have room in one line, the first one in any case: half a reason is none.
std::string_view notes_that_fit(w::Ui const& ui, std::string_view notes, w::TextStyle const& fine,
                                float width) {
  while (!fits_smaller(ui, notes, fine, width)) {
    auto const last = notes.rfind(between_notes);
    if (last == notes.npos) break;
    notes = notes.substr(0, last);
  }
  return notes;
}

/// Whether the first of them has.
bool note_fits(w::Ui const& ui, std::string_view notes, w::TextStyle const& fine, float width) {
  return fits_smaller(ui, notes.substr(0, notes.find(between_notes)), fine, width);
}

/// In a low row: content, state and hours side by side.
void short_record(w::Ui& ui, w::Rect inner, present::RecordView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  float const hours = ui.width_of(view.hours, t.body, w::Weight::bold) + 1;
  ui.text(inner.cut_right(hours), view.hours,
          {t.body, p.ink, w::Weight::bold, w::Align::right, w::Stand::middle, 1});
  inner.cut_right(t.body * 0.5F);
  w::badge(ui, inner.cut_right(std::min(inner.w - t.body * 3.2F, w::badge_width(ui, view.review.text))),
           view.review.text, meaning_of(view.review.tone), w::Align::right);
  inner.cut_right(t.body * 0.5F);
  ui.text(inner, view.content, {t.body, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1, 0.86F});
}

void record(w::Ui& ui, w::Rect const& box, present::RecordView const& view, Sizes const& sizes) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  if (box.h < t.body * 2.9F) {
    short_record(ui, box, view);
    return;
  }
  // The title's line ends with the hours alone: a long state of review takes nothing off it.
  w::Rect const inner = box.inset(0, t.body * 0.2F);
  float const head_high = t.lead * 1.35F;
  float const review = review_width(ui, inner.w, view);
  bool const noted = !view.note.empty() && inner.h > t.body * 3.4F;
  float const line = t.caption * 1.4F;
  float const plain = line * (noted ? 2.F : 1.F);
  // Long details keep their size and take a second line where the row has one to spare.
  bool const wrapped = inner.h >= head_high + plain + line &&
                       ui.width_of(view.detail, t.caption, w::Weight::regular) > inner.w - review - t.gap;
  float const lines_high = plain + (wrapped ? line : 0);
  w::TextStyle const fine{t.caption,        p.ink_soft, w::Weight::regular, w::Align::left,
                          w::Stand::middle, 1,          least_share};
  // A reason that would be cut beside the state has a line of its own under it, where the row has that.
  float const mark_high = t.caption * 1.8F;
  float const under_mark = std::max(lines_high - line, mark_high) + line;
  bool const across =
      noted && inner.h >= head_high + under_mark && !note_fits(ui, view.note, fine, inner.w - review - t.gap);
  w::Rect block = inner.middle(inner.w, head_high + (across ? under_mark : std::max(lines_high, mark_high)));
  w::Rect head = block.cut_top(head_high);
  ui.text(head.cut_right(hours_width(ui, view)), view.hours,
          {t.lead, p.ink, w::Weight::bold, w::Align::right, w::Stand::middle, 1});
  head.cut_right(t.gap);
  ui.text(head, view.content,
          {sizes.content, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1, one_step});
  if (across) ui.text(block.cut_bottom(line), notes_that_fit(ui, view.note, fine, block.w), fine);
  w::badge(ui, block.cut_right(review), view.review.text, meaning_of(view.review.tone), w::Align::right);
  block.cut_right(t.gap);
  block = block.middle(block.w, across ? lines_high - line : lines_high);
  float const em = wrapped ? t.caption : sizes.detail;
  if (noted && !across) ui.text(block.cut_bottom(line), notes_that_fit(ui, view.note, fine, block.w), fine);
  ui.text(block, view.detail,
          {em, p.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, wrapped ? 2 : 1, one_step});
}

}  // namespace

bool records_fit(w::Ui const& ui, w::Rect const& box, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  float const pages = view.paging.pages > 1 ? std::max(t.target, t.body * 2.2F) + t.gap * 0.6F : 0;
  auto const rows = static_cast<float>(view.records.size());
  // In large type a list of rows that cut their titles is none.
  float const least_row = t.few_things() ? 2.9F : 1.9F;
  float const tall = t.pad * 1.4F + t.lead * 1.5F + pages + t.body * least_row * std::max(2.F, rows);
  if (box.h < tall) return false;
  float wide = 0;
  for (auto const& row : view.records) {
    wide =
        std::max(wide, w::badge_width(ui, row.review.text) + ui.width_of(row.hours, t.body, w::Weight::bold));
  }
  return box.w - t.pad * 2.2F >= wide + t.body * 4.3F;
}

Outcome records_card(w::Ui& ui, w::Rect const& box, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  Outcome outcome;
  w::panel(ui, box);
  w::Rect inner = box.inset(t.pad * 1.1F, t.pad * 0.7F);
  ui.text(inner.cut_top(t.lead * 1.5F), view.records_title,
          {t.lead, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1});
  inner.cut_top(t.body * 0.2F);
  if (view.records.empty()) {
    w::Rect block = inner.middle(inner.w, std::min(inner.h, t.body * 6.F));
    ui.icon(block.cut_top(block.h * 0.55F).centre(), w::Icon::sheet, t.body * 2.6F, p.ink_soft);
    ui.text(block, view.no_records,
            {t.body, p.ink, w::Weight::regular, w::Align::centre, w::Stand::middle, 2});
    return outcome;
  }
  if (view.paging.pages > 1) {
    if (auto turned = pager(ui, inner.cut_bottom(std::max(t.target, t.body * 2.2F)), view.paging)) {
      outcome = turned;
    }
    inner.cut_bottom(t.gap * 0.6F);
  }
  auto const count = static_cast<int>(view.records.size());
  float const tall = std::min(t.body * 5.F, inner.h / static_cast<float>(count));
  auto const drawn = swipe(ui, box, view.paging);
  if (drawn.outcome) outcome = drawn.outcome;
  if (drawn.pull != 0) ui.brush().clip({box.x + t.hairline, inner.y, box.w - t.hairline * 2, inner.h});
  inner = inner.moved(drawn.pull, 0);
  auto const sizes = sizes_of(ui, inner.w, view.records);
  for (int i = 0; i < count; ++i) {
    w::Rect const row{inner.x, inner.y + tall * static_cast<float>(i), inner.w, tall};
    ui.brush().line({row.x, row.y}, {row.right(), row.y}, p.line, t.hairline);
    record(ui, row, view.records[static_cast<std::size_t>(i)], sizes);
  }
  if (drawn.pull != 0) ui.brush().unclip();
  return outcome;
}

}  // namespace ce::screens
