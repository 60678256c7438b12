#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/year.h"

namespace ce::screens {
namespace w = widgets;
namespace {

constexpr float too_high = 1e6F;

w::TextStyle sentence(w::Theme const& t, float em) {
  return {em, t.palette.notice.ink, w::Weight::regular, w::Align::left, w::Stand::top, 0};
}

/// What the sentences take, with the space between them.
float sentences_height(w::Ui const& ui, present::ProgressView const& view, float width, float em) {
  w::Theme const& t = ui.theme();
  float height = -t.body * 0.35F;
  for (auto const& line : view.missing) height += ui.height_of(line, sentence(t, em), width) + t.body * 0.35F;
  return height;
}

float across(qr::Code const& code) {
  return static_cast<float>(code.width + 2 * qr::quiet_zone);
}

/// Whole pixels, or scanners see bars of unequal width; half a millimetre is what telephones read from a
/// screen.
float least_module(w::Theme const& t) {
  return std::max(2.F, std::ceil(t.display.px_per_mm * 0.5F));
}

float module_of(w::Theme const& t, qr::Code const& code) {
  return std::max(least_module(t), std::floor(t.body * 5.4F / across(code)));
}

float side_of(w::Theme const& t, qr::Code const& code) {
  return module_of(t, code) * across(code);
}

/// What the code takes of the card's width.
float code_room(w::Theme const& t, present::ProgressView const& view, Site site) {
  return site == Site::code && view.learn ? side_of(t, view.learn->site.code) + t.pad : 0;
}

float words_width(w::Theme const& t, present::ProgressView const& view, float width, Site site) {
  return width - t.pad * 2 - t.body * 1.2F - code_room(t, view, site);
}

/// Black on white in any palette: it is read by machines.
void draw_code(w::Ui& ui, w::Point corner, qr::Code const& code, float module) {
  float const side = module * across(code);
  w::Rect const paper{std::round(corner.x), std::round(corner.y), side, side};
  ui.brush().fill(paper, w::rgb(0xFFFFFF), ui.theme().body * 0.25F);
  for (int row = 0; row < code.width; ++row) {
    for (int column = 0; column < code.width;) {
      int run = 0;
      while (column + run < code.width && code.at(row, column + run)) ++run;
      float const x = paper.x + module * static_cast<float>(column + qr::quiet_zone);
      float const y = paper.y + module * static_cast<float>(row + qr::quiet_zone);
      if (run > 0) ui.brush().fill({x, y, module * static_cast<float>(run), module}, w::rgb(0x000000));
      column += std::max(run, 1);
    }
  }
}

std::string const& caption_of(present::ProgressView const& view, Site site) {
  return site == Site::code ? view.learn->caption : view.learn->address_caption;
}

/// Under the sentences: what the code is for, and the address for whoever has no telephone at hand.
float learn_height(w::Ui const& ui, present::ProgressView const& view, float width, Site site) {
  w::Theme const& t = ui.theme();
  float const beside = ui.width_of(caption_of(view, site), t.body, w::Weight::bold) + t.body * 0.6F +
                       ui.width_of(view.learn->site.address, t.caption, w::Weight::regular);
  return t.body * (beside <= width ? 1.45F : 2.9F);
}

void learn_lines(w::Ui& ui, w::Rect box, present::ProgressView const& view, Site site, w::Color ink) {
  w::Theme const& t = ui.theme();
  w::TextStyle const strong{t.body, ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1};
  w::TextStyle const fine{t.caption, ink, w::Weight::regular, w::Align::left, w::Stand::middle, 1};
  bool const stacked = box.h > t.body * 2;
  w::Rect first = stacked ? box.cut_top(box.h / 2) : box;
  w::Rect const said = ui.text(first, caption_of(view, site), strong);
  first.cut_left(said.w + t.body * 0.6F);
  ui.text(stacked ? box : first, view.learn->site.address, fine);
}

}  // namespace

float missing_height(w::Ui const& ui, present::ProgressView const& view, float width, Site site) {
  if (view.missing.empty()) return 0;
  w::Theme const& t = ui.theme();
  float const wide = words_width(t, view, width, site);
  float height = sentences_height(ui, view, wide, t.body);
  if (site != Site::nothing && view.learn) {
    // An address is not broken: where it has no room, no height is enough.
    if (ui.width_of(view.learn->site.address, t.caption, w::Weight::regular) > wide) return too_high;
    height += t.body * 0.35F + learn_height(ui, view, wide, site);
    if (site == Site::code) height = std::max(height, side_of(t, view.learn->site.code));
  }
  return height + t.pad * 1.3F;
}

float missing_least_height(w::Ui const& ui, present::ProgressView const& view, float width) {
  w::Theme const& t = ui.theme();
  return sentences_height(ui, view, words_width(t, view, width, Site::nothing), t.caption) + t.pad * 1.3F;
}

void missing_card(w::Ui& ui, w::Rect const& box, present::ProgressView const& view, Site site) {
  w::Theme const& t = ui.theme();
  w::Pair const& tone = t.palette.notice;
  ui.brush().fill(box, tone.ground, t.radius);
  ui.brush().stroke(box, tone.edge, t.radius, t.edge);
  w::Rect inner = box.inset(t.pad, t.pad * 0.65F);
  bool const learn = site != Site::nothing && view.learn;
  if (learn && site == Site::code) {
    float const side = side_of(t, view.learn->site.code);
    w::Rect const right = inner.cut_right(side);
    inner.cut_right(t.pad);
    draw_code(ui, {right.x, right.centre().y - side / 2}, view.learn->site.code,
              module_of(t, view.learn->site.code));
  }
  float const wide = words_width(t, view, box.w, site);
  float const site_high = learn ? t.body * 0.35F + learn_height(ui, view, wide, site) : 0;
  // Where the largest type leaves no room for all of it, all of it is a little smaller.
  float em = t.body;
  auto const words = [&] { return site_high + sentences_height(ui, view, wide, em); };
  // Alone in a high box it does not leave most of it empty.
  for (float const larger : {t.title, t.lead}) {
    em = larger;
    if (words() <= inner.h * 0.9F) break;
    em = t.body;
  }
  while (words() > inner.h + 0.5F && em > t.caption) em = std::max(t.caption, em * 0.94F);
  inner = inner.middle(inner.w, std::min(words(), inner.h));
  for (auto const& line : view.missing) {
    w::Rect row = inner.cut_top(ui.height_of(line, sentence(t, em), wide));
    inner.cut_top(t.body * 0.35F);
    w::Rect const dot = row.cut_left(t.body * 1.2F);
    ui.brush().disc({dot.x + t.body * 0.3F, dot.y + em * 0.56F}, t.body * 0.2F, tone.edge);
    ui.text(row, line, sentence(t, em));
  }
  if (!learn) return;
  inner.cut_left(t.body * 1.2F);
  learn_lines(ui, inner.cut_bottom(learn_height(ui, view, wide, site)), view, site, t.palette.notice.ink);
}

namespace {

w::TextStyle strip_caption(w::Theme const& t) {
  return {t.body, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 2};
}

}  // namespace

std::vector<SiteStrip> site_strips(w::Ui const& ui, present::ProgressView const& view, float width) {
  std::vector<SiteStrip> strips;
  if (!view.learn) return strips;
  w::Theme const& t = ui.theme();
  auto const& code = view.learn->site.code;
  auto const& caption = view.learn->caption;
  for (float module = module_of(t, code); module >= least_module(t); --module) {
    float const side = module * across(code);
    float const words = width - side - t.pad;
    // In two lines at most, a little smaller if need be.
    float const tall = ui.height_of(caption, strip_caption(t), words);
    if (words < t.body * 3.F || tall > side) continue;
    if (ui.width_of(caption, t.body, w::Weight::bold) > words * 2.2F) continue;
    strips.push_back({module, side});
  }
  return strips;
}

void site_strip(w::Ui& ui, w::Rect box, present::ProgressView const& view, SiteStrip const& strip) {
  w::Theme const& t = ui.theme();
  w::Rect const code = box.cut_left(strip.height);
  box.cut_left(t.pad);
  draw_code(ui, {code.x, code.centre().y - strip.height / 2}, view.learn->site.code, strip.module);
  // A long address has no room here; who has no telephone finds it where there is more.
  if (std::max(ui.width_of(view.learn->site.address, t.caption, w::Weight::regular),
               ui.width_of(view.learn->caption, t.body, w::Weight::bold)) <= box.w) {
    learn_lines(ui, box.middle(box.w, t.body * 2.9F), view, Site::code, t.palette.ink);
  } else {
    ui.text(box, view.learn->caption, strip_caption(t));
  }
}

}  // namespace ce::screens
