#include <algorithm>
#include <string>

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
          {t.display_type, p.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 1, 0.4F});
  ui.text(block, "/ " + view.total_required,
          {t.caption, p.ink_soft, w::Weight::regular, w::Align::centre, w::Stand::middle, 1});
}

/// What a subject's line needs to stand in one row.
float subject_width(w::Ui const& ui, present::SubjectView const& view) {
  w::Theme const& t = ui.theme();
  return ui.width_of(view.name, t.lead, w::Weight::bold) + ui.width_of(view.done, t.lead, w::Weight::bold) +
         ui.width_of("/ " + view.required, t.caption, w::Weight::regular) +
         w::badge_width(ui, view.standing.text) + t.body * 1.8F;
}

/// Name, hours and standing over the bar; the mandatory part under it. Where the line is too short for all
/// of it, the standing moves under the bar.
void subject(w::Ui& ui, w::Rect const& box, present::SubjectView const& view, int index) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  float const thick = std::max(8.F, t.body * 0.62F);
  float const thin = std::max(4.F, t.body * 0.22F);
  bool const mandatory = view.mandatory_fraction.has_value();
  std::string const required = "/ " + view.required;
  float const mark_wide = w::badge_width(ui, view.standing.text);
  bool const narrow = subject_width(ui, view) > box.w;

  float const first = t.lead * 1.45F;
  float const under = narrow ? t.caption * 1.8F : mandatory ? t.caption * 1.35F : 0;
  float const last = (mandatory ? thin + t.body * 0.2F : 0) + (under > 0 ? under + t.body * 0.12F : 0);
  w::Rect block = box.middle(box.w, first + t.body * 0.12F + thick + last);
  w::Rect head = block.cut_top(first);
  w::TextStyle const strong{t.lead, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1};
  w::TextStyle const fine{t.caption, p.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 1};
  w::Meaning const meaning = meaning_of(view.standing.tone);
  if (!narrow) w::badge(ui, head.cut_right(mark_wide), view.standing.text, meaning, w::Align::right);
  head.cut_left(ui.text(head, view.name, strong).w + t.body * 0.8F);
  head.cut_left(ui.text(head, view.done, strong).w + t.body * 0.25F);
  ui.text(head, required, fine);

  block.cut_top(t.body * 0.12F);
  std::string const id = "subject_" + std::to_string(index);
  w::bar(ui, id, block.cut_top(thick), view.fraction);
  if (mandatory) {
    block.cut_top(t.body * 0.2F);
    w::thin_bar(ui, id + "_mandatory", block.cut_top(thin), *view.mandatory_fraction);
  }
  block.cut_top(t.body * 0.12F);
  if (narrow) {
    w::badge(ui, block.cut_right(mark_wide), view.standing.text, meaning, w::Align::right);
    block.cut_right(t.body * 0.4F);
  }
  if (mandatory) ui.text(block, view.mandatory, fine);
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

  float wanted = 0;
  for (auto const& subject : view.subjects) wanted = std::max(wanted, subject_width(ui, subject));
  float const between = t.pad * 1.4F;
  float const ring = std::clamp(inner.w - between - wanted, inner.w * 0.24F, inner.w * 0.38F);
  total(ui, inner.cut_left(ring), view);
  inner.cut_left(between);
  auto const count = static_cast<int>(view.subjects.size());
  w::Rect const bars = inner.middle(inner.w, t.body * 13.F);
  for (int i = 0; i < count; ++i) {
    subject(ui, bars.row(i, count, t.gap * 0.5F), view.subjects[static_cast<std::size_t>(i)], i);
  }
}

namespace {

w::TextStyle sentence(w::Theme const& t) {
  return {t.body, t.palette.notice.ink, w::Weight::regular, w::Align::left, w::Stand::top, 3};
}

float sentence_width(w::Theme const& t, float width) {
  return width - t.pad * 2 - t.body * 1.2F;
}

}  // namespace

float missing_height(w::Ui const& ui, present::ProgressView const& view, float width) {
  if (view.missing.empty()) return 0;
  w::Theme const& t = ui.theme();
  float height = t.pad * 1.3F - t.body * 0.35F;
  for (auto const& line : view.missing) {
    height += ui.height_of(line, sentence(t), sentence_width(t, width)) + t.body * 0.35F;
  }
  return height;
}

void missing_card(w::Ui& ui, w::Rect const& box, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  w::Pair const& tone = t.palette.notice;
  ui.brush().fill(box, tone.ground, t.radius);
  ui.brush().stroke(box, tone.edge, t.radius, t.hairline);
  w::Rect inner = box.inset(t.pad, t.pad * 0.65F);
  auto const count = static_cast<float>(view.missing.size());
  float const room = inner.h;
  inner = inner.middle(inner.w, missing_height(ui, view, box.w) - t.pad * 1.3F);
  for (auto const& line : view.missing) {
    float const wanted = ui.height_of(line, sentence(t), sentence_width(t, box.w));
    w::Rect row = inner.cut_top(std::min(wanted, room / count * 2));
    inner.cut_top(t.body * 0.35F);
    w::Rect const dot = row.cut_left(t.body * 1.2F);
    ui.brush().disc({dot.x + t.body * 0.3F, dot.y + t.body * 0.56F}, t.body * 0.2F, tone.edge);
    ui.text(row, line, sentence(t));
  }
}

}  // namespace ce::screens
