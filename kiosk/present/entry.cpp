#include "kiosk/present/bodies.h"
#include "shared/identity/mask.h"

namespace ce::present {
namespace {

// "440106 18850312 0171": address, birth, sequence, as people read their number aloud.
std::string grouped_id_number(std::string const& digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i == 6 || i == 14) out += ' ';
    out += digits[i];
  }
  return out;
}

// "4401 06 25 000001": province and city, county, year, sequence (article 15).
std::string grouped_certificate_number(std::string const& digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i == 4 || i == 6 || i == 8) out += ' ';
    out += digits[i];
  }
  return out;
}

std::string dots(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += "●";
  return out;
}

EntryView keys(Words const& words) {
  EntryView view;
  view.erase_label = words[Word::entry_erase];
  view.clear_label = words[Word::entry_clear];
  return view;
}

Word complaint_word(FailureCode code) {
  return code == FailureCode::id_number_invalid ? Word::entry_id_number_invalid
                                                : Word::entry_credential_refused;
}

}  // namespace

EntryView number_entry_view(session::NumberEntry const& entry, Words const& words) {
  bool const at_number = entry.field == session::EntryField::id_number;
  EntryView view = keys(words);
  view.headline = words[at_number ? Word::entry_headline_number : Word::entry_headline_password];
  // It is in sight while it is typed and no longer; who has to look again goes back.
  auto const& digits = entry.id_number.reveal();
  view.fields = {
      {words[Word::entry_number], at_number ? grouped_id_number(digits) : identity::mask_id_number(digits),
       words[Word::entry_number_hint], at_number},
      {words[Word::entry_password], dots(entry.password.reveal().size()), words[Word::entry_password_hint],
       !at_number}};
  if (entry.complaint) view.complaint = Tagged{words[complaint_word(*entry.complaint)], Tone::bad};
  view.letter_x = at_number;
  view.confirm_label = words[at_number ? Word::entry_next : Word::entry_confirm];
  auto const typed = entry.id_number.reveal().size();
  view.can_confirm = at_number ? typed == 15 || typed == 18 : entry.password.reveal().size() >= 6;
  return view;
}

EntryView verify_entry_view(session::VerifyEntry const& entry, Words const& words) {
  EntryView view = keys(words);
  view.headline = words[Word::verify_headline];
  view.fields = {{words[Word::verify_number], grouped_certificate_number(entry.number),
                  words[Word::verify_number_hint], true}};
  if (entry.complaint) view.complaint = Tagged{words[Word::verify_number_invalid], Tone::bad};
  view.confirm_label = words[Word::verify_confirm];
  view.can_confirm = entry.number.size() == 14;
  return view;
}

}  // namespace ce::present
