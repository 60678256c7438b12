#include "kiosk/drivers/card_reader/sam_reader.h"

#include <utility>

#include "kiosk/drivers/serial/device_search.h"

namespace ce::drivers {
namespace {

constexpr int attempts = 3;
constexpr std::chrono::seconds retry_limit{1};  // no further attempt is begun later in one poll

bool is_damage(Failure const& failure) {
  return failure.code == FailureCode::card_unreadable;
}

Failure reader_fault(std::string const& device, Sw3 status) {
  return {FailureCode::reader_fault, device + ": " + describe(status)};
}

}  // namespace

SamReader::SamReader(SamReaderOptions options) : options_(std::move(options)) {}

Result<bool> SamReader::find() {
  CE_CHECK(open());
  auto found = laid_ == Laid::must_lift ? await_lifting() : look();
  if (!found) sam_.reset();
  return found;
}

Result<SecretText> SamReader::read() {
  CE_CHECK(open());
  auto text = read_with_retries();
  if (!text && !is_damage(text.failure())) sam_.reset();
  return text;
}

Result<std::optional<bool>> SamReader::card_present() {
  if (laid_ == Laid::nothing) return std::optional{false};
  if (options_.presence_probe == PresenceProbe::none) return std::optional<bool>{};
  CE_CHECK(open());
  auto const found = reset_and_find();
  if (found) {
    laid_ = *found ? Laid::must_lift : Laid::nothing;
    return std::optional{*found};
  }
  // The reset may have been heard though its answer was not: the same card would be found anew.
  laid_ = Laid::must_lift;
  if (found.failure().code != FailureCode::reader_absent) return std::optional<bool>{};
  sam_.reset();
  return found.failure();
}

Result<void> SamReader::check() {
  CE_CHECK(open());
  auto const answer = sam_->ask(SamCommand::status);
  if (answer || is_damage(answer.failure())) return {};
  sam_.reset();
  return answer.failure();
}

void SamReader::let_go() {
  sam_.reset();
  laid_ = Laid::must_lift;
}

Result<void> SamReader::open() {
  if (sam_) return {};
  auto const devices = find_devices(options_.devices);
  if (devices.empty()) {
    std::string patterns;
    for (std::string const& pattern : options_.devices) patterns += " " + pattern;
    return Failure{FailureCode::reader_absent, "no device matches" + patterns};
  }
  CE_CHECK(open_first_answering(devices));
  // Fresh from power-on the reader finds any card that lies on it, the last visitor's too.
  if (laid_ == Laid::delivered) laid_ = Laid::must_lift;
  return {};
}

Result<void> SamReader::open_first_answering(std::vector<std::string> const& devices) {
  auto const started = std::chrono::steady_clock::now();
  std::optional<Failure> gravest;  // a device that is there and does not work says more than one that is not
  for (std::string const& device : devices) {
    if (std::chrono::steady_clock::now() - started > retry_limit) break;
    auto const opened = open_answering(device);
    if (opened) return {};
    if (!gravest || gravest->code == FailureCode::reader_absent) gravest = opened.failure();
  }
  return gravest.value();
}

Result<void> SamReader::open_answering(std::string const& device) {
  CE_TRY(SerialPort port, SerialPort::open(device, options_.baud));
  SamDialogue sam{std::move(port), options_.baud, options_.patience};
  auto const answer = sam.ask(SamCommand::status);
  if (!answer && !is_damage(answer.failure())) return answer.failure();
  if (!answer) return Failure{FailureCode::reader_fault, answer.failure().detail};
  if (answer->status != Sw3::ok) return reader_fault(device, answer->status);
  sam_.emplace(std::move(sam));
  return {};
}

Result<bool> SamReader::look() {
  auto const started = std::chrono::steady_clock::now();
  std::optional<Failure> damage;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    if (std::chrono::steady_clock::now() - started > retry_limit) break;
    auto found = ask_find();
    if (found || !is_damage(found.failure())) return found;
    damage = found.failure();
  }
  return Failure{FailureCode::reader_fault, damage.value().detail};
}

Result<SecretText> SamReader::read_with_retries() {
  auto const started = std::chrono::steady_clock::now();
  std::optional<Failure> damage;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    if (std::chrono::steady_clock::now() - started > retry_limit) break;
    // A reset makes the reader find a card left behind as well, so only now that a new one was seen.
    if (attempt > 0) {
      auto const still_there = reset_and_find();
      if (!still_there && !is_damage(still_there.failure())) return still_there.failure();
      if (still_there && !*still_there) {
        laid_ = Laid::nothing;
        return Failure{FailureCode::card_unreadable, sam_->device() + ": card lifted before it was read"};
      }
      if (!still_there) continue;
    }
    auto text = read_once();
    if (text) laid_ = Laid::delivered;
    if (text || !is_damage(text.failure())) return text;
    damage = text.failure();
  }
  laid_ = Laid::must_lift;
  return damage.value();
}

Result<bool> SamReader::await_lifting() {
  auto const found = options_.presence_probe == PresenceProbe::reset ? reset_and_find() : ask_find();
  if (!found && is_damage(found.failure())) {
    return Failure{FailureCode::reader_fault, found.failure().detail};
  }
  if (!found) return found.failure();
  if (!*found) laid_ = Laid::nothing;
  return false;
}

Result<SecretText> SamReader::read_once() {
  CE_TRY(SamReply const selected, sam_->ask(SamCommand::select));
  if (selected.status != Sw3::ok) {
    return Failure{FailureCode::card_unreadable, sam_->device() + ": " + describe(selected.status)};
  }
  CE_TRY(SamReply const content, sam_->ask(SamCommand::read));
  return text_block(content);
}

Result<bool> SamReader::ask_find() {
  CE_TRY(SamReply const reply, sam_->ask(SamCommand::find));
  if (reply.status == Sw3::found) return true;
  if (reply.status == Sw3::no_card || reply.status == Sw3::select_failed) return false;
  return reader_fault(sam_->device(), reply.status);
}

// "No card" is believed only when said twice: a field that is still rising after the reset must not make a
// card that was left behind look like a new one.
Result<bool> SamReader::reset_and_find() {
  auto const reset = sam_->ask(SamCommand::reset);
  if (!reset && reset.failure().code == FailureCode::reader_absent) return reset.failure();
  CE_TRY(bool const found, ask_find());
  if (found) return true;
  return ask_find();
}

}  // namespace ce::drivers
