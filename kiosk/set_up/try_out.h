#pragma once

#include <filesystem>
#include <functional>

#include "kiosk/items/item.h"

namespace ce::set_up {

// What answers is asked; each blocks, up to the seconds named, and changes nothing but an
// identity that is made. For whoever sets the
// machine up, in Chinese; no key and nothing of a person is in it.

/// Central, with the key in that file, or with the kiosk's certificate where that is empty: some seconds.
[[nodiscard]] items::Verdict try_central(settings::CentralLink const& link,
                                         std::filesystem::path const& key_file);
/// Central with a code, which enrols this machine and is used up by it, with a key that is not written yet,
/// or, where that is empty, with what the kiosk has.
[[nodiscard]] items::Verdict try_central(settings::CentralLink const& link, SecretText const& key);

/// The printer's name and how it is: up to some twenty seconds where it is silent.
[[nodiscard]] items::Verdict try_printer(std::string const& uri);

/// For somebody to lay a card, or to scan a code.
struct Patience {
  std::chrono::seconds wait{20};
  std::function<bool()> stop = [] { return false; };
};
/// Finds the reader and reads a card that is laid within `patience`: bad where none was, or none answers.
[[nodiscard]] items::Verdict try_reader(settings::Reader const& reader, Patience const& patience);
/// Finds the scanner and hears a code that is scanned within `patience`; good where none is set.
[[nodiscard]] items::Verdict try_scanner(settings::Scanner const& scanner, Patience const& patience);
/// Whether the scanner is there and can be opened; good where none is set.
[[nodiscard]] items::Verdict look_for_scanner(settings::Scanner const& scanner);

}  // namespace ce::set_up
