#pragma once

#include <cstdint>
#include <optional>

namespace ce::session {

enum class Language : std::uint8_t { chinese, english };

/// Character heights of VVSG 2.0: 3.5-4.2, 4.8-5.6, 6.4-7.1, 8.5-9.0 mm.
enum class TextSize : std::uint8_t { small, medium, large, extra_large };

/// What the visitor may switch on any screen; back to the default when the visit ends.
struct Mode {
  bool elder = false;  // a layout of its own, with a size of its own
  bool high_contrast = false;
  Language language = Language::chinese;
  TextSize size = TextSize::medium;
  std::optional<bool> voice = {};  // nothing: as the hall has it, see voice_on()
  std::optional<int> volume = {};  // nothing: the hall's
  bool keys = false;               // the four keys of a headset's keypad are in use: everything is said
  bool operator==(Mode const&) const = default;
};

inline constexpr int volume_least = 1;
inline constexpr int volume_most = 5;

/// Whose screens speak without being asked.
enum class Speaks : std::uint8_t { never, elder, always };

/// How the hall has voice prompts; from the configuration.
struct VoicePlan {
  Speaks speaks = Speaks::elder;
  int volume = 4;
};

/// Whether screens are spoken now: a headset is always spoken to.
[[nodiscard]] bool voice_on(Mode const& mode, VoicePlan const& plan);
[[nodiscard]] int volume_of(Mode const& mode, VoicePlan const& plan);

}  // namespace ce::session
