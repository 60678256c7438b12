#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/remote_settings/records.h"
#include "shared/kiosk_items/items.h"

/// What the console shows. Any thread.
namespace ce::remote_settings {

/// How an item of a kiosk stands.
enum class Standing : std::uint8_t {
  own,          // central never set it
  waiting,      // it was not told yet, or waits for the end of a visit
  applied,      // as central set it
  refused,      // the kiosk did not take it
  differs,      // it took it, and was changed there since
  unsupported,  // it was set, and the kiosk does not say how it has it: its program is too old
};

struct ItemShown {
  kiosk_items::Item const* item = nullptr;
  kiosk_items::Values present;  // none where the kiosk does not say
  Standing standing = Standing::own;
  std::optional<Target> last;  // central's last word told
};
/// All items, in their order.
[[nodiscard]] Result<std::vector<ItemShown>> items_of(store::Store const& store, std::string_view kiosk);

struct RevisionLine {
  Revision revision;
  std::string account;  // as people know it
  Target target;        // of that kiosk
};
/// Those of a kiosk, the newest first, at most `most`.
[[nodiscard]] Result<std::vector<RevisionLine>> history_of(store::Store const& store, std::string_view kiosk,
                                                           std::size_t most);

struct RevisionShown {
  Revision revision;
  std::string account;
  std::vector<Target> targets;
};
/// Fails with record_unknown.
[[nodiscard]] Result<RevisionShown> revision_shown(store::Store const& store, std::int64_t number);

}  // namespace ce::remote_settings
