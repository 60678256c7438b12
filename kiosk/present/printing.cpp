#include <algorithm>

#include "kiosk/present/bodies.h"
#include "kiosk/present/printable.h"
#include "kiosk/present/terms.h"

namespace ce::present {
namespace {

/// What is wrong and what one can do, in a row.
Tagged said(FailureCode code, Words const& words) {
  auto const& texts = words.of(code);
  return {words.fill(Word::fault_said, {{"headline", texts.headline}, {"advice", texts.advice}}), Tone::bad};
}

}  // namespace

PrintPreviewView preview_view(session::State const& state, session::PrintPreview const& at, Instant now,
                              Words const& words) {
  auto const& years = *state.visitor->years;
  PrintPreviewView view;
  view.headline = words[Word::preview_headline];
  view.sheet_title = words[Word::preview_sheet_title];
  view.sheet_text = words.fill(Word::preview_sheet_text,
                               {{"name", years.name.reveal()}, {"year", std::to_string(at.year)}});
  view.hint = words[Word::preview_hint];
  view.print_label = words[Word::preview_print];
  auto const found = std::find_if(years.years.begin(), years.years.end(),
                                  [&](auto const& line) { return line.year == at.year; });
  if (found != years.years.end()) {
    auto const& certificate = found->certificate;
    view.facts = {{words[Word::preview_fact_number], certificate.number},
                  {words[Word::preview_fact_authority], certificate.authority},
                  {words[Word::preview_fact_date],
                   certificate.issue_date ? day_text(*certificate.issue_date, words) : ""}};
    if (printable(state.surroundings, certificate, now) == Printable::when_online) {
      view.can_print = false;
      view.problem = Tagged{words[Word::preview_when_online], Tone::notice};
    }
  }
  if (auto const problem = state.surroundings.printer_problem) {
    view.can_print = false;
    view.problem = said(*problem, words);
  }
  if (!view.can_print) view.hint.clear();  // where nothing can be printed, no copy is announced
  return view;
}

PrintingView printing_view(session::Printing const& at, Words const& words) {
  using session::PrintStage;
  PrintingView view;
  view.headline = words[Word::printing_headline];
  view.subline = words[Word::printing_subline];
  // Which of the four steps is under way, by stage of the ledger.
  std::size_t current = 0;
  switch (at.stage) {
    case PrintStage::preparing:
      current = 0;
      break;
    case PrintStage::journaled:
      current = 1;
      break;
    case PrintStage::submitted:
    case PrintStage::printing:
    case PrintStage::held:
      current = 2;
      break;
  }
  std::size_t place = 0;
  for (Word label : {Word::printing_step_register, Word::printing_step_send, Word::printing_step_print,
                     Word::printing_step_out}) {
    view.steps.push_back({words[label], place < current, place == current});
    ++place;
  }
  view.fraction = (static_cast<float>(current) + 0.5F) / static_cast<float>(view.steps.size());
  if (at.holding) {
    view.holding = said(*at.holding, words);
    view.headline = words[Word::printing_held_headline];
    view.subline = words[Word::printing_held];
  }
  return view;
}

}  // namespace ce::present
