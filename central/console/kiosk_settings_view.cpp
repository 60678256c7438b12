#include "central/console/kiosk_settings_view.h"

#include <map>

#include "central/accounts/permissions.h"
#include "central/console/kiosk_settings_words.h"
#include "central/console/kiosks_view.h"
#include "central/remote_settings/revisions.h"

namespace ce::console {
namespace {

using remote_settings::Scope;
using Table = web::DetailView::Table;

constexpr std::size_t most_revisions = 20;

bool may_set(Visitor const& visitor, std::string_view item, std::string_view region) {
  return accounts::may(accounts::keeper_of(visitor.who), remote_settings::deed_for(item), region);
}

std::string page_of_revision(std::int64_t revision) {
  return "/console/kiosk-settings/" + std::to_string(revision);
}

std::string name_of_item(std::string const& item) {
  auto const* const known = kiosk_items::find(item);
  return known == nullptr ? item : std::string{known->name};
}

// Why it was refused or waits; what it ought to be where it is not.
std::string note_of(remote_settings::ItemShown const& shown) {
  using remote_settings::Standing;
  if (!shown.last) return {};
  if (shown.standing == Standing::refused) return shown.last->reason;
  if (shown.standing == Standing::own || shown.standing == Standing::applied) return {};
  auto words = "下达的是：" + values_words(shown.last->item, shown.last->new_values);
  return shown.last->reason.empty() ? words : words + "。" + shown.last->reason;
}

Table items_table(std::vector<remote_settings::ItemShown> const& items, store::Kiosk const& kiosk,
                  Visitor const& visitor) {
  bool const may_any = may_set(visitor, {}, kiosk.region);
  Table table{"本机设置",
              may_any ? "点项目名称修改。终端判断是否适合自己，在没有人办理时采用。" : "",
              {"项目", "现在", "状态", "说明"},
              {}};
  for (auto const& one : items) {
    std::string const code{one.item->code};
    auto page = "/console/kiosks/" + kiosk.id;
    page.append("/settings/").append(code);
    bool const may = may_set(visitor, code, kiosk.region);
    table.lines.push_back({.href = may ? std::move(page) : std::string{},
                           .name = std::string{one.item->name},
                           .value = values_words(code, one.present),
                           .state = badge_of(one.standing),
                           .note = note_of(one)});
  }
  return table;
}

Table history_table(std::vector<remote_settings::RevisionLine> const& history) {
  Table table{"设置修改记录", "新的在前", {"修改", "改成", "状态", "办理"}, {}};
  for (auto const& one : history) {
    auto const back =
        one.revision.takes_back ? "（撤回第 " + std::to_string(*one.revision.takes_back) + " 号）" : "";
    table.lines.push_back(
        {.href = page_of_revision(one.revision.number),
         .name = "第 " + std::to_string(one.revision.number) + " 号：" + name_of_item(one.revision.item),
         .value = values_words(one.target.item, one.target.new_values),
         .state = badge_of(one.target, one.revision.ended.has_value()),
         .note = china_minute_text(one.revision.made) + "　" + one.account + back});
  }
  return table;
}

/// What the kiosks run, by id; asked where a revision is about that alone.
using Versions = std::map<std::string, std::string, std::less<>>;
Result<Versions> running_versions(Visitor const& visitor, std::string_view item) {
  Versions versions;
  if (item != kiosk_items::program) return versions;
  CE_TRY(auto const lines, kiosks_of(visitor));
  for (auto const& line : lines) versions.emplace(line.kiosk.id, line.health.program_version);
  return versions;
}

std::string running_words(Versions const& versions, std::string const& kiosk) {
  auto const at = versions.find(kiosk);
  return at == versions.end() || at->second.empty() ? "" : "　现在运行 " + at->second;
}

}  // namespace

Result<std::vector<Table>> setting_tables(Visitor const& visitor, store::Kiosk const& kiosk) {
  CE_TRY(auto const items, remote_settings::items_of(visitor.store, kiosk.id));
  CE_TRY(auto const history, remote_settings::history_of(visitor.store, kiosk.id, most_revisions));
  std::vector<Table> tables{items_table(items, kiosk, visitor)};
  if (!history.empty()) tables.push_back(history_table(history));
  return tables;
}

Result<web::DetailView> revision_view(Visitor const& visitor, std::int64_t number) {
  CE_TRY(auto const shown, remote_settings::revision_shown(visitor.store, number));
  auto const& revision = shown.revision;
  store::RegionScope const own{visitor.actor().region.empty() ? "440000" : visitor.actor().region};
  if (!own.covers(revision.region)) return Failure{FailureCode::record_unknown, "revision"};
  auto const region = visitor.store.rules().regions.full_name(revision.region);
  web::DetailView view;
  view.heading = name_of_item(revision.item);
  view.facts = {{"范围", scope_words(revision, region)},
                {"地区", region},
                {"办理", china_minute_text(revision.made) + "　" + shown.account}};
  if (revision.takes_back)
    view.facts.push_back({"撤回的是", "第 " + std::to_string(*revision.takes_back) + " 号修改"});
  if (revision.released) view.facts.push_back({"告知其余终端", china_minute_text(*revision.released)});
  if (revision.ended) view.facts.push_back({"已撤回", china_minute_text(*revision.ended)});
  Table table{"终端", "", {"终端", "原来 → 改成", "状态", "说明"}, {}};
  bool held = false;
  CE_TRY(auto const running, running_versions(visitor, revision.item));
  for (auto const& one : shown.targets) {
    held = held || !one.told;
    auto const old = one.old_values ? values_words(one.item, *one.old_values) : std::string{"不知道"};
    auto const answered = one.answered ? china_minute_text(*one.answered) : std::string{};
    table.lines.push_back(
        {.href = "/console/kiosks/" + one.kiosk,
         .name = one.kiosk,
         .value = old + " → " + values_words(one.item, one.new_values),
         .state = badge_of(one, revision.ended.has_value()),
         .note = (one.reason.empty() ? answered : one.reason) + running_words(running, one.kiosk)});
  }
  table.told = "共 " + std::to_string(shown.targets.size()) + " 台";
  view.tables.push_back(std::move(table));
  if (revision.ended || !may_set(visitor, revision.item, revision.region)) return view;
  if (held) {
    view.acts.push_back({.heading = "告知其余终端",
                         .lead = revision.item == kiosk_items::program
                                     ? "第一批全部升级到这个版本、没有新的报警以后办理。"
                                     : "第一批全部答复以后办理。请先看它们是否都已采用。",
                         .action = page_of_revision(number),
                         .fields = {},
                         .act = "release",
                         .word = "告知其余终端",
                         .icon = "check"});
  }
  view.acts.push_back({.heading = "撤回这次修改",
                       .lead = "终端恢复这次修改以前的值，作为一次新的修改下达；还没有告知的不再告知。",
                       .action = page_of_revision(number),
                       .fields = {},
                       .act = "take_back",
                       .word = "撤回并恢复原值",
                       .icon = "cross",
                       .danger = true});
  return view;
}

}  // namespace ce::console
