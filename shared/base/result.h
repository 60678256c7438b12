#pragma once

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

#include <optional>

#include "shared/base/failure.h"

namespace ce {

/// A value or the Failure that kept it from being made. Asking for the part that is not there is a bug
/// and aborts (noexcept makes it so). Value type; no thread affinity.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value)
      : parts_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(Failure failure)
      : parts_(std::in_place_index<1>, std::move(failure)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return parts_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & noexcept { return std::get<0>(parts_); }
  [[nodiscard]] T const& value() const& noexcept { return std::get<0>(parts_); }
  [[nodiscard]] T&& value() && noexcept { return std::get<0>(std::move(parts_)); }
  [[nodiscard]] Failure const& failure() const noexcept { return std::get<1>(parts_); }

  T& operator*() & { return value(); }
  T const& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  T const* operator->() const { return &value(); }

  [[nodiscard]] T value_or(T other) const& { return ok() ? value() : std::move(other); }

 private:
  std::variant<T, Failure> parts_;
};

/// Success without a value, or the Failure.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Failure failure) : failure_(std::move(failure)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return !failure_.has_value(); }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] Failure const& failure() const noexcept { return failure_.value(); }

 private:
  std::optional<Failure> failure_;
};

}  // namespace ce

/// Leaves the current function with the Failure of `expression`, which is a Result.
#define CE_CHECK(expression)                                                   \
  do {                                                                         \
    if (auto ce_check_ = (expression); !ce_check_) return ce_check_.failure(); \
  } while (false)

#define CE_JOIN_INNER(a, b) a##b
#define CE_JOIN(a, b) CE_JOIN_INNER(a, b)

/// `CE_TRY(auto row, statement.step())`: takes the value or leaves with the Failure.
#define CE_TRY(declaration, expression)                                         \
  auto CE_JOIN(ce_try_, __LINE__) = (expression);                               \
  if (!CE_JOIN(ce_try_, __LINE__)) return CE_JOIN(ce_try_, __LINE__).failure(); \
  declaration = std::move(CE_JOIN(ce_try_, __LINE__)).value()  // NOLINT(bugprone-macro-parentheses)
