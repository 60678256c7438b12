#include "kiosk/remote_settings/remote_settings.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "kiosk/items/item.h"
#include "kiosk/set_up/write.h"
#include "shared/base/durable_file.h"
#include "shared/kiosk_items/items.h"
#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/names.h"

namespace ce::remote_settings {
namespace {

using protocol::ItemOutcome;
using protocol::ItemState;

/// The item of that code among those that central may set; null for one that this program does not know.
items::Item const* item_named(std::string_view code) {
  if (kiosk_items::find(code) == nullptr) return nullptr;
  auto const known = items::all();
  auto const at =
      std::find_if(known.begin(), known.end(), [&](items::Item const& one) { return one.code == code; });
  return at == known.end() ? nullptr : &*at;
}

/// "closed" or "working" and days, of those that are not over: what makes central's alarm miss nobody on a
/// holiday. As many as an item may have values; the next ones come when the first are over.
std::vector<std::string> holidays_ahead(hours::Plan const& plan, std::string_view today) {
  std::vector<std::pair<std::string, std::string>> ahead;  // days, word
  auto const add = [&](std::vector<std::string> const& list, std::string const& word) {
    for (auto const& days : list) {
      if (std::string_view{days}.substr(days.find('/') + 1) >= today) ahead.emplace_back(days, word);
    }
  };
  add(plan.closed, "closed");
  add(plan.working, "working");
  std::sort(ahead.begin(), ahead.end());  // ISO 8601: as text, so in time
  std::vector<std::string> values;
  for (auto const& [days, word] : ahead) {
    if (values.size() + 2 > protocol::most_item_values) break;
    values.push_back(word);
    values.push_back(days);
  }
  return values;
}

std::vector<std::string> plain(items::Values const& values) {
  std::vector<std::string> texts;
  for (auto const& value : values) texts.push_back(value.reveal());
  return texts;
}

ItemState* find(protocol::ItemStates& states, std::string_view code) {
  auto const at = std::find_if(states.items.begin(), states.items.end(),
                               [&](ItemState const& one) { return one.item == code; });
  return at == states.items.end() ? nullptr : &*at;
}

/// Which version may be taken is no part of the configuration: it is kept as central said it, and who
/// upgrades the machine asks for it (kiosk/start/may_update.h). It holds at once.
void take_program(ItemState& state) {
  auto const fits = kiosk_items::check(*kiosk_items::find(kiosk_items::program), state.values);
  state.outcome = fits ? ItemOutcome::applied : ItemOutcome::refused;
  state.reason = fits ? "" : fits.failure().detail;
}

bool anything_waits(protocol::ItemStates const& states) {
  return std::any_of(states.items.begin(), states.items.end(),
                     [](ItemState const& one) { return one.outcome == ItemOutcome::waiting; });
}

/// In the order in which central said them.
std::vector<ItemState*> those_that_wait(protocol::ItemStates& states) {
  std::vector<ItemState*> waiting;
  for (auto& one : states.items) {
    if (one.outcome == ItemOutcome::waiting) waiting.push_back(&one);
  }
  std::sort(waiting.begin(), waiting.end(),
            [](ItemState const* a, ItemState const* b) { return a->revision < b->revision; });
  return waiting;
}

/// `draft` with those values, where they fit; as it was where not. The reason is for people.
Result<void> fit(items::Item const& item, std::vector<std::string> const& values,
                 std::filesystem::path const& config, items::Draft& draft) {
  CE_CHECK(kiosk_items::check(*kiosk_items::find(item.code), values));
  items::Values typed;
  for (auto const& value : values) typed.emplace_back(value);
  auto changed = draft;
  CE_CHECK(items::put(item.id, typed, changed));
  if (auto const sound = set_up::check(changed, config, settings::Extent::whole); !sound) {
    return Failure{FailureCode::input_invalid, items::complaint(item.id, sound.failure()).text};
  }
  draft = std::move(changed);
  return {};
}

}  // namespace

std::string allowed_version(std::filesystem::path const& kept) {
  std::ifstream in{kept, std::ios::binary};
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  auto states = protocol::read_item_states(text);
  auto const* const state = states ? find(*states, kiosk_items::program) : nullptr;
  bool const told = state != nullptr && state->outcome == ItemOutcome::applied && !state->values.empty();
  return told ? state->values.front() : std::string{};
}

RemoteSettings::RemoteSettings(Parts parts) : parts_(std::move(parts)) {
  if (!parts_.config.empty()) read();
  due_ = anything_waits(kept_);
}

void RemoteSettings::log_failure(Failure const& failure) const {
  parts_.logger->event(log::Event::failure, {{"where", "settings from central"}, {"why", describe(failure)}});
}

// What cannot be read is begun anew: central tells it again.
void RemoteSettings::read() {
  std::ifstream in{parts_.kept, std::ios::binary};
  if (!in) return;
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  auto kept = protocol::read_item_states(text);
  if (!kept) return log_failure(kept.failure());
  kept_ = std::move(kept).value();
}

Result<void> RemoteSettings::keep(protocol::ItemStates const& states) const {
  return write_durably(parts_.kept, protocol::write(states), MissingDirectory::make);
}

std::optional<std::vector<ItemState>> RemoteSettings::states() const {
  if (parts_.config.empty()) return std::nullopt;
  protocol::ItemStates told;
  {
    std::scoped_lock const lock{mutex_};
    told = kept_;
  }
  // Somebody may be mending the file by hand at this moment: then what it says is not known.
  auto const read = settings::read_settings(parts_.config, parts_.allow_testing);
  items::Draft draft;
  if (read) draft.settings = *read;
  if (find(told, kiosk_items::program) == nullptr) {
    told.items.push_back({std::string{kiosk_items::program}, {""}});
  }
  for (auto& one : told.items) {
    if (one.item != kiosk_items::program) one.values.clear();
  }
  for (auto const& item : items::all()) {
    if (item_named(item.code) == nullptr) continue;
    auto* state = find(told, item.code);
    if (state == nullptr) state = &told.items.emplace_back(ItemState{std::string{item.code}, {}});
    if (read) state->values = plain(items::values_of(item.id, draft));
  }
  // Told only: central cannot set them. A kiosk that has none says nothing new.
  auto const today = china_minute_text(parts_.now()).substr(0, 10);
  auto holidays = read ? holidays_ahead(read->hours, today) : std::vector<std::string>{};
  if (!holidays.empty()) told.items.push_back({"holidays", std::move(holidays)});
  return std::move(told.items);
}

void RemoteSettings::take(std::vector<protocol::ItemTold> const& told) {
  if (parts_.config.empty()) return;
  std::scoped_lock const alone{working_};
  protocol::ItemStates next;
  {
    std::scoped_lock const lock{mutex_};
    next = kept_;
  }
  auto const before = next;
  for (auto const& one : told) {
    auto* state = find(next, one.item);
    if (state != nullptr && state->revision >= one.revision) continue;
    if (state == nullptr) state = &next.items.emplace_back(ItemState{one.item, {}});
    *state = {one.item, one.values, one.revision, ItemOutcome::waiting, {}};
    if (item_named(one.item) != nullptr) continue;
    if (one.item == kiosk_items::program) {
      take_program(*state);
      continue;
    }
    state->outcome = ItemOutcome::refused;
    state->reason = "本机的程序不认识这一项，请先升级";
  }
  if (next != before) {
    if (auto const done = keep(next); !done) return log_failure(done.failure());
    std::scoped_lock const lock{mutex_};
    kept_ = next;
  }
  if (next != before) parts_.changed();
  if (!anything_waits(next)) return;
  due_ = true;
  parts_.wake();
}

void RemoteSettings::apply() {
  std::scoped_lock const alone{working_};
  protocol::ItemStates next;
  {
    std::scoped_lock const lock{mutex_};
    next = kept_;
  }
  auto const before = next;
  auto const waiting = those_that_wait(next);
  auto const read = settings::read_settings(parts_.config, parts_.allow_testing);
  items::Draft draft;
  if (read) draft.settings = *read;
  auto const was = settings::write_settings(draft.settings);
  std::vector<ItemState*> fitting;
  for (auto* one : waiting) {
    auto const* const item = item_named(one->item);
    auto const done = read ? fit(*item, one->values, parts_.config, draft) : Result<void>{read.failure()};
    if (done) {
      fitting.push_back(one);
    } else if (!read) {
      one->reason = "本机的配置文件有误，改好以后再试：" + read.failure().detail;
    } else {
      one->outcome = ItemOutcome::refused;
      one->reason = done.failure().detail;
    }
  }
  bool const differs = read && settings::write_settings(draft.settings) != was;
  auto const written = differs ? set_up::write_config(parts_.config, draft.settings) : Result<bool>{true};
  for (auto* one : fitting) {
    one->outcome = written ? ItemOutcome::applied : ItemOutcome::waiting;
    one->reason = written ? "" : "没有写入，配置和以前一样：" + describe(written.failure());
  }
  if (!written) log_failure(written.failure());
  if (next == before) return;
  // The configuration is written: what is not kept of it is done again after a new start, to the same end.
  if (auto const done = keep(next); !done) log_failure(done.failure());
  for (auto const* one : waiting) {
    if (one->outcome == ItemOutcome::waiting) continue;
    parts_.logger->event(log::Event::settings_changed, {{"item", one->item},
                                                        {"from", "central"},
                                                        {"revision", one->revision},
                                                        {"outcome", protocol::word_of(one->outcome)}});
  }
  {
    std::scoped_lock const lock{mutex_};
    kept_ = next;
    if (differs && written) fresh_ = draft.settings;
  }
  parts_.changed();
  parts_.wake();
}

std::optional<settings::Settings> RemoteSettings::take_up() {
  std::unique_lock const lock{mutex_, std::try_to_lock};
  if (!lock) return std::nullopt;  // the next pass finds it
  return std::exchange(fresh_, std::nullopt);
}

}  // namespace ce::remote_settings
