#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/year.h"
#include "kiosk/widgets/progress.h"

namespace ce::screens {
namespace w = widgets;
namespace {

void total(w::Ui& ui, w::Rect const& box, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  w::Rect const in = w::ring(ui, "year", box, view.total_fraction, meaning_of(view.verdict.tone));
  w::Rect block = in.middle(in.w, t.display_type * 1.2F + t.caption * 1.5F);
  ui.text(block.cut_top(block.h * 0.66F), view.total_done,
          {t.display_type, p.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 2, 0.28F});
  ui.text(block, "/ " + view.total_required,
          {t.caption, p.ink_soft, w::Weight::regular, w::Align::centre, w::Stand::middle, 1});
}

/// What a subject's line needs to stand in one row with that standing.
float subject_width(w::Ui const& ui, present::SubjectView const& view, std::string_view standing) {
  w::Theme const& t = ui.theme();
  return ui.width_of(view.name, t.lead, w::Weight::bold) + ui.width_of(view.done, t.lead, w::Weight::bold) +
         ui.width_of("/ " + view.required, t.caption, w::Weight::regular) + w::badge_width(ui, standing) +
         t.body * 1.8F;
}

/// How much the lines of a subject may say: all of it in two rows, as little as keeps them to one, the same
/// with smaller marks, or what the sentence beside them leaves to be said.
enum class Say : unsigned char { all, brief, small, terse };

/// How the lines of one subject are laid out in a column of that width. Its standing is over the bars: under
/// them it would be read as what the mandatory part lacks.
struct SubjectLines {
  std::string_view standing;
  float mark_em = 0;
  bool mark_below = false;   // the standing does not fit beside the name: it has the second row
  bool hours_below = false;  // the hours do not fit between the two: they have it
  bool bare = false;         // without what is required, then with their unit: hours told in minutes are long
  float done_em = 0;         // 0: no room for the hours at all; bar and standing tell
  float first = 0;
  float second = 0;  // 0: no second row
  float thick = 0;
  float thin = 0;   // 0: nothing mandatory
  float under = 0;  // the line under the bars

