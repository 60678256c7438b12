#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "central/console/typed.h"
#include "central/console/visitor.h"
#include "central/web/detail_page.h"

/// Settings of a kiosk as the console shows and changes them (central/remote_settings).
namespace ce::console {

/// What may be set, how it stands, and how it came to that; for the kiosk's page. With the way to change it
/// for who may.
[[nodiscard]] Result<std::vector<web::DetailView::Table>> setting_tables(Visitor const& visitor,
                                                                         store::Kiosk const& kiosk);

struct SettingForm {
  std::string name;  // of the item
  std::string about;
  web::FormView view;
};
/// The form for one item; `typed` with `error` where it comes back. Fails with record_unknown for a kiosk
/// that is not the visitor's or an item that is none.
[[nodiscard]] Result<SettingForm> setting_form(Visitor const& visitor, std::string_view kiosk,
                                               std::string_view item, Typed const* typed,
                                               std::string const& error);
/// The number of the revision. Fails as setting_form() and remote_settings::set().
[[nodiscard]] Result<std::int64_t> set_item(Visitor const& visitor, std::string_view kiosk,
                                            std::string_view item, Typed const& typed);

/// One revision with its kiosks, and what may be done about it. Fails with record_unknown where it is not of
/// the visitor's region.
[[nodiscard]] Result<web::DetailView> revision_view(Visitor const& visitor, std::int64_t number);

}  // namespace ce::console
