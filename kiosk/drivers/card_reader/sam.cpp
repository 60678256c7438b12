#include "kiosk/drivers/card_reader/sam.h"

#include <cassert>

#include "kiosk/drivers/card_reader/frame.h"
#include "shared/base/text.h"

namespace ce::drivers {
namespace {

constexpr std::size_t status_size = 3;
constexpr std::size_t block_size = 256;
constexpr std::size_t lengths_size = 4;  // of text and photo, BE16 each

std::string_view words_for(Sw3 status) {
  switch (status) {
    case Sw3::ok:
      return "ok";
    case Sw3::found:
      return "card found";
    case Sw3::wrong_checksum:
      return "checksum of the request wrong";
    case Sw3::wrong_length:
      return "length of the request wrong";
    case Sw3::bad_command:
      return "command not known to the reader";
    case Sw3::unknown_error:
      return "unknown error";
    case Sw3::card_not_authenticated:
    case Sw3::sam_not_authenticated:
      return "card and reader did not authenticate each other";
    case Sw3::verification_failed:
      return "verification of the content failed";
    case Sw3::wrong_card:
      return "not an identity card";
    case Sw3::read_failed:
      return "read failed";
    case Sw3::random_failed:
      return "random numbers failed";
    case Sw3::self_test_failed:
      return "self-test of the reader failed";
    case Sw3::unauthorised:
      return "reader not authorised";
    case Sw3::no_card:
      return "no card found";
    case Sw3::select_failed:
      return "select failed";
  }
  return "status not in the protocol";
}

std::size_t read_be16(std::string_view bytes, std::size_t at) {
  return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) << 8U |
         static_cast<unsigned char>(bytes[at + 1]);
}

}  // namespace

std::string encode_request(SamCommand command) {
  auto const word = static_cast<std::uint16_t>(command);
  std::string payload;
  payload += static_cast<char>(word >> 8U);
  payload += static_cast<char>(word & 0xFFU);
  return encode_frame(payload);
}

SamReply parse_reply(SecretText const& payload) {
  std::string const& bytes = payload.reveal();
  assert(bytes.size() >= status_size);
  return {static_cast<Sw3>(bytes[status_size - 1]), SecretText{bytes.substr(status_size)}};
}

bool can_answer(SamReply const& reply, SamCommand command) {
  bool const is_content = reply.data.reveal().size() >= lengths_size + block_size;
  switch (command) {
    case SamCommand::reset:
    case SamCommand::status:
      return reply.status != Sw3::found && !is_content;
    case SamCommand::find:
      return reply.status != Sw3::ok;
    case SamCommand::select:
      return reply.status != Sw3::found && reply.status != Sw3::no_card && !is_content;
    case SamCommand::read:
      return reply.status == Sw3::ok ? is_content
                                     : reply.status != Sw3::found && reply.status != Sw3::no_card;
  }
  return false;
}

Result<SecretText> text_block(SamReply const& reply) {
  std::string const& data = reply.data.reveal();
  if (reply.status != Sw3::ok) return Failure{FailureCode::card_unreadable, describe(reply.status)};
  if (data.size() < lengths_size + block_size) {
    return Failure{FailureCode::card_unreadable, "read reply of " + std::to_string(data.size()) + " bytes"};
  }
  std::size_t const text = read_be16(data, 0);
  std::size_t const photo = read_be16(data, 2);
  if (text != block_size || lengths_size + text + photo > data.size()) {
    return Failure{FailureCode::card_unreadable, "read reply of " + std::to_string(data.size()) +
                                                     " bytes says text " + std::to_string(text) + ", photo " +
                                                     std::to_string(photo)};
  }
  return SecretText{data.substr(lengths_size, block_size)};
}

std::string describe(Sw3 status) {
  char const byte = static_cast<char>(status);
  return hex({&byte, 1}) + " " + std::string{words_for(status)};
}

}  // namespace ce::drivers
