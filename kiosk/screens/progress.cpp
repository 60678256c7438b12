#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/year.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

/// Which of the years have a tab, where there are more of them than tabs: those around the chosen one.
struct Window {
  std::size_t first = 0;
  std::size_t end = 0;
};

Window window_of(std::vector<present::YearTab> const& years, std::size_t fit) {
  if (years.size() <= fit) return {0, years.size()};
  auto const chosen = std::find_if(years.begin(), years.end(), [](auto const& tab) { return tab.chosen; });
  auto const at = chosen == years.end() ? 0 : static_cast<std::size_t>(chosen - years.begin());
  std::size_t const first = std::min(at > fit / 2 ? at - fit / 2 : 0, years.size() - fit);
  return {first, first + fit};
}

/// "2026" of "2026 年度": what all tabs say where not all of them have room for more.
std::string_view in_short(std::string_view label) {
  return label.substr(0, label.find(' '));
}

/// The newest year at the left. Where some have no tab, a key at either end leads to the next of them.
Outcome year_tabs(w::Ui& ui, w::Rect const& box, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  float const end = std::max(t.target, box.h);
  auto const widest = [&](bool marked, bool brief) {
    float most = t.target;
    for (auto const& tab : view.years) {
      auto const label = brief ? in_short(tab.label) : std::string_view{tab.label};
      most = std::max(most, w::tab_width(ui, label, marked && tab.complete));
    }
    return most;
  };
  auto const fitting = [&](float width, bool marked) {
    float const least = widest(marked, true);
    return static_cast<std::size_t>(std::max(1.F, std::floor((width + t.gap) / (least + t.gap))));
  };
  w::Rect row = box;
  // Rather all years without their marks than some years with them; the card below says the same.
  bool const marked = fitting(box.w, true) >= view.years.size() || fitting(box.w, false) < view.years.size();
  auto shown = window_of(view.years, fitting(box.w, marked));
  if (shown.end - shown.first < view.years.size()) {
    w::Rect const newer = row.cut_left(end);
    row.cut_left(t.gap);
    w::Rect const older = row.cut_right(end);
    row.cut_right(t.gap);
    shown = window_of(view.years, fitting(row.w, true));
    auto const to = [&](w::Rect const& at, std::string_view id, w::Icon icon, std::string const& label,
                        bool more, std::size_t year) {
      if (w::key(ui, at,
                 {.id = id, .icon = icon, .look = w::KeyLook::secondary, .enabled = more, .name = label})) {
        outcome = session::ShowYear{view.years[year].year};
      }
    };
    to(newer, "newer_years", w::Icon::previous, view.newer_label, shown.first > 0, shown.first - 1);
    to(older, "older_years", w::Icon::next, view.older_label, shown.end < view.years.size(), shown.end);
  }
  auto const count = static_cast<int>(shown.end - shown.first);
  float const most = t.body * 8.F;
  if (count < 3 && view.years.size() < 3) {
    row.w = std::min(row.w, (most + t.gap) * static_cast<float>(count));
  }
  bool const brief = row.column(0, count, t.gap).w < widest(marked, false);
  for (int i = 0; i < count; ++i) {
    auto const& tab = view.years[shown.first + static_cast<std::size_t>(i)];
    std::string const id = "year_" + std::to_string(tab.year);
    auto const label = brief ? in_short(tab.label) : std::string_view{tab.label};
    if (w::tab_key(ui, row.column(i, count, t.gap), id, tab.label, tab.chosen, marked && tab.complete,
                   label)) {
      outcome = session::ShowYear{tab.year};
    }
  }
  return outcome;
}

constexpr float words_of_ways = 0.5F;  // of their width

/// `site`: where to learn stands before the key, in the place of why nothing can be printed.
Outcome ways_on(w::Ui& ui, w::Rect box, present::ProgressView const& view,
                std::optional<SiteStrip> const& site) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  if (site) {
    site_strip(ui, box.cut_left(box.w * words_of_ways), view, *site);
    box.cut_left(t.gap);
    box = box.middle(box.w, std::min(box.h, t.key));
  } else if (!view.print_label && !view.print_hint.empty()) {
    ui.text(box.cut_left(box.w * words_of_ways), view.print_hint,
            {t.caption, t.palette.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 3});
    box.cut_left(t.gap);
  }
  w::Rect list = box;
  if (view.print_label) {
    w::Rect const print = list.cut_right(box.w * 0.56F);
    list.cut_right(t.gap * 1.2F);
    if (w::key(ui, print,
               {.id = "print", .label = *view.print_label, .icon = w::Icon::print, .em = t.title})) {
      outcome = session::ChoosePrint{view.year};
    }
  }
  if (w::key(ui, list,
             {.id = "certificates",
              .label = view.certificates_label,
              .icon = w::Icon::medal,
              .look = w::KeyLook::secondary})) {
    outcome = session::ShowCertificates{};
  }
  return outcome;
}

/// As much of the learning site as fits.
template <class Fits>
Site most_of_site(Fits const& fits) {
  for (Site const wish : {Site::code, Site::address}) {
    if (fits(wish)) return wish;
  }
  return Site::nothing;
}

/// Lets the ways on grow into `body`, so that they have the site's code beside the key, as large as may be.
template <class Fits>
std::optional<SiteStrip> grow_for_site(w::Ui const& ui, w::Rect& ways, w::Rect& body,
                                       present::ProgressView const& view, Fits const& fits) {
  if (view.missing.empty() || view.print_label) return std::nullopt;
  for (auto const& strip : site_strips(ui, view, ways.w * words_of_ways)) {
    float const more = std::max(0.F, strip.height - ways.h);
    body.h -= more;
    if (fits()) {
      ways.y -= more;
      ways.h += more;
      return strip;
    }
    body.h += more;
  }
  return std::nullopt;
}

