#include "kiosk/staff/pin.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "shared/base/durable_file.h"
#include "shared/password/password_hash.h"

namespace ce::staff {
namespace {

constexpr std::size_t least_digits = 6;
constexpr std::size_t most_digits = 12;
constexpr std::chrono::seconds first_lock{30};
constexpr std::chrono::seconds longest_lock{3600};

struct Tries {
  int wrong = 0;
  std::int64_t until_ms = 0;
};

std::chrono::seconds lock_after(int wrong) {
  auto lock = first_lock;
  for (int i = 1; i < wrong && lock < longest_lock; ++i) lock *= 2;
  return std::min(lock, longest_lock);
}

Tries read_tries(std::filesystem::path const& file) {
  Tries tries;
  std::ifstream in{file};
  if (!(in >> tries.wrong >> tries.until_ms)) return {};
  return tries;
}

/// Root sets the PIN for the service's own user.
Result<void> write_for_owner(std::filesystem::path const& file, std::string const& text) {
  CE_CHECK(write_durably(file, text));
  struct stat directory {};
  if (::geteuid() == 0 && ::stat(file.parent_path().c_str(), &directory) == 0 &&
      ::chown(file.c_str(), directory.st_uid, directory.st_gid) != 0) {
    return Failure{FailureCode::storage_fault, file.string() + " cannot be given to the service's user"};
  }
  return {};
}

bool all_step_by(std::string const& digits, int step) {
  for (std::size_t i = 1; i < digits.size(); ++i) {
    if (digits[i] - digits[i - 1] != step) return false;
  }
  return true;
}

}  // namespace

Result<void> check_pin(SecretText const& pin) {
  auto const& digits = pin.reveal();
  bool const only_digits =
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!only_digits || digits.size() < least_digits || digits.size() > most_digits) {
    return Failure{FailureCode::input_invalid, "密码应为 6 至 12 位数字"};
  }
  if (all_step_by(digits, 0) || all_step_by(digits, 1) || all_step_by(digits, -1)) {
    return Failure{FailureCode::input_invalid, "密码不能是同一个数字或连续的数字"};
  }
  return {};
}

PinFile::PinFile(std::filesystem::path const& directory)
    : hash_(directory / "staff-pin"), tries_(directory / "staff-tries") {}

bool PinFile::is_set() const {
  std::error_code error;
  return std::filesystem::exists(hash_, error);
}

Result<void> PinFile::set(SecretText const& pin) {
  CE_CHECK(check_pin(pin));
  CE_CHECK(write_for_owner(hash_, password::hash(pin) + "\n"));
  std::error_code error;
  std::filesystem::remove(tries_, error);
  return {};
}

std::chrono::seconds PinFile::locked(Instant now) const {
  auto const tries = read_tries(tries_);
  // Rounded up; a clock that was set back makes no lock longer than it was.
  auto const left = std::chrono::seconds{(tries.until_ms - now.ms + 999) / 1000};
  return std::clamp(left, std::chrono::seconds{0}, lock_after(tries.wrong));
}

Result<PinTry> PinFile::judge(SecretText const& pin, Instant now) {
  auto const before = read_tries(tries_);
  if (auto const still = locked(now); still.count() > 0) return PinTry{false, still, before.wrong};
  std::ifstream in{hash_};
  std::string encoded;
  if (!std::getline(in, encoded)) {
    return Failure{FailureCode::storage_unopenable, hash_.string() + " cannot be read"};
  }
  int const wrong = std::min(before.wrong, 1000) + 1;
  auto const lock = lock_after(wrong);
  CE_CHECK(write_durably(tries_,
                         std::to_string(wrong) + " " + std::to_string(now.ms + lock.count() * 1000) + "\n"));
  if (!password::matches(pin, encoded)) return PinTry{false, lock, wrong};
  std::error_code error;
  std::filesystem::remove(tries_, error);
  return PinTry{true, {}, before.wrong};
}

std::string in_words(std::chrono::seconds time) {
  auto const minutes = time.count() / 60;
  auto const seconds = time.count() % 60;
  std::string words = minutes > 0 ? std::to_string(minutes) + " 分" : "";
  if (seconds > 0 || minutes == 0) words += (words.empty() ? "" : " ") + std::to_string(seconds) + " 秒";
  return words;
}

}  // namespace ce::staff
