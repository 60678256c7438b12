#include "tests/devices/wire.h"

#include <array>

namespace ce::devices {
namespace {

constexpr std::array<unsigned char, 5> preamble{0xAA, 0xAA, 0xAA, 0x96, 0x69};
constexpr std::size_t request_size = 10;  // preamble, 00 03, CMD, PARA, XOR

unsigned char at(std::string const& bytes, std::size_t place) {
  return static_cast<unsigned char>(bytes[place]);
}

}  // namespace

std::string reply_frame(unsigned char sw3, std::string_view data) {
  std::size_t const length = 4 + data.size();
  std::string frame{preamble.begin(), preamble.end()};
  for (std::size_t const byte :
       {length / 256, length % 256, std::size_t{0}, std::size_t{0}, std::size_t{sw3}}) {
    frame.push_back(static_cast<char>(byte));
  }
  frame.append(data);
  unsigned sum = 0;
  for (std::size_t place = preamble.size(); place < frame.size(); ++place) sum ^= at(frame, place);
  frame.push_back(static_cast<char>(sum));
  return frame;
}

std::optional<Request> take_request(std::string& bytes) {
  std::string const start{preamble.begin(), preamble.end()};
  std::size_t const found = bytes.find(start);
  if (found == std::string::npos || bytes.size() < found + request_size) return std::nullopt;
  std::string const frame = bytes.substr(found, request_size);
  bytes.erase(0, found + request_size);
  unsigned const sum = at(frame, 5) ^ at(frame, 6) ^ at(frame, 7) ^ at(frame, 8);
  return Request{at(frame, 7), at(frame, 8), sum == at(frame, 9) && at(frame, 5) == 0 && at(frame, 6) == 3};
}

}  // namespace ce::devices
