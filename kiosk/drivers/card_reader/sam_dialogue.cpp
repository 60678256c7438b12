#include "kiosk/drivers/card_reader/sam_dialogue.h"

#include <algorithm>
#include <optional>

namespace ce::drivers {
namespace {

constexpr unsigned bits_per_byte = 10;  // 8N1: start and stop bit

std::string_view name_of(SamCommand command) {
  switch (command) {
    case SamCommand::reset:
      return "reset";
    case SamCommand::status:
      return "status";
    case SamCommand::find:
      return "find";
    case SamCommand::select:
      return "select";
    case SamCommand::read:
      return "read";
  }
  return "command";
}

}  // namespace

SamDialogue::SamDialogue(SerialPort port, unsigned baud, SamPatience patience)
    : port_(std::move(port)),
      patience_(patience),
      transfer_(longest_frame * bits_per_byte * 1000 * 5 / 4 / std::max(baud, 1U)) {}

Result<SamReply> SamDialogue::ask(SamCommand command) {
  port_.discard_input();
  decoder_.clear();
  auto const started = std::chrono::steady_clock::now();
  Tick const first_byte_limit = started + patience_.answer;
  Tick const limit = first_byte_limit + transfer_;
  CE_CHECK(port_.write(encode_request(command), first_byte_limit));

  bool damaged = false;
  while (true) {
    bool const begun = damaged || decoder_.in_frame();
    Tick const patience_ends = begun ? std::chrono::steady_clock::now() + patience_.gap : first_byte_limit;
    CE_TRY(SecretText const bytes, port_.read(std::min(patience_ends, limit)));
    if (bytes.reveal().empty()) break;
    decoder_.take(bytes.reveal());
    if (auto reply = take_reply(command, damaged)) return std::move(*reply);
    if (std::chrono::steady_clock::now() >= limit) break;
  }
  std::string const where = device() + ", " + std::string{name_of(command)} + ": ";
  if (damaged) return Failure{FailureCode::card_unreadable, where + "answer with a wrong checksum or length"};
  if (decoder_.in_frame()) return Failure{FailureCode::card_unreadable, where + "answer cut off"};
  return Failure{FailureCode::reader_fault, where + "no answer; check baud rate and power"};
}

// Of several replies the last one counts: a late answer to an earlier question comes before it.
std::optional<SamReply> SamDialogue::take_reply(SamCommand command, bool& damaged) {
  std::optional<SamReply> last;
  while (true) {
    auto outcome = decoder_.next();
    if (std::holds_alternative<FrameDecoder::Incomplete>(outcome)) return last;
    if (std::holds_alternative<FrameDecoder::Damaged>(outcome)) {
      damaged = true;
      continue;
    }
    SamReply reply = parse_reply(std::get<SecretText>(outcome));
    if (can_answer(reply, command)) last = std::move(reply);
  }
}

}  // namespace ce::drivers
