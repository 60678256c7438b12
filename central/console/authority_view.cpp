#include "central/console/authority_view.h"

#include "central/accounts/permissions.h"
#include "central/issuing/authority.h"
#include "shared/protocol/names.h"

namespace ce::console {
namespace {

using certificate::SealMode;

constexpr char const* authority_address = "/console/issuing/authority";

std::string mode_words(SealMode mode) {
  switch (mode) {
    case SealMode::e_seal:
      return "电子印章（印在证书上）";
    case SealMode::window_stamp:
      return "窗口盖章（未盖章无效）";
    case SealMode::prestamped_stock:
      break;
  }
  return "预盖章证书纸";
}

std::string mode_word(std::optional<SealMode> mode) {
  return mode ? std::string{protocol::word_of(*mode)} : std::string{};
}

Result<issuing::Authority> authority_here(Visitor const& visitor) {
  issuing::Authority authority;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(authority, issuing::authority_of(database, visitor.store.rules(), visitor.actor().region));
    return {};
  }));
  return authority;
}

std::vector<web::Option> mode_options(bool chosen) {
  std::vector<web::Option> options;
  if (!chosen) options.push_back({"", "按年度规则"});
  for (auto const mode : {SealMode::e_seal, SealMode::window_stamp, SealMode::prestamped_stock})
    options.push_back({mode_word(mode), mode_words(mode)});
  return options;
}

}  // namespace

Result<web::FormView> authority_form(Visitor const& visitor, Typed const* typed, std::string const& error) {
  CE_TRY(auto const authority, authority_here(visitor));
  Typed const values = typed != nullptr
                           ? *typed
                           : Typed{{"name", authority.name}, {"seal_mode", mode_word(authority.seal_mode)}};
  web::FormView view{authority_address, {}, "保存", "/console/issuing"};
  view.files = true;
  view.fields = {{.id = "name",
                  .label = "发证单位名称",
                  .value = typed_value(values, "name"),
                  .required = true,
                  .hint = "照此印在证书上，不超过 40 字",
                  .fill = "off",
                  .most = 40,
                  .wide = true},
                 {.id = "seal_mode",
                  .label = "盖章方式",
                  .kind = web::FieldKind::select,
                  .value = typed_value(values, "seal_mode"),
                  .hint = "加盖人社部门印章方为有效（第十五条）",
                  .options = mode_options(authority.seal_mode.has_value())},
                 {.id = "seal",
                  .label = "印章图片",
                  .kind = web::FieldKind::file,
                  .hint = "透明背景的 PNG，不超过 2 MB，每边 100 到 4000 像素，500 到 1000 为宜",
                  .accept = ".png,image/png"}};
  if (!authority.seal.empty()) {
    view.picture = std::string{authority_address} + "/seal.png?" + authority.seal.substr(0, 12);
    view.picture_word = "现在使用的印章";
    view.fields.push_back({.id = "no_seal",
                           .label = "不再使用现在的印章图片",
                           .kind = web::FieldKind::tick,
                           .value = typed_value(values, "no_seal"),
                           .wide = true});
  }
  if (error.empty()) return view;
  std::size_t const at = error.find("名称") != std::string::npos ? 0 : 2;
  view.fields.at(at).error = error;
  return view;
}

Result<approvals::Asked> set_authority(Visitor const& visitor, approvals::Rules const& rules,
                                       Typed const& typed, std::string_view picture) {
  auto const& region = visitor.actor().region;
  if (!accounts::may(accounts::keeper_of(visitor.who), accounts::Deed::set_authority, region))
    return Failure{FailureCode::role_refused, "发证单位与印章由本级人力资源和社会保障部门设置"};
  issuing::AuthorityChange change{region};
  change.name = typed_value(typed, "name");
  change.seal_mode = protocol::named<SealMode>(typed_value(typed, "seal_mode"));
  if (!typed_value(typed, "no_seal").empty()) change.seal_png = std::string{};
  if (!picture.empty()) change.seal_png = std::string{picture};
  return approvals::ask(visitor.store, rules, visitor.actor(), approvals::ChangeAuthority{std::move(change)},
                        visitor.now);
}

Result<std::string> seal_of_region(Visitor const& visitor) {
  CE_TRY(auto const authority, authority_here(visitor));
  return issuing::seal_picture(visitor.store, authority.seal);
}

}  // namespace ce::console
