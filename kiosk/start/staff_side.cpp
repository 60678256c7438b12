#include "kiosk/start/staff_side.h"

#include "kiosk/staff_area/present.h"

namespace ce::start {
namespace {

/// 返回 and 退出 stand on the frame that visitors have too.
staff_area::Event meant(screens::Outcome const& outcome) {
  if (!outcome) return staff_area::Touched{};
  if (auto const* touch = std::get_if<session::StaffTouch>(&*outcome)) return *touch;
  if (std::holds_alternative<session::Back>(*outcome)) return session::StaffTouch{session::StaffKey::back};
  if (std::holds_alternative<session::Exit>(*outcome)) return session::StaffTouch{session::StaffKey::leave};
  return staff_area::Touched{};
}

}  // namespace

StaffSide::StaffSide(staff_desk::StaffDesk& desk, StaffRules const& rules) : desk_(&desk) {
  state_.idle = rules.idle;
  state_.numbered = rules.numbered;
  state_.paused = rules.paused;
  state_.cards = rules.cards;
  state_.settings = rules.settings;
}

void StaffSide::take(staff_area::Event const& event, Tick now, std::vector<session::Event>& told) {
  bool const was_paused = state_.paused;
  auto stepped = staff_area::step(std::move(state_), event, now);
  state_ = std::move(stepped.state);
  for (auto& effect : stepped.effects) {
    if (std::holds_alternative<staff_area::Leave>(effect)) {
      told.emplace_back(session::StaffPresent{false});
    } else if (std::holds_alternative<staff_area::Restart>(effect)) {
      asked_ = Ending::start_again;
    } else if (std::holds_alternative<staff_area::Train>(effect)) {
      asked_ = Ending::train;
    } else {
      desk_->perform(std::move(effect), state_.stay);
    }
  }
  if (state_.paused != was_paused) told.emplace_back(session::ServicePaused{state_.paused});
}

std::vector<session::Event> StaffSide::catch_up(Tick now) {
  std::vector<session::Event> told;
  for (auto const& letter : desk_->take()) {
    // That staff paused the kiosk, or opened it, holds though they have gone meanwhile.
    bool const serves = std::holds_alternative<staff_area::ServesToday>(letter.answer);
    bool const lasting = serves || std::holds_alternative<staff_area::PausedNow>(letter.answer);
    if (serves) serve_today_ = true;
    if (letter.stay == state_.stay || lasting) take(letter.answer, now, told);
  }
  take(staff_area::TimePassed{}, now, told);
  return told;
}

std::vector<session::Event> StaffSide::watch_door(widgets::Ui const& ui, bool nobody, Tick now) {
  std::vector<session::Event> told;
  float const per_mm = ui.theme().display.px_per_mm;
  auto const at = ui.finger();
  bool const open = door_.finger(at.x / per_mm, at.y / per_mm, ui.screen().w / per_mm, ui.finger_down(), now);
  if (!open || !nobody) return told;
  told.emplace_back(session::StaffPresent{true});
  take(staff_area::DoorOpened{}, now, told);
  return told;
}

std::vector<session::Event> StaffSide::touch(screens::Outcome const& outcome, Tick now) {
  std::vector<session::Event> told;
  take(meant(outcome), now, told);
  return told;
}

std::vector<session::Event> StaffSide::scanned(std::string text, Tick now) {
  std::vector<session::Event> told;
  take(staff_area::Scanned{SecretText{std::move(text)}}, now, told);
  return told;
}

void StaffSide::begin_guide(Tick now) {
  std::vector<session::Event> nobody;  // there is no visit that would have to know
  take(staff_area::GuideBegins{}, now, nobody);
}

present::View StaffSide::present(present::FrameView frame, session::Surroundings const& around, Tick now,
                                 present::Words const& words, bool shut) const {
  return staff_area::present(state_, {std::move(frame), around, now, shut}, words);
}

std::optional<Tick> StaffSide::next_deadline(Tick now) const {
  return staff_area::next_deadline(state_, now);
}

}  // namespace ce::start
