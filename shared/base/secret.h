#pragma once

#include <string.h>

#include <string>
#include <string_view>
#include <utility>

namespace ce {

/// Holds personal data or a credential. It has no formatter and no stream operator, so it cannot reach a
/// log by accident; whoever needs the value says reveal(). A string is wiped when its holder ends.
template <class T>
class Secret {
 public:
  Secret() = default;
  explicit Secret(T value) : value_(std::move(value)) {}
  Secret(Secret const&) = default;
  Secret(Secret&& other) noexcept : value_(std::move(other.value_)) { other.wipe(); }
  Secret& operator=(Secret const& other) {
    if (this != &other) {
      wipe();
      value_ = other.value_;
    }
    return *this;
  }
  Secret& operator=(Secret&& other) noexcept {
    if (this != &other) {
      wipe();
      value_ = std::move(other.value_);
      other.wipe();
    }
    return *this;
  }
  ~Secret() { wipe(); }

  [[nodiscard]] T const& reveal() const { return value_; }
  [[nodiscard]] T& reveal() { return value_; }

  bool operator==(Secret const&) const = default;

 private:
  void wipe() {
    if constexpr (requires(T & t) {
                    t.data();
                    t.capacity();
                  }) {
      value_.resize(value_.capacity());
      explicit_bzero(value_.data(), value_.size() * sizeof(*value_.data()));
      value_.clear();
    } else {
      value_ = T{};
    }
  }

  T value_{};
};

using SecretText = Secret<std::string>;

/// Takes as long for any two texts of one length: how far two keys agree must not be measurable.
[[nodiscard]] inline bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  }
  return difference == 0;
}

}  // namespace ce
