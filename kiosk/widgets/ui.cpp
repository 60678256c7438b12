#include "kiosk/widgets/ui.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ce::widgets {
namespace {

constexpr double glide_seconds = 0.18;
constexpr double frame_seconds = 1.0 / 60;

}  // namespace

void Ui::begin(Display const& display, double now) {
  Comfort const comfort = theme_.comfort;
  if (!themed_ || !(theme_.display == display)) theme_ = make_theme(display, comfort);
  themed_ = true;
  now_ = now;
  ++pass_;
  ImGuiIO const& io = ImGui::GetIO();
  finger_ = {io.MousePos.x, io.MousePos.y};
  landed_ = io.MouseClicked[0];
  lifted_ = io.MouseReleased[0];
  down_ = io.MouseDown[0];
  if (landed_) {
    held_.clear();
    landed_at_ = finger_;
  }
  covered_ = false;
  targets_.clear();
  inscriptions_.clear();
  next_pass_.reset();
  brush_.emplace(*ImGui::GetBackgroundDrawList(), *atlas_);
}

void Ui::end() {
  if (!focus_.empty()) draw_focus();
  if (!down_) {
    held_.clear();
    landed_at_.reset();
  }
  std::erase_if(glides_, [this](auto const& entry) { return entry.second.seen != pass_; });
}

void Ui::use(Comfort const& comfort) {
  if (!(theme_.comfort == comfort)) theme_ = make_theme(theme_.display, comfort);
}

Rect Ui::screen() const {
  return {0, 0, static_cast<float>(theme_.display.width), static_cast<float>(theme_.display.height)};
}

Press Ui::target(Target target) {
  if (covered_) return {};
  targets_.push_back(std::move(target));
  Target const& now = targets_.back();
  if (!now.enabled) return {};
  bool const inside = now.box.contains(finger_);
  if (landed_ && inside) held_ = now.id;
  bool const mine = held_ == now.id && inside;
  return {mine && down_, mine && lifted_};
}

std::optional<Point> Ui::drawn_along(Rect const& area) const {
  bool const drawn = landed_at_ && held_.empty() && !covered_ && (down_ || lifted_);
  if (!drawn || !area.contains(*landed_at_)) return std::nullopt;
  return Point{finger_.x - landed_at_->x, finger_.y - landed_at_->y};
}

// Two lines in the gap round the target, so that one of them stands out from whatever it lies on.
void Ui::draw_focus() const {
  for (Target const& target : targets_) {
    if (target.id != focus_) continue;
    // Together 2 mm: less than what lies between two targets.
    float const inner = std::max(2.F, std::round(theme_.display.px_per_mm * 0.6F));
    float const outer = std::max(3.F, std::round(theme_.display.px_per_mm * 1.4F));
    float const both = inner + outer;
    float const round = theme_.key_radius;
    brush_->stroke(target.box.inset(-inner), theme_.palette.focus_inner, round + inner, inner);
    brush_->stroke(target.box.inset(-both), theme_.palette.focus_outer, round + both, outer);
  }
}

float Ui::glide(std::string_view id, float goal) {
  auto [at, fresh] = glides_.try_emplace(std::string(id), Glide{goal, goal, now_, pass_});
  Glide& glide = at->second;
  glide.seen = pass_;
  auto const place = [&] {
    double const t = std::clamp((now_ - glide.since) / glide_seconds, 0.0, 1.0);
    auto const eased = static_cast<float>(1 - (1 - t) * (1 - t) * (1 - t));
    return glide.from + (glide.to - glide.from) * eased;
  };
  if (theme_.calm()) {
    glide = {goal, goal, now_, pass_};
    return goal;
  }
  if (glide.to != goal) {
    glide.from = place();
    glide.to = goal;
    glide.since = now_;
  }
  if (now_ - glide.since < glide_seconds && glide.from != glide.to) wake_at(now_ + frame_seconds);
  return place();
}

int Ui::beat(double period) {
  double const count = std::floor(now_ / period);
  wake_at((count + 1) * period);
  return static_cast<int>(std::fmod(count, 1 << 20));
}

int Ui::beat(double period, int count, int rest) {
  double const around = period * (count - 1 + rest);
  double const began = std::floor(now_ / around) * around;
  int const step = std::min(static_cast<int>((now_ - began) / period), count - 1);
  wake_at(step + 1 < count ? began + (step + 1) * period : began + around);
  return step;
}

void Ui::wake_at(double when) {
  next_pass_ = next_pass_ ? std::min(*next_pass_, when) : when;
}

}  // namespace ce::widgets
