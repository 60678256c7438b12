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

/// How the lines of one subject are laid out in a column of that width.
struct SubjectLines {
  std::string_view standing;
  bool terse = false;   // without what is required: the standing says what is missing
  bool narrow = false;  // the standing does not fit beside the hours: it moves under the bar
  bool bare = false;    // as terse, because hours that are told in minutes are long
  float done_em = 0;    // 0: no room for the hours at all; bar and standing tell
  float first = 0;
  float thick = 0;
  float thin = 0;     // 0: nothing mandatory
  float under = 0;    // the line under the bars
  float stacked = 0;  // a line of its own for the standing, where the mandatory part fills that line

  [[nodiscard]] float height(float em) const {
    return first + em * 0.12F + thick + (thin > 0 ? thin + em * 0.2F : 0) +
           (under > 0 ? under + em * 0.12F : 0) + stacked;
  }
};

/// How large the hours done may be, so that they, the name and whatever else stands in the line fit.
float em_for_done(w::Ui const& ui, present::SubjectView const& view, float width, float beside) {
  w::Theme const& t = ui.theme();
  float const room = width - beside - ui.width_of(view.name, t.lead, w::Weight::bold) - t.body * 1.4F;
  for (float const em : {t.lead, t.caption}) {
    if (ui.width_of(view.done, em, w::Weight::bold) <= room) return em;
  }
  return 0;
}

SubjectLines lines_of(w::Ui const& ui, present::SubjectView const& view, float width, bool terse) {
  w::Theme const& t = ui.theme();
  SubjectLines lines;
  lines.terse = terse;
  auto const fits = [&](std::string_view standing) {
    float const least = ui.width_of(view.name, t.lead, w::Weight::bold) +
                        w::badge_width(ui, standing, t.caption * 0.88F) + t.body * 0.8F;
    return (terse ? least : subject_width(ui, view, standing)) <= width;
  };
  // Under the bar what the subject lacks would seem to be what its mandatory part lacks.
  // Rather than that, the line goes without what is required.
  bool const brief = !view.brief.empty() && !fits(view.standing.text);
  lines.standing = brief ? view.brief : view.standing.text;
  auto const mark_of = [&](std::string_view standing) {
    return w::badge_width(ui, standing, t.caption * (terse ? 0.88F : 1.F));
  };
  lines.narrow = terse ? !fits(lines.standing) : em_for_done(ui, view, width, mark_of(lines.standing)) == 0;
  float const mark = lines.narrow ? 0 : mark_of(lines.standing);
  float const required = terse ? 0 : ui.width_of("/ " + view.required, t.caption, w::Weight::regular);
  lines.done_em = em_for_done(ui, view, width, mark + required);
  lines.bare = terse || lines.done_em < t.lead;
  if (lines.bare) lines.done_em = em_for_done(ui, view, width, mark);
  lines.first = t.lead * 1.45F;
  lines.thick = std::max(8.F, t.body * 0.62F);
  if (view.mandatory_fraction) lines.thin = std::max(4.F, t.body * 0.22F);
  float const said = ui.width_of(view.mandatory, t.caption, w::Weight::regular) + t.body * 0.5F;
  if (lines.narrow && view.mandatory_fraction && said + w::badge_width(ui, lines.standing) > width) {
    lines.under = t.caption * 1.3F;
    lines.stacked = t.caption * 1.75F;
  } else if (lines.narrow) {
    lines.under = t.caption * 1.75F;
  } else if (view.mandatory_fraction) {
    lines.under = t.caption * 1.3F;
  }
  return lines;
}

