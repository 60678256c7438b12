#include "kiosk/staff/tries.h"

#include <algorithm>
#include <fstream>

#include "shared/base/durable_file.h"

namespace ce::staff {
namespace {

constexpr std::chrono::seconds first_lock{30};
constexpr std::chrono::seconds longest_lock{3600};

struct Counted {
  int wrong = 0;
  std::int64_t until_ms = 0;
};

std::chrono::seconds lock_after(int wrong) {
  auto lock = first_lock;
  for (int i = 1; i < wrong && lock < longest_lock; ++i) lock *= 2;
  return std::min(lock, longest_lock);
}

Counted read_tries(std::filesystem::path const& file) {
  Counted tries;
  std::ifstream in{file};
  if (!(in >> tries.wrong >> tries.until_ms)) return {};
  return tries;
}

Result<void> keep_tries(std::filesystem::path const& file, Counted const& tries) {
  return write_durably(file, std::to_string(tries.wrong) + " " + std::to_string(tries.until_ms) + "\n");
}

}  // namespace

// A clock that was set back since makes no lock longer than it was: from here on it runs by the clock that
// goes now, else it would last until that is where the other was.
std::chrono::seconds Tries::locked(Instant now) {
  auto const tries = read_tries(file_);
  auto const left = std::chrono::seconds{(tries.until_ms - now.ms + 999) / 1000};  // rounded up
  auto const longest = lock_after(tries.wrong);
  if (left <= longest) return std::max(left, std::chrono::seconds{0});
  // Best effort: where it cannot be written nobody gets in anyway.
  static_cast<void>(keep_tries(file_, {tries.wrong, now.ms + longest.count() * 1000}));
  return longest;
}

Result<DoorTry> Tries::take(Instant now, std::function<bool()> const& is_right) {
  auto const before = read_tries(file_);
  if (auto const still = locked(now); still.count() > 0) return DoorTry{false, still, before.wrong};
  int const wrong = std::min(before.wrong, 1000) + 1;
  auto const lock = lock_after(wrong);
  CE_CHECK(keep_tries(file_, {wrong, now.ms + lock.count() * 1000}));
  if (!is_right()) return DoorTry{false, lock, wrong};
  forget();
  return DoorTry{true, {}, before.wrong};
}

void Tries::forget() {
  std::error_code error;
  std::filesystem::remove(file_, error);
}

std::string in_words(std::chrono::seconds time) {
  auto const minutes = time.count() / 60;
  auto const seconds = time.count() % 60;
  std::string words = minutes > 0 ? std::to_string(minutes) + " 分" : "";
  if (seconds > 0 || minutes == 0) words += (words.empty() ? "" : " ") + std::to_string(seconds) + " 秒";
  return words;
}

}  // namespace ce::staff