  [[nodiscard]] float height(float em) const {
    return first + second + em * 0.12F + thick + (thin > 0 ? thin + em * 0.2F : 0) +
           (under > 0 ? under + em * 0.12F : 0);
  }
};

/// How large the hours done may be, so that they, the name and whatever else stands in the line fit.
float em_for_done(w::Ui const& ui, present::SubjectView const& view, std::string_view done, float width,
                  float beside) {
  w::Theme const& t = ui.theme();
  float const room = width - beside - ui.width_of(view.name, t.lead, w::Weight::bold) - t.body * 1.4F;
  for (float const em : {t.lead, t.caption}) {
    if (ui.width_of(done, em, w::Weight::bold) <= room) return em;
  }
  return 0;
}

SubjectLines lines_of(w::Ui const& ui, present::SubjectView const& view, float width, Say say) {
  w::Theme const& t = ui.theme();
  bool const terse = say == Say::terse;
  SubjectLines lines;
  lines.mark_em = t.caption * (say >= Say::small ? 0.88F : 1.F);
  auto const mark_of = [&](std::string_view standing) { return w::badge_width(ui, standing, lines.mark_em); };
  float const name = ui.width_of(view.name, t.lead, w::Weight::bold);
  auto const beside_name = [&](std::string_view standing) {
    return name + mark_of(standing) + t.body * 0.8F <= width;
  };
  bool const one_row = say == Say::brief || say == Say::small;
  bool const whole =
      one_row ? subject_width(ui, view, view.standing.text) <= width : beside_name(view.standing.text);
  lines.standing = whole || view.brief.empty() ? view.standing.text : view.brief;
  lines.mark_below = !beside_name(lines.standing);
  float const mark = lines.mark_below ? 0 : mark_of(lines.standing);
  float const required = terse ? 0 : ui.width_of("/ " + view.required, t.caption, w::Weight::regular);
  // Rather two rows than hours that are smaller than those of the other subjects, or lack what they are of.
  float const least = say == Say::all ? t.lead : 1;
  float const with_hours = say == Say::all ? required : 0;
  auto const em_beside = [&](std::string_view done, float others) {
    return em_for_done(ui, view, done, width, others);
  };
  lines.hours_below = !terse && !lines.mark_below && em_beside(view.done, mark + with_hours) < least;
  lines.done_em = lines.hours_below ? t.body : em_beside(view.done, mark + required);
  lines.bare = terse || (!lines.hours_below && lines.done_em < t.lead);
  if (lines.bare) lines.done_em = em_beside(view.done_alone, mark);
  lines.first = t.lead * 1.45F;
  if (lines.hours_below) lines.second = t.body * 1.35F;
  if (lines.mark_below) lines.second = lines.mark_em * 1.7F + t.body * 0.2F;
  lines.thick = std::max(8.F, t.body * 0.62F);
  if (view.mandatory_fraction) {
    lines.thin = std::max(4.F, t.body * 0.22F);
    lines.under = t.caption * 1.3F;
  }
  return lines;
}

/// Hours done and what is required, in what is left of a row.
void hours_of(w::Ui& ui, w::Rect row, SubjectLines const& lines, present::SubjectView const& view) {
  w::Theme const& t = ui.theme();
  if (lines.done_em > 0) {
    w::TextStyle const done{lines.done_em,  t.palette.ink,    w::Weight::bold,
                            w::Align::left, w::Stand::middle, 1};
    row.cut_left(ui.text(row, lines.bare ? view.done_alone : view.done, done).w + t.body * 0.25F);
  }
  if (lines.bare) return;
  ui.text(row, "/ " + view.required,
          {t.caption, t.palette.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 1});
}

/// Name, hours and standing over the bar; the mandatory part under it.
void subject(w::Ui& ui, w::Rect block, SubjectLines const& lines, present::SubjectView const& view,
             int index) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  float const mark_wide = w::badge_width(ui, lines.standing, lines.mark_em);
  w::Rect head = block.cut_top(lines.first);
  w::Rect second = block.cut_top(lines.second);
  w::Rect const mark = lines.mark_below ? second : head.cut_right(mark_wide);
  w::badge(ui, mark, lines.standing, meaning_of(view.standing.tone),
           lines.mark_below ? w::Align::left : w::Align::right, lines.mark_em);
  w::TextStyle const strong{t.lead, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1};
  head.cut_left(ui.text(head, view.name, strong).w + t.body * 0.8F);
  hours_of(ui, lines.hours_below ? second : head, lines, view);

