#include "shared/log/trail.h"

#include <atomic>

namespace ce::log {
namespace {

// Null-terminated, as a signal handler writes them.
constexpr std::array names{
#define CE_EVENT(name, level) #name,
#include "events.def"
#undef CE_EVENT
};

std::array<std::atomic<char const*>, trail_length> trail{};
std::atomic<std::size_t> written{0};

}  // namespace

void remember(Event event) {
  auto const place = written.fetch_add(1, std::memory_order_relaxed) % trail_length;
  trail[place].store(names[static_cast<std::size_t>(event)], std::memory_order_relaxed);
}

std::array<char const*, trail_length> last_events() {
  std::array<char const*, trail_length> last{};
  auto const begin = written.load(std::memory_order_relaxed);
  std::size_t count = 0;
  for (std::size_t i = 0; i < trail_length; ++i) {
    auto const* const name = trail[(begin + i) % trail_length].load(std::memory_order_relaxed);
    if (name != nullptr) last[count++] = name;
  }
  return last;
}

}  // namespace ce::log
