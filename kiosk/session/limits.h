#pragma once

#include <chrono>
#include <cstddef>

/// Figures of the visit that the regulation does not give and the configuration does not change.
namespace ce::session {

inline constexpr std::size_t id_number_length = 18;
inline constexpr std::size_t password_least = 6;
inline constexpr std::size_t password_most = 20;
inline constexpr std::size_t certificate_number_length = 14;
/// A print that has not ended by then is given to staff: the screen must not stand for ever.
inline constexpr std::chrono::minutes printing_at_most{5};

}  // namespace ce::session
