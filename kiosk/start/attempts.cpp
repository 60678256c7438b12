#include "kiosk/start/attempts.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <fstream>
#include <iterator>
#include <utility>

#include "shared/base/durable_file.h"

namespace ce::start {

Attempts::Attempts(std::filesystem::path file, std::chrono::milliseconds steady)
    : file_(std::move(file)), steady_(steady) {}

Attempts::~Attempts() = default;

bool Attempts::begin() {
  auto kept = read();
  reason_ = kept.reason;
  if (kept.count >= most) {
    write({most - 1, kept.reason});
    return true;
  }
  write({kept.count + 1, {}});
  waiting_ = std::jthread{[this](std::stop_token const& stopping) {
    std::unique_lock lock{mutex_};
    if (!ended_.wait_for(lock, stopping, steady_, [] { return false; }) && !stopping.stop_requested())
      succeeded();
  }};
  return false;
}

void Attempts::succeeded() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

void Attempts::failed(std::string const& reason) {
  waiting_ = {};
  auto kept = read();
  if (kept.count > 0) write({kept.count, reason});
}

Attempts::Kept Attempts::read() const {
  std::ifstream in{file_};
  Kept kept;
  if (!(in >> kept.count)) return {};
  in.ignore();
  kept.reason.assign(std::istreambuf_iterator<char>{in}, {});
  kept.count = std::clamp(kept.count, 0, most);
  return kept;
}

void Attempts::write(Kept const& kept) const {
  (void)write_durably(file_, std::to_string(kept.count) + "\n" + kept.reason, MissingDirectory::make);
}

void show_notice(std::string const& reason) {
  std::error_code error;
  auto const program =
      std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "ce-kiosk-notice";
  // The other program ends when it is asked to, as this one held these back.
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, nullptr);
  std::array<char const*, 4> const words{program.c_str(), "--reason", reason.c_str(), nullptr};
  ::execv(program.c_str(), const_cast<char* const*>(words.data()));
}

}  // namespace ce::start
