// Ways in: no card (ID number, then password), and the keys of every entry screen.
#include "kiosk/session/limits.h"
#include "kiosk/session/step.h"
#include "kiosk/session/turn.h"
#include "shared/identity/id_number.h"

namespace ce::session {
namespace {

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

// The text that keys go to, and how long it may get.
struct Field {
  std::string* text;
  std::size_t most;
  bool letter_x;
};

std::optional<Field> field_of(Turn& turn) {
  if (auto* entry = turn.stage<NumberEntry>()) {
    entry->complaint.reset();
    if (entry->field == EntryField::password) return Field{&entry->password.reveal(), password_most, false};
    return Field{&entry->id_number.reveal(), id_number_length, true};
  }
  if (auto* entry = turn.stage<VerifyEntry>()) {
    entry->complaint.reset();
    return Field{&entry->number, certificate_number_length, false};
  }
  return std::nullopt;
}

void confirm_number(Turn& turn, NumberEntry& entry) {
  if (!identity::examine_id_number(entry.id_number.reveal(), turn.today).valid) {
    entry.complaint = FailureCode::id_number_invalid;
    return;
  }
  entry.field = EntryField::password;
}

void confirm_password(Turn& turn, NumberEntry& entry) {
  if (entry.password.reveal().size() < password_least) {
    entry.complaint = FailureCode::credential_refused;
    return;
  }
  auto const examined = identity::examine_id_number(entry.id_number.reveal(), turn.today);
  SecretText const number{examined.canonical};
  turn.state.visitor = Visitor{{SecretText{}, number, examined.kind, {}}, false, {}, false};
  turn.ask(FindPerson{{number, protocol::ByPassword{entry.password}}});
  turn.go(Searching{});
}

}  // namespace

void on(Turn& turn, UseIdNumber const& /*event*/) {
  if (turn.at<Home>() && is_open(turn.state)) turn.go(NumberEntry{});
}

void on(Turn& turn, Key const& event) {
  auto const field = field_of(turn);
  if (!field || field->text->size() >= field->most) return;
  // X is the check character only: the eighteenth.
  bool const x = event.character == 'X' && field->letter_x && field->text->size() + 1 == field->most;
  if (is_digit(event.character) || x) field->text->push_back(event.character);
}

void on(Turn& turn, Erase const& /*event*/) {
  auto const field = field_of(turn);
  if (field && !field->text->empty()) field->text->pop_back();
}

void on(Turn& turn, Clear const& /*event*/) {
  if (auto const field = field_of(turn)) field->text->clear();
}

void on(Turn& turn, Confirm const& /*event*/) {
  if (auto* entry = turn.stage<NumberEntry>()) {
    // Handlers may change the stage, so they work on a copy.
    NumberEntry copy = *entry;
    copy.field == EntryField::id_number ? confirm_number(turn, copy) : confirm_password(turn, copy);
    if (turn.at<NumberEntry>()) turn.go(std::move(copy));
  } else if (auto* verify = turn.stage<VerifyEntry>()) {
    if (verify->number.size() != certificate_number_length) {
      verify->complaint = FailureCode::certificate_number_invalid;
      return;
    }
    std::string const number = verify->number;
    turn.ask(AskVerification{number});
    turn.go(Verifying{number});
  }
}

}  // namespace ce::session
