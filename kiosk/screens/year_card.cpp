#include <algorithm>
#include <string>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/year.h"
#include "kiosk/widgets/progress.h"

namespace ce::screens {
namespace w = widgets;
namespace {

void total(w::Ui& ui, w::Rect box, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  float const badge_high = t.body * 1.9F;
  float const side = std::min(box.w, box.h - badge_high - t.gap * 0.8F);
  box = box.middle(box.w, side + badge_high + t.gap * 0.8F);
  w::Meaning const meaning = meaning_of(view.verdict.tone);
  w::Rect in = w::ring(ui, "year", box.cut_top(side), view.total_fraction, meaning);
  w::Rect block = in.middle(in.w, in.h * 0.86F);
  ui.text(block.cut_top(block.h * 0.24F), view.year_label,
          {t.caption, p.ink_soft, w::Weight::regular, w::Align::centre, w::Stand::middle, 1});
  ui.text(block.cut_top(block.h * 0.66F), view.total_done,
          {t.display_type, p.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 1, 0.4F});
  ui.text(block, view.total_required,
          {t.caption, p.ink_soft, w::Weight::regular, w::Align::centre, w::Stand::middle, 1});
  box.cut_top(t.gap * 0.8F);
  w::badge(ui, box, view.verdict.text, meaning, w::Align::centre, t.body);
}

void subject(w::Ui& ui, w::Rect const& box, present::SubjectView const& view, int index) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  float const thick = std::max(8.F, t.body * 0.62F);
  float const thin = std::max(4.F, t.body * 0.22F);
  bool const mandatory = view.mandatory_fraction.has_value();
  float const first = t.lead * 1.5F;
  float const last = mandatory ? thin + t.caption * 1.5F : 0;
  w::Rect block = box.middle(box.w, first + thick + t.body * 0.3F + last);
  w::Rect head = block.cut_top(first);
  w::Rect const name =
      ui.text(head, view.name, {t.lead, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1});
  head.cut_left(name.w + t.body * 0.8F);
  w::Rect const mark =
      w::badge(ui, head, view.standing.text, meaning_of(view.standing.tone), w::Align::right);
  head.w = std::max(0.F, mark.x - head.x - t.body * 0.4F);
  w::Rect const done =
      ui.text(head, view.done, {t.lead, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1});
  head.cut_left(done.w + t.body * 0.25F);
  ui.text(head, "/ " + view.required,
          {t.caption, p.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 1});
  block.cut_top(t.body * 0.15F);
  std::string const id = "subject_" + std::to_string(index);
  w::bar(ui, id, block.cut_top(thick), view.fraction);
  if (!mandatory) return;
  block.cut_top(t.body * 0.15F);
  w::thin_bar(ui, id + "_mandatory", block.cut_top(thin), *view.mandatory_fraction);
  ui.text(block, view.mandatory,
          {t.caption, p.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 1});
}

}  // namespace

void year_card(w::Ui& ui, w::Rect const& box, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  w::panel(ui, box);
  w::Rect inner = box.inset(t.pad * 1.1F, t.pad * 0.8F);
  total(ui, inner.cut_left(std::min(inner.w * 0.36F, inner.h)), view);
  inner.cut_left(t.pad * 1.5F);
  auto const count = static_cast<int>(view.subjects.size());
  for (int i = 0; i < count; ++i) {
    subject(ui, inner.row(i, count, t.gap * 0.5F), view.subjects[static_cast<std::size_t>(i)], i);
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
  float height = t.pad * 1.1F;
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
  w::Rect inner = box.inset(t.pad, t.pad * 0.55F);
  auto const count = static_cast<float>(view.missing.size());
  float const room = inner.h;
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
