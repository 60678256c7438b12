#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/settings/settings.h"
#include "shared/base/failure.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/certificate/regions.h"

/// What a kiosk is set up with, item by item; the same for the guided set-up, the staff's area and the
/// report.
namespace ce::items {

/// In the order of the guided set-up.
enum class ItemId : std::uint8_t {
  language,
  place,
  central,
  display,
  touch,
  reader,
  scanner,
  printer,
  paper,
  calibration,
  numbers,
  sound,
  idle,
  hours,
  holidays,
  learning,
  pin
};
inline constexpr std::size_t item_count = 17;

/// How a field is filled in.
enum class Entry : std::uint8_t { digits, measure, letters, address, secret, pin, choice };

struct Field {
  std::string_view name;
  std::string_view hint;  // while empty
  Entry entry = Entry::digits;
  std::string_view key;     // as the configuration's findings name it: "[central] url"
  std::size_t longest = 0;  // bytes
};

struct Item {
  ItemId id{};
  std::string_view code;  // stable, for targets and tests
  std::string_view name;
  std::string_view about;  // one line on its card
  std::vector<Field> fields;
  bool tested = false;     // there is something that answers
  bool skippable = false;  // in the guided set-up: it has a sound default, or may come later
};

[[nodiscard]] std::span<Item const> all();
[[nodiscard]] Item const& of(ItemId id);

/// What was set, before it is written.
struct Draft {
  settings::Settings settings;
  SecretText kiosk_key;  // empty: as its file is
  SecretText pin;        // empty: as it is
  // How far this printer needs everything moved on numbered stock, in millimetres; kept with the printer, not
  // in the configuration. Empty: not said.
  std::string right, down;
};

/// What a test or a check came to, in Chinese for staff.
struct Verdict {
  bool good = false;
  std::string text;
  std::size_t field = 0;  // that it is about
};

using Values = std::vector<SecretText>;  // one a field, as text

[[nodiscard]] Values values_of(ItemId id, Draft const& draft);
/// Takes the values over. Fails with input_invalid, saying what is wrong and what to do; `draft` is as it
/// was.
[[nodiscard]] Result<void> put(ItemId id, Values const& values, Draft& draft);

/// One of several values of a field.
struct Choice {
  std::string value;
  std::string label;
  std::string hint = {};
};

/// What there is to choose from, found out beforehand.
struct Known {
  std::shared_ptr<certificate::Regions const> regions;  // null: the list is not there
  std::vector<std::string> devices;                     // serial lines that something is plugged into
  std::vector<std::string> named_devices;               // the same by what is plugged in: /dev/serial/by-id
  hours::Plan hours = {};                               // whose holidays may be taken away
};

/// What may be chosen for that field, given the values before it; the present one is among them.
[[nodiscard]] std::vector<Choice> choices(ItemId id, std::size_t field, Values const& values,
                                          Known const& known);

/// Whether that value of a choice leaves nothing more to fill in: open always, no scanner, a holiday less.
[[nodiscard]] bool is_last(ItemId id, std::size_t field, SecretText const& value);

/// "每一屏都播报，音量 4": as it is read out; never a secret.
[[nodiscard]] std::string summary(ItemId id, Draft const& draft, Known const& known);

/// A finding of settings::check() in the words of the screen: the field's name, what is wrong, what to do.
[[nodiscard]] Verdict complaint(ItemId id, Failure const& failure);

}  // namespace ce::items
