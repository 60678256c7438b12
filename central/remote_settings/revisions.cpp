#include "central/remote_settings/revisions.h"

#include <algorithm>

#include "central/audit/audit.h"
#include "central/remote_settings/rows.h"

namespace ce::remote_settings {
namespace {

using protocol::ItemOutcome;

Failure said(std::string why) {
  return {FailureCode::input_invalid, std::move(why)};
}

Result<void> may_set(accounts::Keeper const& by, std::string_view item, std::string_view region) {
  if (accounts::may(by, deed_for(item), region)) return {};
  if (item == kiosk_items::program) {
    return Failure{FailureCode::role_refused, "终端升级到哪个版本由运维人员决定"};
  }
  return Failure{FailureCode::role_refused,
                 "只有终端所在地的人力资源和社会保障部门和运维人员可以修改终端的设置"};
}

/// What that kiosk has now, or is about to have; nothing where nobody knows.
Result<std::optional<kiosk_items::Values>> present_values(storage::Database& database, std::string_view kiosk,
                                                          std::string_view item) {
  CE_TRY(auto const report, report_of(database, kiosk));
  CE_TRY(auto const targets, targets_of_kiosk(database, kiosk));
  auto const* const last = last_told(targets, item);
  if (last != nullptr && last->outcome == ItemOutcome::waiting) return std::optional{last->new_values};
  auto const* const state = report ? find(*report, item) : nullptr;
  if (state == nullptr || state->values.empty()) return std::optional<kiosk_items::Values>{};
  return std::optional{state->values};
}

audit::Author author(accounts::Keeper const& by, std::string_view region) {
  return accounts::author_of(by, region);
}

std::string text_of(std::string_view item, std::optional<kiosk_items::Values> const& values) {
  auto const* const known = kiosk_items::find(item);
  return known == nullptr || !values ? "" : kiosk_items::words_of(*known, *values);
}

/// One entry: of a single kiosk with what it had, of several with how many they are.
Result<void> note(storage::Database& database, accounts::Keeper const& by, audit::Action action,
                  Revision const& revision, std::vector<Target> const& targets, Instant now) {
  bool const one = targets.size() == 1;
  auto const told = std::count_if(targets.begin(), targets.end(), [](auto const& t) { return t.stage == 1; });
  return audit::append(
      database, author(by, revision.region), action, {"setting", std::to_string(revision.number)},
      audit::detail({{"item", revision.item},
                     {"scope", word_of(revision.scope)},
                     {"kiosk", one ? targets.front().kiosk : std::string{}},
                     {"kiosks", targets.size()},
                     {"told_first", static_cast<std::int64_t>(told)},
                     {"old", one ? text_of(revision.item, targets.front().old_values) : std::string{}},
                     {"new", text_of(revision.item, targets.front().new_values)},
                     {"takes_back", revision.takes_back.value_or(0)}}),
      now);
}

Result<std::vector<Target>> targets_for(storage::Database& database, accounts::Keeper const& by,
                                        Change const& change, Revision& revision) {
  CE_TRY(auto const kiosks, kiosks_in(database, change.kiosk, change.scope));
  std::vector<Target> targets;
  for (auto const& kiosk : kiosks) {
    CE_CHECK(may_set(by, change.item, kiosk.region));
    Target target{.kiosk = kiosk.id, .item = change.item, .old_values = {}, .new_values = change.values};
    CE_TRY(target.old_values, present_values(database, kiosk.id, change.item));
    targets.push_back(std::move(target));
    if (kiosk.id != change.kiosk) continue;
    revision.region = kiosk.region;
    revision.hall = kiosk.hall;
  }
  CE_CHECK(part_into_stages(targets, change.first));
  return targets;
}

}  // namespace

accounts::Deed deed_for(std::string_view item) {
  return item == kiosk_items::program ? accounts::Deed::upgrade_kiosks : accounts::Deed::set_kiosks;
}

Result<std::int64_t> set(store::Store& store, accounts::Keeper const& by, Change const& change, Instant now) {
  auto const* const item = kiosk_items::find(change.item);
  if (item == nullptr) return Failure{FailureCode::record_unknown, "item"};
  CE_CHECK(kiosk_items::check(*item, change.values));
  std::int64_t number = 0;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    Revision revision{.item = change.item,
                      .scope = change.scope,
                      .region = {},
                      .hall = {},
                      .account = by.account,
                      .made = now,
                      .takes_back = {},
                      .released = {},
                      .ended = {}};
    CE_TRY(auto const targets, targets_for(database, by, change, revision));
    CE_TRY(revision.number, next_revision(database));
    CE_CHECK(insert(database, revision, targets));
    number = revision.number;
    return note(database, by, audit::Action::kiosk_items_set, revision, targets, now);
  });
  if (!done) return done.failure();
  return number;
}

Result<void> release(store::Store& store, accounts::Keeper const& by, std::int64_t number, Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const revision, revision_of(database, number));
    CE_CHECK(may_set(by, revision.item, revision.region));
    CE_TRY(auto const targets, targets_of(database, number));
    if (revision.ended) return said("这次修改已经撤回，不能再告知其余终端");
    bool const held = std::any_of(targets.begin(), targets.end(), [](auto const& one) { return !one.told; });
    if (!held) return said("全部终端都已经告知");
    auto const silent = std::count_if(targets.begin(), targets.end(), [](Target const& one) {
      return one.stage == 1 && one.outcome == ItemOutcome::waiting;
    });
    if (silent > 0)
      return said("先告知的终端还有 " + std::to_string(silent) +
                  " 台没有答复；全部答复以后再告知其余，或者撤回");
    if (revision.item == kiosk_items::program) CE_CHECK(check_upgraded(database, revision, targets));
    CE_CHECK(database.prepare("UPDATE setting_revisions SET released_ms = $2 WHERE revision = $1")
                 .bind(1, number)
                 .bind(2, now.ms)
                 .run());
    return note(database, by, audit::Action::kiosk_items_released, revision, targets, now);
  });
}

Result<std::int64_t> take_back(store::Store& store, accounts::Keeper const& by, std::int64_t number,
                               Instant now) {
  std::int64_t made = 0;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto revision, revision_of(database, number));
    CE_CHECK(may_set(by, revision.item, revision.region));
    if (revision.ended) return said("这次修改已经撤回");
    CE_TRY(auto const before, targets_of(database, number));
    std::vector<Target> targets;
    for (auto const& one : before) {
      if (!one.told || !one.old_values) continue;
      CE_TRY(auto const all, targets_of_kiosk(database, one.kiosk));
      if (last_told(all, one.item)->revision != number) continue;
      Target target{.kiosk = one.kiosk, .item = one.item, .old_values = {}, .new_values = *one.old_values};
      CE_TRY(target.old_values, present_values(database, one.kiosk, one.item));
      targets.push_back(std::move(target));
    }
    if (targets.empty())
      return said("没有可以恢复的终端：以后又修改过，或者不知道原来的值。请直接修改成需要的值");
    CE_CHECK(database.prepare("UPDATE setting_revisions SET ended_ms = $2 WHERE revision = $1")
                 .bind(1, number)
                 .bind(2, now.ms)
                 .run());
    revision.takes_back = number;
    revision.account = by.account;
    revision.made = now;
    CE_TRY(revision.number, next_revision(database));
    CE_CHECK(insert(database, revision, targets));
    made = revision.number;
    return note(database, by, audit::Action::kiosk_items_taken_back, revision, targets, now);
  });
  if (!done) return done.failure();
  return made;
}

}  // namespace ce::remote_settings
