#include "kiosk/guide/aloud.h"

#include <algorithm>

namespace ce::guide {

using present::Word;

std::string aloud(widgets::Target const& target, present::Words const& words) {
  using Role = widgets::Target::Role;
  auto const as = [&](Word word) { return words.fill(word, {{"label", target.label}}); };
  if (!target.enabled) return as(Word::reader_off);
  switch (target.role) {
    case Role::choice:
      return as(target.on ? Word::reader_chosen : Word::reader_key);
    case Role::toggle:
      return as(target.on ? Word::reader_switch_on : Word::reader_switch_off);
    case Role::hold:
      return as(Word::reader_hold);
    case Role::key:
      break;
  }
  return as(Word::reader_key);
}

std::string arrival(present::View const& view, std::size_t choices, present::Words const& words) {
  auto text =
      words.fill(Word::reader_screen, {{"title", view.frame.title}, {"instruction", view.speech.text}});
  if (!view.speech.in_private.empty()) text += " " + view.speech.in_private;
  return text + " " + words.fill(Word::reader_list, {{"count", std::to_string(choices)}});
}

std::string content(present::View const& view, present::Words const& words) {
  auto const* entry = std::get_if<present::EntryView>(&view.body);
  if (entry == nullptr) return view.speech.in_private;
  for (auto const& field : entry->fields) {
    if (!field.active) continue;
    // Digits or dots, in groups; each begins with a byte that continues no character.
    auto const typed = std::count_if(field.shown.begin(), field.shown.end(), [](char c) {
      return c != ' ' && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    });
    return words.fill(Word::reader_typed, {{"count", std::to_string(typed)}});
  }
  return {};
}

}  // namespace ce::guide
