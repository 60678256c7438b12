#pragma once

#include <unistd.h>

namespace ce {

/// A file descriptor that closes itself; owns what it was made of. Not there (false) where open() failed.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  [[nodiscard]] explicit operator bool() const { return value_ >= 0; }
  [[nodiscard]] int value() const { return value_; }

 private:
  int value_;
};

}  // namespace ce
