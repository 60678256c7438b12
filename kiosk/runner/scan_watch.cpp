#include "kiosk/runner/scan_watch.h"

#include <utility>

#include "kiosk/scanning/scan_bytes.h"

namespace ce::runner {
namespace {

constexpr std::chrono::milliseconds listen_for{250};  // at a time; the program ends no later
constexpr std::chrono::seconds look_for_it_every{1};

}  // namespace

ScanWatch::ScanWatch(ports::CodeScanner& scanner, log::Logger const& logger, std::function<void()> knock)
    : scanner_(&scanner),
      logger_(&logger),
      knock_(std::move(knock)),
      worker_(look_for_it_every, [this] { listen(); }) {}

void ScanWatch::stop() {
  stopping_ = true;
  worker_.stop();
}

std::vector<std::string> ScanWatch::take() {
  std::scoped_lock const lock{mutex_};
  return std::exchange(codes_, {});
}

void ScanWatch::listen() {
  while (!stopping_) {
    if (lending_.is_lent([this] { scanner_->let_go(); })) return;
    auto const got = scanner_->read(std::chrono::steady_clock::now() + listen_for);
    note(got);
    if (!got) return;
    auto const now = std::chrono::steady_clock::now();
    keep(scanning::take_codes(line_, got->reveal(), now, scanning::most_waiting));
  }
}

void ScanWatch::note(Result<SecretText> const& got) {
  heard_ = got.ok();
  if (there_ == got.ok()) return;
  there_ = got.ok();
  if (got) return logger_->event(log::Event::scanner_connected);
  line_ = {};  // what it was in the middle of stays half
  logger_->event(log::Event::scanner_lost, {{"why", got.failure().detail}});
}

void ScanWatch::keep(std::vector<std::string> codes) {
  if (codes.empty()) return;
  {
    std::scoped_lock const lock{mutex_};
    for (auto& code : codes) {
      if (codes_.size() < scanning::most_waiting) codes_.push_back(std::move(code));
    }
  }
  knock_();
}

}  // namespace ce::runner
