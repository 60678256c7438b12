#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "central/fleet/notes.h"
#include "central/store/rows.h"
#include "central/web/parts.h"
#include "shared/base/clock.h"

/// How a kiosk is, in the words of the console. Pure.
namespace ce::console {

/// Those that need somebody come first.
enum class KioskState : std::uint8_t { cut_off, lost, broken, paused, unresolved, fine, never, revoked };

/// `pause` as central/fleet knows it. A kiosk that was not heard of for five minutes is lost, whatever it
/// said before.
[[nodiscard]] KioskState kiosk_state(store::KioskLine const& line, fleet::Pause const* pause, Instant now);
[[nodiscard]] web::Badge badge_of(KioskState state);

/// What is wrong with it, joined; empty where nothing is. What concerns the register stands before what
/// concerns the paper.
[[nodiscard]] std::string kiosk_troubles(store::KioskLine const& line, fleet::Pause const* pause);

/// What a kiosk's note says: "工作人员暂停服务".
[[nodiscard]] std::string_view note_words(protocol::NoteKind kind);

}  // namespace ce::console
