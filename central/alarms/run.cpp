#include "central/alarms/run.h"

#include <chrono>

#include "central/alarms/watch.h"

namespace ce::alarms {
namespace {

constexpr std::chrono::seconds look_every{30};

}  // namespace

Result<bool> Run::run() {
  if (auto const tick = clock_.tick(); !looked_ || tick - *looked_ >= look_every) {
    CE_CHECK(watch(store_, limits_, noticed_(), webhook_.has_value(), clock_.now()));
    looked_ = tick;
  }
  if (!webhook_) return false;
  return deliver_one(store_, *webhook_, [this] { return clock_.now(); });
}

}  // namespace ce::alarms
