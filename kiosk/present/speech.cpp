// What is said aloud: each screen's instruction, which names nobody; and, in a headset, what the screen
// shows.
#include "kiosk/present/bodies.h"

namespace ce::present {
namespace {

struct Instruction {
  std::string key;
  std::string text;
};

Instruction said_as(std::string_view key, Word word, Words const& words) {
  return {std::string{key}, words[word]};
}

Instruction instruction(session::State const& state, Words const& words) {
  using namespace session;
  struct Choice {
    State const& state;
    Words const& words;
    [[nodiscard]] Instruction say(std::string_view key, Word word) const { return said_as(key, word, words); }
    Instruction operator()(Home const&) const {
      return state.surroundings.reader_ok ? say("home", Word::voice_home)
                                          : say("home_no_reader", Word::voice_home_no_reader);
    }
    Instruction operator()(ReadingCard const&) const { return say("reading_card", Word::voice_reading_card); }
    Instruction operator()(NumberEntry const& at) const {
      // What was wrong is said, never what was typed.
      if (at.complaint == FailureCode::id_number_invalid)
        return say("id_number_invalid", Word::entry_id_number_invalid);
      if (at.complaint) return say("credential_refused", Word::entry_credential_refused);
      return at.field == EntryField::id_number ? say("number_entry", Word::voice_number_entry)
                                               : say("password", Word::voice_password);
    }
    Instruction operator()(Searching const&) const { return say("searching", Word::voice_searching); }
    Instruction operator()(Progress const&) const { return say("progress", Word::voice_progress); }
    Instruction operator()(Certificates const&) const {
      return say("certificates", Word::voice_certificates);
    }
    Instruction operator()(PrintPreview const&) const {
      return say("print_preview", Word::voice_print_preview);
    }
    Instruction operator()(Printing const& at) const {
      return at.stage == PrintStage::held ? say("printing_held", Word::voice_printing_held)
                                          : say("printing", Word::voice_printing);
    }
    Instruction operator()(TakePaper const&) const { return say("take_paper", Word::voice_take_paper); }
    Instruction operator()(TakeCard const&) const { return say("take_card", Word::voice_take_card); }
    Instruction operator()(VerifyEntry const& at) const {
      return at.complaint ? say("number_invalid", Word::verify_number_invalid)
                          : say("verify_entry", Word::voice_verify_entry);
    }
    Instruction operator()(Verifying const&) const { return say("verifying", Word::voice_verifying); }
    Instruction operator()(VerifyResult const&) const {
      return say("verify_result", Word::voice_verify_result);
    }
    Instruction operator()(Fault const& at) const {
      auto const& failure = words.of(at.code);
      return {"fault." + std::string{name_of(at.code)},
              words.fill(Word::voice_fault, {{"headline", failure.headline}, {"advice", failure.advice}})};
    }
  };
  return std::visit(Choice{state, words}, state.stage);
}

// The content of a screen, sentence after sentence, in the order in which it is read.

std::string facts_aloud(std::vector<FactView> const& facts) {
  std::string all;
  for (auto const& fact : facts) all += fact.label + ": " + fact.value + ". ";
  return all;
}

std::string aloud(PersonView const& person) {
  return person.full_name + ". " + person.full_number + ". " + person.employer + ". ";
}

std::string aloud(PageView const& paging) {
  return paging.pages > 1 ? paging.label + ". " : "";
}

struct Content {
  std::string operator()(HomeView const& v) const { return v.notice ? v.notice->text : ""; }
  std::string operator()(WaitingView const&) const { return {}; }
  std::string operator()(EntryView const& v) const {
    for (auto const& field : v.fields) {
      if (field.active) return field.label + ". " + (field.shown.empty() ? field.hint : "");
    }
    return {};
  }
  std::string operator()(ProgressView const& v) const {
    std::string all = aloud(v.person) + v.year_label + ". " + v.verdict.text + ". " + v.total_done + " / " +
                      v.total_required + ". ";
    for (auto const& subject : v.subjects) {
      all +=
          subject.name + " " + subject.done + " / " + subject.required + ", " + subject.standing.text + ". ";
      if (!subject.mandatory.empty()) all += subject.mandatory + ". ";
    }
    for (auto const& sentence : v.missing) all += sentence + ". ";
    if (v.learn) all += v.learn->address_caption + ": " + v.learn->site.address + ". ";
    if (!v.print_label && !v.print_hint.empty()) all += v.print_hint + ". ";
    if (!v.records.empty()) all += v.records_title + ". " + aloud(v.paging);
    for (auto const& record : v.records) {
      all += record.content + ". " + record.detail + ". " + record.hours + ", " + record.review.text + ". " +
             record.note + " ";
    }
    return all + (v.records.empty() ? v.no_records : "");
  }
  std::string operator()(CertificatesView const& v) const {
    std::string all = aloud(v.person) + (v.rows.empty() ? v.none : "") + aloud(v.paging);
    for (auto const& row : v.rows) {
      all += row.title + " " + row.number + ", " + row.state.text + ". " + row.reason + ". ";
    }
    return all;
  }
  std::string operator()(PrintPreviewView const& v) const {
    return v.sheet_text + " " + facts_aloud(v.facts) + (v.problem ? v.problem->text + " " : "") + v.hint;
  }
  std::string operator()(PrintingView const& v) const { return v.holding ? v.holding->text : ""; }
  std::string operator()(TakePaperView const&) const { return {}; }
  std::string operator()(TakeCardView const&) const { return {}; }
  std::string operator()(VerifyResultView const& v) const {
    return v.verdict.text + ". " + v.explanation + " " + facts_aloud(v.facts);
  }
  std::string operator()(FaultView const& v) const { return v.service; }
  std::string operator()(PausedView const&) const { return {}; }
  std::string operator()(StaffPageView const&) const { return {}; }  // read by who stands there
};

}  // namespace

SpeechView speech(session::State const& state, View const& view, Words const& words) {
  if (view.countdown) {
    auto said = said_as("countdown", Word::voice_countdown, words);
    return {std::move(said.key), std::move(said.text), {}};
  }
  if (view.panel) {
    auto said = said_as("panel", Word::voice_panel, words);
    return {std::move(said.key), std::move(said.text), {}};
  }
  if (auto const* closed = std::get_if<PausedView>(&view.body)) {
    return {view.screen, closed->headline + ". " + closed->subline, {}};
  }
  auto said = instruction(state, words);
  return {std::move(said.key), std::move(said.text), std::visit(Content{}, view.body)};
}

}  // namespace ce::present
