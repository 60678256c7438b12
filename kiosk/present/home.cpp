#include "kiosk/present/bodies.h"

namespace ce::present {
namespace {

std::optional<Tagged> notice(session::Surroundings const& around, Words const& words) {
  if (around.printer_problem) {
    return Tagged{
        words.fill(Word::home_notice_printer, {{"problem", words.of(*around.printer_problem).headline}}),
        Tone::notice};
  }
  if (!around.central_online) return Tagged{words[Word::home_notice_offline], Tone::notice};
  return std::nullopt;
}

}  // namespace

HomeView home_view(session::State const& state, Words const& words) {
  bool const reader = state.surroundings.reader_ok;
  HomeView view;
  view.reader_ok = reader;
  view.headline = words[reader ? Word::home_headline : Word::home_headline_no_reader];
  view.subline = words[reader ? Word::home_subline : Word::home_subline_no_reader];
  view.number_label = words[Word::home_number];
  view.number_hint = words[Word::home_number_hint];
  view.verify_label = words[Word::home_verify];
  view.verify_hint = words[Word::home_verify_hint];
  // Without a reader nobody lays a card, and none is to be taken.
  view.steps = {words[reader ? Word::home_step_card : Word::home_number], words[Word::home_step_look],
                words[Word::home_step_print],
                words[reader ? Word::home_step_take : Word::home_step_take_paper]};
  view.notice = notice(state.surroundings, words);
  return view;
}

}  // namespace ce::present
