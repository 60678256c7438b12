#include "central/remote_settings/shown.h"

#include <algorithm>

#include "central/accounts/account.h"
#include "central/remote_settings/rows.h"

namespace ce::remote_settings {
namespace {

using protocol::ItemOutcome;

Standing standing_of(Target const* last, protocol::ItemState const* state, bool reports) {
  if (last == nullptr) return Standing::own;
  if (!reports) return Standing::unsupported;
  if (state == nullptr || state->revision < last->revision) return Standing::waiting;
  if (state->outcome == ItemOutcome::waiting) return Standing::waiting;
  if (state->outcome == ItemOutcome::refused) return Standing::refused;
  return state->values == last->new_values ? Standing::applied : Standing::differs;
}

Result<std::string> account_words(storage::Database& database, std::string const& account) {
  auto const found = accounts::find(database, account);
  if (!found && found.failure().code != FailureCode::account_unknown) return found.failure();
  return found ? found->shown_name + "（" + found->login + "）" : account;
}

}  // namespace

Result<std::vector<ItemShown>> items_of(store::Store const& store, std::string_view kiosk) {
  std::vector<ItemShown> shown;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const report, report_of(database, kiosk));
    CE_TRY(auto const targets, targets_of_kiosk(database, kiosk));
    for (auto const& item : kiosk_items::all()) {
      auto const* const state = report ? find(*report, item.code) : nullptr;
      auto const* const last = last_told(targets, item.code);
      shown.push_back({.item = &item,
                       .present = state == nullptr ? kiosk_items::Values{} : state->values,
                       .standing = standing_of(last, state, report.has_value()),
                       .last = last == nullptr ? std::nullopt : std::optional{*last}});
    }
    return {};
  });
  if (!done) return done.failure();
  return shown;
}

Result<std::vector<RevisionLine>> history_of(store::Store const& store, std::string_view kiosk,
                                             std::size_t most) {
  std::vector<RevisionLine> lines;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto targets, targets_of_kiosk(database, kiosk));
    std::reverse(targets.begin(), targets.end());
    if (targets.size() > most) targets.resize(most);
    for (auto& target : targets) {
      CE_TRY(auto revision, revision_of(database, target.revision));
      CE_TRY(auto account, account_words(database, revision.account));
      lines.push_back({std::move(revision), std::move(account), std::move(target)});
    }
    return {};
  });
  if (!done) return done.failure();
  return lines;
}

Result<RevisionShown> revision_shown(store::Store const& store, std::int64_t number) {
  RevisionShown shown;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(shown.revision, revision_of(database, number));
    CE_TRY(shown.account, account_words(database, shown.revision.account));
    CE_TRY(shown.targets, targets_of(database, number));
    return {};
  });
  if (!done) return done.failure();
  return shown;
}

}  // namespace ce::remote_settings
