#include "central/jobs/worker.h"

#include <chrono>

namespace ce::jobs {
namespace {

constexpr auto look_again = std::chrono::seconds{5};

}  // namespace

Worker::Worker(std::string route, WorkOff work_off, log::Logger const& log)
    : route_(std::move(route)), work_off_(std::move(work_off)), log_(log), thread_([this] { run(); }) {}

Worker::~Worker() {
  {
    std::lock_guard const hold{mutex_};
    ending_ = true;
  }
  woken_.notify_all();
  thread_.join();
}

void Worker::wake() {
  {
    std::lock_guard const hold{mutex_};
    new_job_ = true;
  }
  woken_.notify_all();
}

bool Worker::ending() const {
  std::lock_guard const hold{mutex_};
  return ending_;
}

void Worker::run() {
  while (!ending()) {
    auto const worked = work_off_([this] { return ending(); });
    if (!worked) log_.event(log::Event::failure, {{"what", describe(worked.failure())}, {"route", route_}});
    if (worked && *worked) continue;
    std::unique_lock hold{mutex_};
    woken_.wait_for(hold, look_again, [this] { return ending_ || new_job_; });
    new_job_ = false;
  }
}

}  // namespace ce::jobs
