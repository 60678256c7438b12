#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace ce::store {

/// Work that runs side by side, and now and then one that must not have anybody beside it. Whoever waits to
/// be alone holds newcomers off, so that it is not passed over for ever. Any thread; a thread has one turn at
/// a time.
class Turns {
 public:
  class Beside {
   public:
    /// Waits while somebody is alone or waits to be.
    explicit Beside(Turns& turns);
    Beside(Beside const&) = delete;
    Beside& operator=(Beside const&) = delete;
    ~Beside();

   private:
    Turns& turns_;
  };

  class Alone {
   public:
    /// Waits until nobody else is at work.
    explicit Alone(Turns& turns);
    Alone(Alone const&) = delete;
    Alone& operator=(Alone const&) = delete;
    ~Alone();

   private:
    Turns& turns_;
  };

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::int64_t at_work_ = 0;  // side by side
  std::int64_t lonely_ = 0;   // alone, or waiting to be
  bool taken_ = false;        // somebody is alone
};

}  // namespace ce::store
