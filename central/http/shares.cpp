#include "central/http/shares.h"

#include <atomic>
#include <mutex>
#include <unordered_map>

namespace ce::http {

struct Quota::State {
  explicit State(std::size_t all) : most(all) {}
  std::size_t most;
  std::atomic<std::size_t> taken{0};
};

Quota::Quota(std::size_t most) : state_(std::make_shared<State>(most)) {}

Share Quota::take(std::size_t amount) const {
  auto const before = state_->taken.fetch_add(amount);
  if (amount > state_->most || before > state_->most - amount) {
    state_->taken -= amount;
    return nullptr;
  }
  return {state_.get(), [state = state_, amount](void const* /*same*/) { state->taken -= amount; }};
}

struct Lines::State {
  State(std::size_t one, std::size_t all_of_them) : most_of_one(one), most(all_of_them) {}
  std::size_t most_of_one;
  std::size_t most;
  std::mutex mutex;
  std::unordered_map<std::string, std::size_t> of;
  std::size_t all = 0;
};

Lines::Lines(std::size_t most_of_one, std::size_t most)
    : state_(std::make_shared<State>(most_of_one, most)) {}

Share Lines::take(std::string const& who) const {
  {
    std::lock_guard const lock{state_->mutex};
    auto const found = state_->of.find(who);
    auto const own = found == state_->of.end() ? 0 : found->second;
    if (own >= state_->most_of_one || state_->all >= state_->most) return nullptr;
    state_->of[who] = own + 1;
    ++state_->all;
  }
  return {state_.get(), [state = state_, who](void const* /*same*/) {
            std::lock_guard const lock{state->mutex};
            if (auto const at = state->of.find(who); --at->second == 0) state->of.erase(at);
            --state->all;
          }};
}

}  // namespace ce::http
