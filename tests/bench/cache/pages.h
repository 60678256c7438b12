#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ce::bench {

/// A page of the delta as central sends it: changes `first` to `first` + `count` - 1, each about another
/// person, certificates and standings (of three years) in turn.
[[nodiscard]] std::string page(std::int64_t first, std::int64_t count, bool has_more);
/// The same of these people.
[[nodiscard]] std::string page(std::vector<std::int64_t> const& people, bool has_more);
[[nodiscard]] std::string id_of(std::int64_t person);

/// As it goes over the wire, and back.
[[nodiscard]] std::string packed(std::string const& text);
[[nodiscard]] std::string unpacked(std::string const& bytes, std::size_t size);

}  // namespace ce::bench
