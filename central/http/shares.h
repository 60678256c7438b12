#pragma once

#include <cstddef>
#include <memory>
#include <string>

/// What the connections of a server have together, and who takes how much of it. Any thread.
namespace ce::http {

/// Gives back at its end what was taken. Null: nothing was.
using Share = std::shared_ptr<void const>;

/// So much of one thing. Outlived by its shares.
class Quota {
 public:
  explicit Quota(std::size_t most);
  /// Null where there is not so much left.
  [[nodiscard]] Share take(std::size_t amount) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

/// So many lines, and only so many of them by one caller, so that who opens lines and says nothing leaves
/// room for others. Outlived by its shares.
class Lines {
 public:
  Lines(std::size_t most_of_one, std::size_t most);
  /// Null where `who` has as many as one may, or all are taken.
  [[nodiscard]] Share take(std::string const& who) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace ce::http