  block.cut_top(t.body * 0.12F);
  std::string const id = "subject_" + std::to_string(index);
  w::bar(ui, id, block.cut_top(lines.thick), view.fraction);
  if (!view.mandatory_fraction) return;
  block.cut_top(t.body * 0.2F);
  w::thin_bar(ui, id + "_mandatory", block.cut_top(lines.thin), *view.mandatory_fraction);
  block.cut_top(t.body * 0.12F);
  ui.text(block, view.mandatory,
          {t.caption, p.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 1});
}

/// Each subject is seen to be one: with less space between them they say less.
float least_gap(w::Theme const& t, Say say) {
  switch (say) {
    case Say::all:
      return t.body * 0.5F;
    case Say::brief:
      return t.body * 0.25F;
    case Say::small:
      return t.body * 0.2F;
    case Say::terse:
      break;
  }
  return 0;
}

struct SubjectColumn {
  std::vector<SubjectLines> lines;
  float high = 0;   // of the lines
  float least = 0;  // with the space that is between them
};

SubjectColumn column_of(w::Ui const& ui, std::vector<present::SubjectView> const& list, float width,
                        Say say) {
  w::Theme const& t = ui.theme();
  SubjectColumn column;
  for (auto const& view : list) {
    column.lines.push_back(lines_of(ui, view, width, say));
    column.high += column.lines.back().height(t.body);
  }
  // What one of them has no room to say of its hours, none says: else it looks like a difference.
  auto const beside = [](SubjectLines const& lines) { return !lines.hours_below; };
  bool const bare = std::any_of(column.lines.begin(), column.lines.end(),
                                [&](auto const& lines) { return beside(lines) && lines.bare; });
  for (auto& lines : column.lines) lines.bare = lines.bare || (bare && beside(lines));
  column.least =
      column.high + least_gap(t, say) * static_cast<float>(std::max<std::size_t>(list.size(), 1) - 1);
  return column;
}

void subjects(w::Ui& ui, w::Rect const& box, std::vector<present::SubjectView> const& list) {
  if (list.empty()) return;
  w::Theme const& t = ui.theme();
  SubjectColumn column;
  for (Say const say : {Say::all, Say::brief, Say::small, Say::terse}) {
    column = column_of(ui, list, box.w, say);
    if (column.least <= box.h) break;
  }
  auto const between = static_cast<float>(list.size() - 1);
  float const spare = between > 0 ? (box.h - column.high) / between : 0;
  float const gap = std::clamp(spare, 0.F, t.body * 1.6F);
  w::Rect rest = box.middle(box.w, column.high + gap * between);
  for (std::size_t i = 0; i < list.size(); ++i) {
    subject(ui, rest.cut_top(column.lines[i].height(t.body)), column.lines[i], list[i], static_cast<int>(i));
    rest.cut_top(gap);
  }
}

w::Rect within_year(w::Theme const& t, w::Rect const& box) {
  return box.inset(t.pad * 1.1F, t.pad * 0.7F);
}

float year_head(w::Theme const& t) {
  return t.body * 2.4F;
}

/// The ring beside the subjects: what these leave of the width, within bounds.
float ring_width(w::Ui const& ui, present::ProgressView const& view, float width) {
  float wanted = 0;
  for (auto const& subject : view.subjects)
    wanted = std::max(wanted, subject_width(ui, subject, subject.standing.text));
  return std::clamp(width - ui.theme().pad * 1.4F - wanted, width * 0.28F, width * 0.38F);
}

/// Where type is so large that no line of a subject has room: the hours of the year and their bar. What each
/// subject lacks stands in the sentence below.
void total_alone(w::Ui& ui, w::Rect const& box, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  w::Rect row = box.middle(box.w, t.lead * 1.45F);
  row.cut_left(
      ui.text(row, view.total_done, {t.lead, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1}).w +
      t.body * 0.25F);
  w::TextStyle const fine{t.caption, p.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 1};
  row.cut_left(ui.text(row, "/ " + view.total_required, fine).w + t.body * 0.8F);
  w::bar(ui, "year", row.middle(row.w, t.body * 0.8F), view.total_fraction);
}

}  // namespace

float year_height(w::Ui const& ui, present::ProgressView const& view, float width) {
  w::Theme const& t = ui.theme();
  float const inner = within_year(t, {0, 0, width, 0}).w;
  float const column = inner - ring_width(ui, view, inner) - t.pad * 1.4F;
  return t.pad * 1.4F + year_head(t) + column_of(ui, view.subjects, column, Say::small).least;
}

float year_least_height(w::Ui const& ui) {
  w::Theme const& t = ui.theme();
  return t.pad * 1.4F + year_head(t) + t.lead * 1.45F;
}

void year_card(w::Ui& ui, w::Rect const& box, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  w::panel(ui, box);
  w::Rect inner = within_year(t, box);
  w::Rect head = inner.cut_top(year_head(t));
  head.cut_bottom(t.body * 0.4F);
  float const verdict = std::min(w::badge_width(ui, view.verdict.text, t.body), head.w * 0.7F);
  w::badge(ui, head.cut_right(verdict), view.verdict.text, meaning_of(view.verdict.tone), w::Align::right,
           t.body);
  ui.text(head, view.year_label, {t.lead, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1});

  if (inner.h > t.body * 17.F && t.display.portrait()) {
    total(ui, inner.cut_top(inner.h - t.body * 11.F).middle(inner.w, t.body * 10.F), view);
    inner.cut_top(t.gap);
    return subjects(ui, inner, view.subjects);
  }
  float const ring = ring_width(ui, view, inner.w);
  float const column = inner.w - ring - t.pad * 1.4F;
  bool const room = column_of(ui, view.subjects, column, Say::terse).high <= inner.h + t.pad * 0.7F;
  if (is_low(ui) && !room) return total_alone(ui, inner, view);
  total(ui, inner.cut_left(ring), view);
  inner.cut_left(t.pad * 1.4F);
  subjects(ui, inner, view.subjects);
}

}  // namespace ce::screens
