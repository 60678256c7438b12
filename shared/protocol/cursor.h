#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/date.h"
#include "shared/base/entry_id.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/base/units.h"
#include "shared/protocol/names.h"

namespace ce::protocol {

using Json = nlohmann::json;

/// Reads one value of a parsed message and everything below it. The first thing that is wrong is kept in
/// `fault` with the member's path ("years[0].total.done: expected an integer"); from then on every read
/// gives an empty value, so that a reader is a plain list of members and its caller looks at `fault` once.
/// Borrows all it is given; a child must not outlive its parent. One thread.
class Cursor {
 public:
  Cursor(Json& root, std::optional<Failure>& fault) : value_(&root), fault_(fault) {}

  /// The member of that name, which must be there.
  [[nodiscard]] Cursor at(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;

  [[nodiscard]] std::int64_t integer(std::int64_t least, std::int64_t most) const;
  [[nodiscard]] int small(int least, int most) const { return static_cast<int>(integer(least, most)); }
  [[nodiscard]] bool boolean() const;
  /// Text of at most `most` bytes of UTF-8, without NUL.
  [[nodiscard]] std::string text(std::size_t most) const;
  /// The same, taken out of the parsed message so that no copy of it stays behind there.
  [[nodiscard]] SecretText secret(std::size_t most) const;
  [[nodiscard]] Date date() const;
  /// RFC 3339 in UTC with milliseconds.
  [[nodiscard]] Instant instant() const;
  [[nodiscard]] EntryId id() const;
  [[nodiscard]] CreditUnits units() const;

  template <class E>
  [[nodiscard]] E choice() const {
    auto const word = text(64);
    auto const value = named<E>(word);
    if (!value) fail("expected one of the words of this protocol version");
    return value.value_or(E{});
  }

  /// Calls `read(element)` for each element of an array of at most `most`.
  template <class F>
  void each(std::size_t most, F const& read) const {
    std::size_t const count = elements(most);
    for (std::size_t i = 0; i < count && !fault_; ++i) read(element(i));
  }

  /// Makes "path: `what`" the fault, unless there is one already.
  void fail(std::string_view what, FailureCode code = FailureCode::answer_malformed) const;

 private:
  Cursor(Json* value, Cursor const* parent, std::string_view name, std::size_t index,
         std::optional<Failure>& fault)
      : value_(value), parent_(parent), name_(name), index_(index), fault_(fault) {}

  [[nodiscard]] std::size_t elements(std::size_t most) const;
  [[nodiscard]] Cursor element(std::size_t index) const;
  [[nodiscard]] bool is_text(std::size_t most) const;
  [[nodiscard]] std::string path() const;

  Json* value_;  // null once something is wrong
  Cursor const* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = 0;
  std::optional<Failure>& fault_;
};

}  // namespace ce::protocol
