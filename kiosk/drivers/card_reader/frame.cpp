#include "kiosk/drivers/card_reader/frame.h"

#include <string.h>

#include <algorithm>
#include <cassert>
#include <numeric>

namespace ce::drivers {
namespace {

constexpr std::size_t length_size = 2;
constexpr std::size_t header_size = frame_preamble.size() + length_size;
constexpr std::size_t shortest_length = 1 + 3;  // XOR and the three status bytes, or CMD and PARA

// Never grown beyond: what a reader sends between two requests, with room for noise.
constexpr std::size_t buffer_size = 16 * 1024;

char checksum(std::string_view bytes) {
  return std::accumulate(bytes.begin(), bytes.end(), char{0}, [](char a, char b) {
    return static_cast<char>(static_cast<unsigned char>(a) ^ static_cast<unsigned char>(b));
  });
}

std::size_t read_be16(std::string_view bytes) {
  return static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) << 8U |
         static_cast<unsigned char>(bytes[1]);
}

// How many bytes at the end could be the beginning of a preamble.
std::size_t possible_beginning(std::string_view bytes) {
  std::size_t size = std::min(bytes.size(), frame_preamble.size() - 1);
  while (!frame_preamble.starts_with(bytes.substr(bytes.size() - size))) --size;
  return size;
}

}  // namespace

std::string encode_frame(std::string_view payload) {
  std::size_t const length = payload.size() + 1;
  assert(header_size + length <= longest_frame);
  std::string frame{frame_preamble};
  frame += static_cast<char>(length >> 8U);
  frame += static_cast<char>(length & 0xFFU);
  frame += payload;
  frame += checksum(std::string_view{frame}.substr(frame_preamble.size()));
  return frame;
}

// The buffer never reallocates, so no copy of a card is left behind in freed memory.
FrameDecoder::FrameDecoder() {
  bytes_.reveal().reserve(buffer_size);
}

void FrameDecoder::take(std::string_view bytes) {
  std::string& buffer = bytes_.reveal();
  if (buffer.size() + bytes.size() > buffer_size) clear();
  buffer += bytes.substr(0, buffer_size);
}

FrameDecoder::Outcome FrameDecoder::next() {
  std::string const& buffer = bytes_.reveal();
  std::size_t const start = buffer.find(frame_preamble);
  if (start == std::string::npos) {
    drop(buffer.size() - possible_beginning(buffer));
    return Incomplete{};
  }
  drop(start);
  if (buffer.size() < header_size) return Incomplete{};
  std::size_t const length = read_be16(std::string_view{buffer}.substr(frame_preamble.size()));
  std::size_t const whole = header_size + length;
  if (length < shortest_length || whole > longest_frame) {
    drop(1);
    return Damaged{};
  }
  if (buffer.size() < whole) return Incomplete{};
  std::string_view const covered =
      std::string_view{buffer}.substr(frame_preamble.size(), length_size + length - 1);
  if (checksum(covered) != buffer[whole - 1]) {
    drop(1);
    return Damaged{};
  }
  SecretText payload{std::string{covered.substr(length_size)}};
  drop(whole);
  return payload;
}

bool FrameDecoder::in_frame() const {
  return bytes_.reveal().starts_with(frame_preamble);
}

void FrameDecoder::clear() {
  drop(bytes_.reveal().size());
}

void FrameDecoder::drop(std::size_t count) {
  std::string& buffer = bytes_.reveal();
  std::size_t const left = buffer.size() - count;
  std::copy(buffer.end() - static_cast<std::ptrdiff_t>(left), buffer.end(), buffer.begin());
  ::explicit_bzero(buffer.data() + left, count);
  buffer.resize(left);
}

}  // namespace ce::drivers