/// Name, hours and standing over the bar; the mandatory part under it.
void subject(w::Ui& ui, w::Rect block, SubjectLines const& lines, present::SubjectView const& view,
             int index) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  float const mark_em = lines.terse ? t.caption * 0.88F : t.caption;
  float const mark_wide = w::badge_width(ui, lines.standing, mark_em);
  w::Rect head = block.cut_top(lines.first);
  w::TextStyle const strong{t.lead, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1};
  w::TextStyle const fine{t.caption, p.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 1};
  w::Meaning const meaning = meaning_of(view.standing.tone);
  if (!lines.narrow) {
    w::badge(ui, head.cut_right(mark_wide), lines.standing, meaning, w::Align::right, mark_em);
  }
  head.cut_left(ui.text(head, view.name, strong).w + t.body * 0.8F);
  w::TextStyle done = strong;
  done.em = lines.done_em;
  if (lines.done_em > 0) head.cut_left(ui.text(head, view.done, done).w + t.body * 0.25F);
  if (!lines.bare) ui.text(head, "/ " + view.required, fine);

  block.cut_top(t.body * 0.12F);
  std::string const id = "subject_" + std::to_string(index);
  w::bar(ui, id, block.cut_top(lines.thick), view.fraction);
  if (view.mandatory_fraction) {
    block.cut_top(t.body * 0.2F);
    w::thin_bar(ui, id + "_mandatory", block.cut_top(lines.thin), *view.mandatory_fraction);
  }
  block.cut_top(t.body * 0.12F);
  if (lines.stacked > 0) {
    w::badge(ui, block.cut_bottom(lines.stacked), lines.standing, meaning, w::Align::left);
  } else if (lines.narrow) {
    w::badge(ui, block.cut_right(mark_wide), lines.standing, meaning, w::Align::right);
    block.cut_right(t.body * 0.4F);
  }
  if (view.mandatory_fraction) ui.text(block, view.mandatory, fine);
}

void subjects(w::Ui& ui, w::Rect const& box, std::vector<present::SubjectView> const& list) {
  if (list.empty()) return;
  w::Theme const& t = ui.theme();
  std::vector<SubjectLines> lines;
  float total_high = 0;
  for (bool const terse : {false, true}) {
    lines.clear();
    total_high = 0;
    for (auto const& view : list) {
      lines.push_back(lines_of(ui, view, box.w, terse));
      total_high += lines.back().height(t.body);
    }
    if (total_high <= box.h) break;
  }
  auto const between = static_cast<float>(list.size() - 1);
  float const spare = between > 0 ? (box.h - total_high) / between : 0;
  float const gap = std::clamp(spare, 0.F, t.body * 1.6F);
  w::Rect column = box.middle(box.w, total_high + gap * between);
  for (std::size_t i = 0; i < list.size(); ++i) {
    subject(ui, column.cut_top(lines[i].height(t.body)), lines[i], list[i], static_cast<int>(i));
    column.cut_top(gap);
  }
}

}  // namespace

void year_card(w::Ui& ui, w::Rect const& box, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  w::panel(ui, box);
  w::Rect inner = box.inset(t.pad * 1.1F, t.pad * 0.7F);
  w::Rect head = inner.cut_top(t.body * 2.F);
  float const verdict = std::min(w::badge_width(ui, view.verdict.text, t.body), head.w * 0.7F);
  w::badge(ui, head.cut_right(verdict), view.verdict.text, meaning_of(view.verdict.tone), w::Align::right,
           t.body);
  ui.text(head, view.year_label, {t.lead, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1});
  inner.cut_top(t.body * 0.4F);

  if (inner.h > t.body * 17.F && t.display.portrait()) {
    total(ui, inner.cut_top(inner.h - t.body * 11.F).middle(inner.w, t.body * 10.F), view);
    inner.cut_top(t.gap);
  } else {
    float wanted = 0;
    for (auto const& subject : view.subjects)
      wanted = std::max(wanted, subject_width(ui, subject, subject.standing.text));
    float const between = t.pad * 1.4F;
    float const ring = std::clamp(inner.w - between - wanted, inner.w * 0.28F, inner.w * 0.38F);
    total(ui, inner.cut_left(ring), view);
    inner.cut_left(between);
  }
  subjects(ui, inner, view.subjects);
}

}  // namespace ce::screens
