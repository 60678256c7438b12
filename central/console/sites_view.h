#pragma once

#include "central/console/visitor.h"
#include "central/roster/sites.h"
#include "central/web/detail_page.h"
#include "central/web/sites_page.h"

namespace ce::console {

/// All keys of learning sites and the form for another, with what was wrong with the last try.
[[nodiscard]] Result<web::SitesView> sites_shown(Visitor const& visitor, std::string const& error = {});

/// One key, by its first digits. Fails with record_unknown.
struct SiteShown {
  std::string name;
  web::DetailView view;
};
[[nodiscard]] Result<SiteShown> site_shown(Visitor const& visitor, std::string_view key);

/// Lets the approved institution in with a new key, which nobody can read again later. Fails with
/// input_invalid as roster::enrol_site() does.
struct SiteEnrolled {
  roster::Site site;
  SecretText key;
};
[[nodiscard]] Result<SiteEnrolled> enrol_site(Visitor const& visitor, std::int64_t institution);
[[nodiscard]] Result<void> revoke_site(Visitor const& visitor, std::string_view key);

}  // namespace ce::console
