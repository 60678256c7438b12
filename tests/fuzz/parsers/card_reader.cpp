#include <algorithm>

#include "../../shared/identity/card_block.h"
#include "kiosk/drivers/card_reader/frame.h"
#include "kiosk/drivers/card_reader/sam.h"
#include "shared/identity/card.h"
#include "shared/identity/id_number.h"
#include "shared/identity/mask.h"
#include "tests/fuzz/parsers/readers.h"
#include "tests/fuzz/parsers/target.h"

namespace ce::fuzz {
namespace {

Date day_of_reading() {
  return Date::make(2026, 11, 1).value();
}

/// What a decoder finds where the line brings `step` bytes at a time.
std::vector<std::string> payloads(std::string_view bytes, std::size_t step) {
  std::vector<std::string> found;
  drivers::FrameDecoder decoder;
  while (!bytes.empty()) {
    auto const size = std::min(step, bytes.size());
    decoder.take(bytes.substr(0, size));
    bytes.remove_prefix(size);
    for (;;) {
      auto next = decoder.next();
      if (std::holds_alternative<drivers::FrameDecoder::Incomplete>(next)) break;
      if (auto* payload = std::get_if<SecretText>(&next)) found.push_back(payload->reveal());
    }
  }
  return found;
}

void look_at_reply(std::string const& payload) {
  auto const reply = drivers::parse_reply(SecretText{payload});
  for (auto const command : {drivers::SamCommand::find, drivers::SamCommand::read, drivers::SamCommand::reset,
                             drivers::SamCommand::select}) {
    (void)drivers::can_answer(reply, command);
  }
  auto const block = drivers::text_block(reply);
  if (block) {
    hold(block->reveal().size() == 256, "a text block has 256 bytes");
    read_card_block(block->reveal());
  }
}

}  // namespace

void read_card_frames(std::string_view bytes) {
  auto const whole = payloads(bytes, bytes.size());
  hold(payloads(bytes, 1) == whole, "frames are the same however the line cuts them");
  hold(payloads(bytes, 7) == whole, "frames are the same however the line cuts them");
  for (auto const& payload : whole) {
    hold(payload.size() >= 3, "a payload has its three status bytes");
    hold(payloads(drivers::encode_frame(payload), 5) == std::vector{payload},
         "a payload goes there and back");
    look_at_reply(payload);
  }
}

void read_card_block(std::string_view bytes) {
  auto const person = identity::identity_from_card(bytes, day_of_reading());
  if (!person) return;
  auto const& number = person->id_number.reveal();
  auto const again = identity::examine_id_number(number, day_of_reading());
  hold(again.valid && again.canonical == number, "a card gives a number that is one");
  hold(!person->name.reveal().empty(), "a card gives a name");
  (void)identity::mask_name(person->name.reveal());
}

std::vector<std::string> card_blocks() {
  auto const resident = identity::testing::resident_card();
  auto permit = resident;
  permit.put(122, "830000188001010011").put(248, "J");
  auto foreigner = resident;
  foreigner.put(248, "I");
  auto for_life = resident;
  for_life.blank(204, 16).put(204, "长期");
  return {resident.bytes(), permit.bytes(), foreigner.bytes(), for_life.bytes()};
}

std::vector<std::string> card_frames() {
  using namespace std::string_literals;
  auto const nothing = drivers::encode_frame("\0\0\x80"s);
  auto const found = drivers::encode_frame("\0\0\x9F\0\0\0\0"s);
  std::string read = "\0\0\x90\x01\0\0\x10"s;
  read += identity::testing::resident_card().bytes() + std::string(16, 'p');
  return {nothing, found, drivers::encode_frame(read),
          "noise\xAA\xAA"s + nothing + found + found.substr(0, 6)};
}

}  // namespace ce::fuzz
