#include "tests/devices/reader_faults.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ce::devices {
namespace {

constexpr std::array<std::pair<std::string_view, FaultKind>, 7> names{{
    {"checksum", FaultKind::checksum},
    {"truncate", FaultKind::truncate},
    {"silent", FaultKind::silent},
    {"garble", FaultKind::garble},
    {"split", FaultKind::split},
    {"merge", FaultKind::merge},
    {"unplug", FaultKind::unplug},
}};

// Every time another bit: flips of the same bit cancel each other in an XOR, which is all that guards a
// frame.
std::string damaged(std::string reply, std::size_t every) {
  unsigned mask = 1;
  for (std::size_t place = reply.size() - 1; place >= 7; place -= std::min(place, every)) {
    reply[place] = static_cast<char>(static_cast<unsigned char>(reply[place]) ^ mask);
    mask = mask == 0x80 ? 1 : mask << 1U;
  }
  return reply;
}

Delivery spoil(FaultKind kind, std::string const& reply, std::string const& previous) {
  switch (kind) {
    case FaultKind::checksum:
      return {damaged(reply, reply.size())};
    case FaultKind::truncate:
      return {reply.substr(0, reply.size() / 2)};
    case FaultKind::silent:
      return {};
    case FaultKind::garble:
      return {damaged(reply, 113)};
    case FaultKind::split:
      return {reply, std::max<std::size_t>(1, reply.size() / 16), std::chrono::milliseconds{10}};
    case FaultKind::merge:
      return {previous + reply, previous.size() + reply.size()};
    case FaultKind::unplug:
      return {.bytes = reply.substr(0, reply.size() / 2), .unplug_after = true};
  }
  return {reply};
}

}  // namespace

std::optional<FaultKind> fault_named(std::string_view word) {
  for (auto const& [name, kind] : names) {
    if (name == word) return kind;
  }
  return std::nullopt;
}

void ReaderFaults::add(FaultKind kind, int count, std::optional<unsigned> command) {
  pending_.push_back({kind, count, command});
}

void ReaderFaults::clear() {
  pending_.clear();
  noise_ = 0;
}

Delivery ReaderFaults::apply(Request const& request, std::string const& reply) {
  auto const kind = due(request);
  Delivery delivery = kind ? spoil(*kind, reply, previous_) : Delivery{reply};
  previous_ = reply;
  if (!delivery.bytes.empty()) delivery.bytes.insert(0, noise());
  return delivery;
}

std::optional<FaultKind> ReaderFaults::due(Request const& request) {
  unsigned const word = request.command * 256U + request.parameter;
  auto const found = std::find_if(pending_.begin(), pending_.end(),
                                  [&](Pending const& p) { return !p.command || *p.command == word; });
  if (found == pending_.end()) return std::nullopt;
  FaultKind const kind = found->kind;
  if (--found->count == 0) pending_.erase(found);
  return kind;
}

std::string ReaderFaults::noise() {
  std::string bytes;
  while (bytes.size() < noise_) {
    random_ = random_ * 1664525U + 1013904223U;
    bytes += bytes.size() % 7 == 3 ? '\xAA' : static_cast<char>(random_ >> 24U);
  }
  if (noise_ >= 4) bytes.replace(noise_ - 4, 4, "\xAA\xAA\xAA\x96");
  return bytes;
}

}  // namespace ce::devices
