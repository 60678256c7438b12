#include "kiosk/staff_desk/call_behind.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace ce::staff_desk {
namespace {

constexpr std::chrono::milliseconds look_again{50};

struct Asked {
  std::mutex mutex;
  std::condition_variable changed;
  bool dropped = false;
  std::optional<items::Verdict> said;
};

}  // namespace

std::optional<items::Verdict> CallBehind::ask(std::function<items::Verdict()> call,
                                              std::function<bool()> const& given_up) {
  auto const asked = std::make_shared<Asked>();
  worker_.give([asked, call = std::move(call)] {
    {
      std::scoped_lock const lock{asked->mutex};
      if (asked->dropped) return;
    }
    auto said = call();
    {
      std::scoped_lock const lock{asked->mutex};
      asked->said = std::move(said);
    }
    asked->changed.notify_one();
  });
  std::unique_lock lock{asked->mutex};
  while (!asked->changed.wait_for(lock, look_again, [&] { return asked->said.has_value(); })) {
    if (!given_up()) continue;
    asked->dropped = true;
    return std::nullopt;
  }
  return std::move(asked->said);
}

}  // namespace ce::staff_desk
