#include "central/console/sites_view.h"

#include <algorithm>

#include "central/accounts/keeper.h"
#include "central/store/digest.h"

namespace ce::console {
namespace {

using roster::Site;
using web::Tone;

web::Badge state_of_site(Site const& site) {
  return site.revoked ? web::Badge{Tone::bad, "已停用"} : web::Badge{Tone::good, "已接入"};
}

std::string address_of_site(Site const& site) {
  return "/console/sites/" + site.key;
}

}  // namespace

Result<web::SitesView> sites_shown(Visitor const& visitor, std::string const& error) {
  CE_TRY(auto const sites, roster::sites(visitor.store));
  CE_TRY(auto const institutions, roster::approved_institutions(visitor.store));
  auto const& regions = visitor.store.rules().regions;
  web::SitesView view;
  web::Field institution{.id = "institution",
                         .label = "学习机构",
                         .kind = web::FieldKind::select,
                         .required = true,
                         .hint = "只列出经认定可以开展网上学习的机构",
                         .error = error,
                         .wide = true};
  institution.options = {{"", "请选择"}};
  for (auto const& one : institutions) {
    institution.options.push_back(
        {std::to_string(one.id), one.name + "（" + regions.full_name(one.region) + "）"});
  }
  view.fields = {std::move(institution)};
  std::int64_t active = 0;
  for (auto const& site : sites) {
    active += site.revoked ? 0 : 1;
    view.rows.push_back({address_of_site(site), site.name, regions.full_name(site.region), site.key,
                         china_minute_text(site.enrolled), state_of_site(site)});
  }
  view.told = "接入中的密钥 " + std::to_string(active) + " 把，共 " + std::to_string(sites.size()) + " 把";
  if (sites.empty()) {
    view.empty =
        web::Empty{"globe", "还没有接入学习网站", "接入后，学习网站可以自行登记学习记录，仍须审核认定。", {}};
  }
  return view;
}

Result<SiteShown> site_shown(Visitor const& visitor, std::string_view key) {
  CE_TRY(auto const sites, roster::sites(visitor.store));
  auto const at = std::find_if(sites.begin(), sites.end(), [&](Site const& site) { return site.key == key; });
  if (at == sites.end()) return Failure{FailureCode::record_unknown, "key of a learning site"};
  SiteShown shown{at->name, {}};
  auto& view = shown.view;
  view.heading = "接入情况";
  view.state = state_of_site(*at);
  view.facts = {{"地区", visitor.store.rules().regions.full_name(at->region)},
                {"密钥标识", at->key},
                {"接入时间", china_minute_text(at->enrolled)}};
  if (at->revoked) {
    view.facts.push_back({"停用时间", china_minute_text(*at->revoked)});
    return shown;
  }
  view.acts.push_back(
      {.heading = "停用密钥",
       .lead = "停用后对方立即不能再登记；已经登记的记录保留。停用后不能恢复，可以另行接入新密钥。",
       .action = address_of_site(*at),
       .fields = {},
       .act = "revoke",
       .word = "停用密钥",
       .icon = "cross",
       .danger = true});
  return shown;
}

Result<SiteEnrolled> enrol_site(Visitor const& visitor, std::int64_t institution) {
  auto key = store::make_key();
  CE_TRY(auto site,
         roster::enrol_site(visitor.store, accounts::keeper_of(visitor.who), institution, key, visitor.now));
  return SiteEnrolled{std::move(site), std::move(key)};
}

Result<void> revoke_site(Visitor const& visitor, std::string_view key) {
  CE_TRY([[maybe_unused]] auto const site,
         roster::revoke_site(visitor.store, accounts::keeper_of(visitor.who), key, visitor.now));
  return {};
}

}  // namespace ce::console
