#include "kiosk/staff/pin.h"

#include <algorithm>
#include <fstream>
#include <string>

#include "shared/base/durable_file.h"
#include "shared/password/password_hash.h"

namespace ce::staff {
namespace {

constexpr std::size_t least_digits = 6;
constexpr std::size_t most_digits = 12;
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
    : hash_(directory / "staff-pin"), tries_(directory) {}

bool PinFile::is_set() const {
  std::error_code error;
  return std::filesystem::exists(hash_, error);
}

Result<void> PinFile::set(SecretText const& pin) {
  CE_CHECK(check_pin(pin));
  CE_CHECK(write_durably(hash_, password::hash(pin) + "\n"));
  tries_.forget();
  return {};
}

Result<std::string> PinFile::kept() const {
  std::ifstream in{hash_};
  std::string encoded;
  if (!std::getline(in, encoded)) {
    return Failure{FailureCode::storage_unopenable, hash_.string() + " cannot be read"};
  }
  return encoded;
}

}  // namespace ce::staff
