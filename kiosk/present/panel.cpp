// 显示与语言: what the visitor may switch.
#include "kiosk/present/bodies.h"

namespace ce::present {

PanelView panel_view(session::State const& state, bool sound, Words const& words) {
  auto const& mode = state.mode;
  PanelView view;
  view.title = words[Word::panel_title];
  view.size_title = words[Word::panel_size];
  view.sizes = {words[Word::panel_size_small], words[Word::panel_size_medium], words[Word::panel_size_large],
                words[Word::panel_size_extra_large]};
  view.size = mode.elder ? -1 : static_cast<int>(mode.size);
  view.look_title = words[Word::panel_look];
  view.elder_label = words[Word::panel_elder];
  view.contrast_label = words[Word::panel_contrast];
  view.elder = mode.elder;
  view.high_contrast = mode.high_contrast;
  view.language_title = words[Word::panel_language];
  view.languages = {words[Word::panel_chinese], words[Word::panel_english]};
  view.language = static_cast<int>(mode.language);
  view.voice_title = words[Word::panel_voice];
  view.voice_label = words[Word::panel_voice_switch];
  view.voice = session::voice_on(mode, state.voice);
  view.volume = session::volume_of(mode, state.voice);
  view.volume_label = words.fill(Word::panel_volume, {{"level", std::to_string(view.volume)}});
  view.quieter_label = words[Word::panel_quieter];
  view.louder_label = words[Word::panel_louder];
  view.sound = sound;
  view.no_sound = words[Word::panel_no_sound];
  view.done_label = words[Word::panel_done];
  return view;
}

}  // namespace ce::present
