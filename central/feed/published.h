#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "central/changes/touch.h"
#include "central/store/store.h"

/// What comes with the program's files and is told by versions. Private to this room.
namespace ce::feed {

using PublishedKey = std::pair<changes::Kind, std::string>;

/// Authority: its name, no text. Pack and words: SHA-256 of their text, and that.
struct PublishedThing {
  std::string version;
  std::string text;
  bool operator==(PublishedThing const&) const = default;
};
using Published = std::map<PublishedKey, PublishedThing>;

/// As this program has them.
[[nodiscard]] Published published_here(store::Rulebook const& rules,
                                       std::filesystem::path const& strings_dir);

}  // namespace ce::feed
