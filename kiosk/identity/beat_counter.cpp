#include "kiosk/identity/beat_counter.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <system_error>
#include <utility>

namespace ce::kiosk_identity {
namespace {

std::int64_t kept_in(std::filesystem::path const& file) {
  std::ifstream in{file};
  std::int64_t number = 0;
  in >> number;
  return in && number > 0 ? number : 0;
}

// Over the same bytes each time: a disk without room takes that still, and a number that it does not take
// would make this machine look like its own copy after the next start.
Result<void> keep(std::filesystem::path const& file, std::int64_t number) {
  std::array<char, 24> text{};
  int const size = std::snprintf(text.data(), text.size(), "%020lld\n", static_cast<long long>(number));
  int const opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  bool const kept = opened >= 0 && ::pwrite(opened, text.data(), static_cast<std::size_t>(size), 0) == size &&
                    ::fdatasync(opened) == 0;
  int const error = errno;
  if (opened >= 0) ::close(opened);
  if (kept) return {};
  return Failure{FailureCode::storage_fault, file.string() + ": " + std::generic_category().message(error)};
}

}  // namespace

BeatCounter::BeatCounter(std::filesystem::path file, log::Logger const& logger)
    : file_(std::move(file)), logger_(&logger), last_{EntryId::make(), kept_in(file_)} {}

protocol::Beat BeatCounter::next() {
  if (std::exchange(unheard_, true)) return last_;
  ++last_.number;
  trouble_.reset();
  if (auto const kept = keep(file_, last_.number); !kept) {
    trouble_ = kept.failure();
    logger_->event(log::Event::failure, {{"where", "beat"}, {"why", describe(kept.failure())}});
  }
  return last_;
}

}  // namespace ce::kiosk_identity
