#include <algorithm>

#include "kiosk/present/bodies.h"
#include "shared/identity/mask.h"

namespace ce::present {

PersonView person_view(session::State const& state, Words const& words) {
  auto const& years = *state.visitor->years;
  PersonView view;
  // The region's copy knows no names; the card does.
  view.full_name = (years.name.reveal().empty() ? state.visitor->identity.name : years.name).reveal();
  view.masked_name = identity::mask_name(view.full_name);
  view.full_number = years.id_number.reveal();
  view.masked_number = identity::mask_id_number(view.full_number);
  view.employer = years.employer;
  view.hold_hint = words[Word::person_hold];
  return view;
}

PageView paging(std::size_t count, std::size_t per_page, int page, Words const& words) {
  PageView view;
  view.pages = std::max(1, static_cast<int>((count + per_page - 1) / per_page));
  view.page = std::clamp(page, 0, view.pages - 1);
  view.label = words.fill(Word::progress_page,
                          {{"page", std::to_string(view.page + 1)}, {"pages", std::to_string(view.pages)}});
  view.previous_label = words[Word::progress_previous];
  view.next_label = words[Word::progress_next];
  return view;
}

}  // namespace ce::present
