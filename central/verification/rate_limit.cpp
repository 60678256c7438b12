#include "central/verification/rate_limit.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace ce::verification {

using std::chrono::duration;

double RateLimit::tokens_at(Bucket const& bucket, Tick now) const {
  auto const minutes = duration<double, std::ratio<60>>(now - bucket.filled).count();
  return std::min(rate_.burst, bucket.tokens + std::max(0.0, minutes) * rate_.per_minute);
}

void RateLimit::forget_full_ones(Tick now) {
  // A sweep touches every bucket; under a flood one a second is enough.
  if (now - swept_ < std::chrono::seconds{1} && swept_ != Tick{}) return;
  swept_ = now;
  std::erase_if(buckets_,
                [this, now](auto const& entry) { return tokens_at(entry.second, now) >= rate_.burst; });
}

bool RateLimit::admit(std::string_view address, Tick now) {
  std::lock_guard const lock{mutex_};
  auto const caller = caller_of(address);
  auto found = buckets_.find(caller);
  if (found == buckets_.end() && buckets_.size() >= most_addresses_) forget_full_ones(now);
  if (found == buckets_.end() && buckets_.size() < most_addresses_) {
    found = buckets_.emplace(caller, Bucket{rate_.burst, now}).first;
  }
  auto& bucket = found == buckets_.end() ? shared_ : found->second;
  bucket = {tokens_at(bucket, now), now};
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

std::size_t RateLimit::addresses() const {
  std::lock_guard const lock{mutex_};
  return buckets_.size();
}

std::string caller_of(std::string_view address) {
  if (address.find(':') == std::string_view::npos) return std::string{address};
  std::array<unsigned char, 16> bytes{};
  std::string text{address};
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
  constexpr std::array<unsigned char, 12> mapped_ipv4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  if (std::equal(mapped_ipv4.begin(), mapped_ipv4.end(), bytes.begin())) {
    std::array<char, INET_ADDRSTRLEN> ipv4{};
    inet_ntop(AF_INET, &bytes[12], ipv4.data(), ipv4.size());
    return ipv4.data();
  }
  return {bytes.begin(), bytes.begin() + 8};
}

}  // namespace ce::verification