/// Upright: one column, main keys at the foot.
Outcome upright(w::Ui& ui, w::Rect body, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  w::Rect ways = body.cut_bottom(t.key * 1.15F);
  body.cut_bottom(t.gap * 1.2F);
  person(ui, body.cut_top(person_height(ui)), view.person);
  body.cut_top(t.gap);
  if (view.years.size() > 1) {
    if (auto chosen = year_tabs(ui, body.cut_top(std::max(t.target, t.body * 2.2F)), view)) outcome = chosen;
    body.cut_top(t.gap);
  }
  float const year = t.body * 13.4F;
  // Where type is so large that no list one can read is left room, the year has it all.
  auto const lists = [&](float missing) {
    w::Rect const rest{body.x, body.y, body.w, body.h - year - t.gap - (missing > 0 ? missing + t.gap : 0)};
    return records_fit(ui, rest, view);
  };
  // The site gives way before the list of records does.
  auto const high = [&](Site site) { return missing_height(ui, view, body.w, site); };
  bool const list_fits = lists(high(Site::nothing));
  auto const room_for = [&](Site wish) {
    return list_fits ? lists(high(wish)) : body.h - high(wish) - t.gap >= year;
  };
  Site site = most_of_site(room_for);
  std::optional<SiteStrip> strip;
  if (site != Site::code)
    strip = grow_for_site(ui, ways, body, view, [&] { return room_for(Site::nothing); });
  // In the largest type on the smallest panel both cards give what they can.
  float const year_least = year_least_height(ui);
  float const said_least = view.missing.empty() ? 0 : missing_least_height(ui, view, body.w);
  bool const low = site == Site::nothing && !strip && !list_fits;
  if (low)
    strip = grow_for_site(ui, ways, body, view, [&] { return body.h - said_least - t.gap >= year_least; });
  if (strip) site = Site::nothing;
  float missing = high(site);
  if (low) missing = std::min(missing, std::max(said_least, body.h - t.gap - year_least));
  float const said = missing > 0 ? missing + t.gap : 0;
  bool const listed = lists(missing);
  year_card(ui, body.cut_top(listed ? year : body.h - said), view);
  body.cut_top(t.gap);
  if (missing > 0) {
    missing_card(ui, body.cut_top(missing), view, site);
    body.cut_top(t.gap);
  }
  if (listed) {
    if (auto turned = records_card(ui, body, view)) outcome = turned;
  }
  if (auto chosen = ways_on(ui, ways, view, strip)) outcome = chosen;
  return outcome;
}

/// Wide: who and how much at the left, the records and the keys at the right.
Outcome wide(w::Ui& ui, w::Rect body, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  w::Rect left = body.cut_left(body.w * (t.few_things() ? 0.54F : 0.5F) - t.gap);
  body.cut_left(t.gap * 2);
  Outcome outcome;
  w::Rect ways = body.cut_bottom(t.key);
  body.cut_bottom(t.gap);
  person(ui, left.cut_top(person_height(ui)), view.person);
  left.cut_top(t.gap);
  if (view.years.size() > 1) {
    if (auto chosen = year_tabs(ui, body.cut_top(std::max(t.target, t.body * 2.2F)), view)) outcome = chosen;
    body.cut_top(t.gap);
  }
  auto const high = [&](Site wish) { return missing_height(ui, view, left.w, wish); };
  auto const under = [&](Site wish, float year) { return left.h - high(wish) - t.gap >= year; };
  // The site's code, then its address, give way before a subject's hours do.
  float const told = std::max(t.body * 13.F, year_height(ui, view, left.w));
  float const year = under(Site::nothing, told) ? told : t.body * 13.F;
  Site left_site = most_of_site([&](Site wish) { return under(wish, year); });
  bool const under_year = high(Site::nothing) > 0 && under(left_site, year);
  // In elder mode on a low screen there may be no room for a list that one can read: then it stays away.
  auto const beside = [&](Site wish) { return under_year ? 0 : missing_height(ui, view, body.w, wish); };
  auto const lists = [&](Site wish) {
    float const said = beside(wish);
    return records_fit(ui, {body.x, body.y, body.w, body.h - (said > 0 ? said + t.gap : 0)}, view);
  };
  bool const listed = lists(Site::nothing);
  auto const room_for = [&](Site wish) { return listed ? lists(wish) : beside(wish) <= body.h; };
  Site site = most_of_site(room_for);
  bool const coded = (under_year ? left_site : site) == Site::code;
  std::optional<SiteStrip> strip;
  // Alone in its box the card's type may give way to the code; the list of records does not.
  auto const still_fits = [&] {
    return listed || under_year ? room_for(Site::nothing) : missing_least_height(ui, view, body.w) <= body.h;
  };
  if (!coded) strip = grow_for_site(ui, ways, body, view, still_fits);
  if (strip) site = left_site = Site::nothing;
  if (under_year) {
    missing_card(ui, left.cut_bottom(high(left_site)), view, left_site);
    left.cut_bottom(t.gap);
  }
  year_card(ui, left, view);
  float const said = beside(site);
  if (said > 0) {
    missing_card(ui, listed ? body.cut_top(said) : body, view, site);
    if (listed) body.cut_top(t.gap);
  }
  if (listed) {
    if (auto turned = records_card(ui, body, view)) outcome = turned;
  }
  if (auto chosen = ways_on(ui, ways, view, strip)) outcome = chosen;
  return outcome;
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::ProgressView const& view) {
  return ui.theme().display.portrait() ? upright(ui, body, view) : wide(ui, body, view);
}

}  // namespace ce::screens
