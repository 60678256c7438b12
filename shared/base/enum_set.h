#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>

namespace ce {

/// Some of an enumeration's values, each once, walked in the enumeration's order. Values are 0 to 31. A plain
/// value without heap memory; to be read by any thread, changed by one.
template <class Enum>
class EnumSet {
 public:
  using value_type = Enum;

  class Walk {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Enum;
    using difference_type = std::ptrdiff_t;
    using pointer = Enum const*;
    using reference = Enum;

    Walk() = default;
    Enum operator*() const { return static_cast<Enum>(std::countr_zero(left_)); }
    Walk& operator++() {
      left_ &= left_ - 1;
      return *this;
    }
    Walk operator++(int) {
      auto const before = *this;
      ++*this;
      return before;
    }
    bool operator==(Walk const&) const = default;

   private:
    friend class EnumSet;
    explicit Walk(std::uint32_t left) : left_(left) {}
    std::uint32_t left_ = 0;
  };
  using const_iterator = Walk;
  using iterator = Walk;

  constexpr EnumSet() = default;
  constexpr EnumSet(std::initializer_list<Enum> values) {
    for (Enum const value : values) insert(value);
  }

  constexpr void insert(Enum value) { bits_ |= bit(value); }
  constexpr void insert(EnumSet const& others) { bits_ |= others.bits_; }
  constexpr void clear() { bits_ = 0; }
  [[nodiscard]] constexpr bool contains(Enum value) const { return (bits_ & bit(value)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr std::size_t size() const { return static_cast<std::size_t>(std::popcount(bits_)); }
  [[nodiscard]] Walk begin() const { return Walk{bits_}; }
  [[nodiscard]] Walk end() const { return Walk{}; }
  constexpr bool operator==(EnumSet const&) const = default;

 private:
  static constexpr std::uint32_t bit(Enum value) { return 1U << static_cast<std::uint32_t>(value); }
  std::uint32_t bits_ = 0;
};

}  // namespace ce
