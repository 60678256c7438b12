#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace ce::seed {

/// A branch of work: what its employers are called and what its people study.
struct Sector {
  std::string_view industry;                    // code of config/industries
  std::span<std::string_view const> employers;  // put behind the place's name
  std::span<std::string_view const> mandatory;  // content that the year's guide makes compulsory (article 6)
  std::span<std::string_view const> courses;
};

[[nodiscard]] std::span<Sector const> sectors();
[[nodiscard]] std::span<std::string_view const> public_topics();
[[nodiscard]] std::span<std::string_view const> elective_topics();
[[nodiscard]] std::span<std::string_view const> revocation_reasons();

}  // namespace ce::seed
