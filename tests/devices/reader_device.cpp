#include "tests/devices/reader_device.h"

#include <array>
#include <utility>

namespace ce::devices {
namespace {

constexpr std::size_t photo_size = 1024;

unsigned word(Request const& request) {
  return request.command * 256U + request.parameter;
}

}  // namespace

void ReaderDevice::lay(std::string text_block) {
  card_ = std::move(text_block);
  stage_ = Stage::laid;
}

void ReaderDevice::lift() {
  card_.reset();
}

void ReaderDevice::restart() {
  stage_ = Stage::laid;
}

std::string ReaderDevice::answer(Request const& request) {
  if (!request.checksum_right) return reply_frame(0x10);
  switch (word(request)) {
    case 0x11FF:
      return reply_frame(0x90);
    case 0x12FF:
      return reply_frame(0x90, std::string(16, '\x05'));
    case 0x10FF:
      restart();
      return reply_frame(0x90);
    case 0x2001:
      if (!card_ || stage_ == Stage::selected || stage_ == Stage::read) return reply_frame(0x80);
      stage_ = Stage::found;
      return reply_frame(0x9F, std::string(4, '\0'));
    case 0x2002:
      if (!card_ || stage_ != Stage::found) return reply_frame(0x81);
      stage_ = Stage::selected;
      return reply_frame(0x90, std::string(8, '\0'));
    case 0x3001:
      if (!card_ || stage_ != Stage::selected) return reply_frame(0x41);
      stage_ = Stage::read;
      return read_reply();
    default:
      return reply_frame(0x21);
  }
}

std::string ReaderDevice::state() const {
  constexpr std::array names{"laid", "found", "selected", "read"};
  return card_ ? names.at(static_cast<std::size_t>(stage_)) : "empty";
}

// The photo's bytes hold a false preamble, as chance may bring one about.
std::string ReaderDevice::read_reply() const {
  std::string photo;
  while (photo.size() < photo_size) photo += static_cast<char>(photo.size() * 37 % 256);
  photo.replace(500, 7, std::string{"\xAA\xAA\xAA\x96\x69\x00\x04", 7});
  std::string data{"\x01\x00\x04\x00", 4};
  return reply_frame(0x90, data + *card_ + photo);
}

}  // namespace ce::devices
