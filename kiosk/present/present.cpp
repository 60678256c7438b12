#include "kiosk/present/present.h"

#include "kiosk/present/bodies.h"
#include "kiosk/present/terms.h"
#include "kiosk/session/idle.h"
#include "kiosk/session/step.h"

namespace ce::present {
namespace {

// How a stage is framed: its stable name, its title, its keys, whether personal data show.
struct Framing {
  std::string_view screen;
  Word title;
  bool back = false;
  bool exit = true;
  bool is_private = false;
};

Framing framing(session::Stage const& stage) {
  using namespace session;
  struct Choice {
    Framing operator()(Home const&) const { return {"home", Word::home_title, false, false}; }
    Framing operator()(ReadingCard const&) const { return {"reading_card", Word::reading_title}; }
    Framing operator()(NumberEntry const&) const {
      return {"number_entry", Word::entry_title, true, true, true};
    }
    Framing operator()(Searching const&) const { return {"searching", Word::searching_title}; }
    Framing operator()(Progress const&) const {
      return {"progress", Word::progress_title, false, true, true};
    }
    Framing operator()(Certificates const&) const {
      return {"certificates", Word::certificates_title, true, true, true};
    }
    Framing operator()(PrintPreview const&) const {
      return {"print_preview", Word::preview_title, true, true, true};
    }
    Framing operator()(Printing const& at) const {
      return {"printing", Word::printing_title, false, at.stage == PrintStage::held};
    }
    Framing operator()(TakePaper const&) const { return {"take_paper", Word::paper_title}; }
    Framing operator()(TakeCard const&) const { return {"take_card", Word::card_title}; }
    Framing operator()(VerifyEntry const&) const { return {"verify_entry", Word::verify_title, true}; }
    Framing operator()(Verifying const&) const { return {"verifying", Word::verifying_title}; }
    Framing operator()(VerifyResult const&) const { return {"verify_result", Word::verify_title, true}; }
    Framing operator()(Fault const&) const { return {"fault", Word::fault_title}; }
  };
  return std::visit(Choice{}, stage);
}

/// In the place of the home screen: staff paused the kiosk, or the hall is not open.
std::optional<Framing> closed_framing(session::State const& state) {
  if (!std::holds_alternative<session::Home>(state.stage)) return std::nullopt;
  if (state.paused) return Framing{"paused", Word::paused_title, false, false};
  if (state.shut) return Framing{"shut", Word::shut_title, false, false};
  return std::nullopt;
}

PausedView shut_view(session::State const& state, Instant now, Words const& words) {
  if (!state.opens) return {words[Word::shut_headline], words[Word::shut_subline_unknown]};
  bool const today = china_date(*state.opens) == china_date(now);
  auto const when = today ? words.fill(Word::shut_today, {{"time", time_text(*state.opens)}})
                          : moment_in(*state.opens, china_date(now).year(), words);
  return {words[Word::shut_headline], words.fill(Word::shut_subline, {{"time", when}})};
}

std::string date_text(Instant now, Words const& words) {
  Date const day = china_date(now);
  // 1970-01-01 was a Thursday.
  auto const weekday = static_cast<std::uint16_t>(((day.days() + 4) % 7 + 7) % 7);
  auto const word = static_cast<Word>(static_cast<std::uint16_t>(Word::frame_weekday_0) + weekday);
  return words.fill(Word::date_header, {{"date", day_text(day, words)}, {"weekday", words[word]}});
}

// Of this year without the year, and of an earlier one without the minutes, so that it stays short.
std::string as_of_words(Instant as_of, Instant now, Words const& words) {
  auto const day = china_date(as_of);
  int const this_year = china_date(now).year();
  return day.year() == this_year ? moment_in(as_of, this_year, words) : day_text(day, words);
}

// What waits for staff, in words that mean nothing wrong to a visitor.
std::vector<std::string> staff_lines(session::State const& state, Words const& words) {
  auto const& around = state.surroundings;
  std::vector<std::string> lines;
  if (around.paper_low) {
    lines.push_back(words.fill(Word::home_paper_low, {{"left", std::to_string(*around.paper_low)}}));
  }
  if (around.prints_unresolved > 0) {
    lines.push_back(
        words.fill(Word::home_prints_unresolved, {{"count", std::to_string(around.prints_unresolved)}}));
  }
  return lines;
}

FrameView frame(session::State const& state, Setting const& setting, Words const& words,
                Framing const& framed) {
  FrameView view;
  view.hall = setting.hall;
  view.title = words[framed.title];
  view.date = date_text(setting.now, words);
  view.clock = china_minute_text(setting.now).substr(11);
  bool const online = state.surroundings.central_online;
  view.line = {words[online ? Word::frame_online : Word::frame_offline], online ? Tone::good : Tone::notice};
  view.footer = words[Word::frame_footer];
  if (framed.is_private) view.privacy_hint = words[Word::frame_privacy];
  // Who is known may go back to what they came for, when one thing of it failed.
  bool const known = state.visitor && state.visitor->years;
  view.back = framed.back || (known && std::holds_alternative<session::Fault>(state.stage));
  view.exit = framed.exit;
  view.back_label = words[Word::frame_back];
  view.exit_label = words[Word::frame_exit];
  view.seconds_left = session::seconds_left(state, setting.tick);
  view.elder = state.mode.elder;
  view.high_contrast = state.mode.high_contrast;
  view.elder_label = words[state.mode.elder ? Word::frame_standard : Word::frame_elder];
  view.size = state.mode.size;
  view.panel = state.panel;
  view.display_label = words[Word::frame_display];
  if (setting.sound && session::voice_on(state.mode, state.voice))
    view.repeat_label = words[Word::frame_repeat];
  if (std::holds_alternative<session::Home>(state.stage)) view.staff_lines = staff_lines(state, words);
  if (state.visitor && state.visitor->years && state.visitor->from_cache) {
    view.as_of = words.fill(Word::frame_as_of,
                            {{"time", as_of_words(state.visitor->years->as_of, setting.now, words)}});
  }
  return view;
}

Body body(session::State const& state, Setting const& setting, Words const& words) {
  using namespace session;
  struct Choice {
    State const& state;
    Setting const& setting;
    Words const& words;
    Body operator()(Home const&) const {
      if (state.paused) return PausedView{words[Word::paused_headline], words[Word::paused_subline]};
      if (state.shut) return shut_view(state, setting.now, words);
      return home_view(state, words);
    }
    Body operator()(ReadingCard const&) const {
      return WaitingView{words[Word::reading_headline], words[Word::reading_subline]};
    }
    Body operator()(NumberEntry const& at) const { return number_entry_view(at, words); }
    Body operator()(Searching const&) const {
      return WaitingView{words[Word::searching_headline], words[Word::searching_subline]};
    }
    Body operator()(Progress const& at) const { return progress_view(state, at, setting, words); }
    Body operator()(Certificates const& at) const { return certificates_view(state, at, setting.now, words); }
    Body operator()(PrintPreview const& at) const { return preview_view(state, at, setting.now, words); }
    Body operator()(Printing const& at) const { return printing_view(at, words); }
    Body operator()(TakePaper const&) const {
      return TakePaperView{words[Word::paper_headline], words[Word::paper_subline], words[Word::paper_taken]};
    }
    Body operator()(TakeCard const&) const {
      return TakeCardView{words[Word::card_headline], words[Word::card_subline]};
    }
    Body operator()(VerifyEntry const& at) const { return verify_entry_view(at, words); }
    Body operator()(Verifying const&) const {
      return WaitingView{words[Word::verifying_headline], words[Word::verifying_subline]};
    }
    Body operator()(VerifyResult const& at) const {
      return std::visit([this](auto const& answer) -> Body { return verify_result_view(answer, words); },
                        at.answer);
    }
    Body operator()(Fault const& at) const { return fault_view(at, words); }
  };
  return std::visit(Choice{state, setting, words}, state.stage);
}

std::optional<CountdownView> countdown(session::State const& state, Setting const& setting,
                                       Words const& words) {
  auto const idle = session::idle_times(state);
  auto const left = session::seconds_left(state, setting.tick);
  if (!state.countdown || !idle || !left) return std::nullopt;
  float const whole = std::chrono::duration<float>(idle->wipe - idle->warn).count();
  return CountdownView{words[Word::countdown_headline],
                       words.fill(Word::countdown_body, {{"seconds", std::to_string(*left)}}), *left,
                       whole > 0 ? static_cast<float>(*left) / whole : 0.0F, words[Word::countdown_stay]};
}

}  // namespace

View present(session::State const& state, Setting const& setting, Words const& words) {
  auto const framed = closed_framing(state).value_or(framing(state.stage));
  View view{std::string{framed.screen}, frame(state, setting, words, framed), body(state, setting, words),
            countdown(state, setting, words)};
  if (state.panel) view.panel = panel_view(state, setting.sound, words);
  view.speech = speech(state, view, words);
  return view;
}

}  // namespace ce::present
