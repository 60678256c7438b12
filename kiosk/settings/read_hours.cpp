#include "kiosk/settings/read_hours.h"

#include <array>

#include "kiosk/settings/settings.h"

namespace ce::settings {
namespace {

constexpr auto day_words =
    std::to_array<std::string_view>({"always", "weekdays", "monday_to_saturday", "daily"});

}  // namespace

std::string word_of(hours::Days days) {
  return std::string{day_words.at(static_cast<std::size_t>(days))};
}

void read_hours(config_file::Section section, hours::Plan& plan) {
  auto days = static_cast<std::size_t>(plan.days);
  section.read("days", {day_words[0], day_words[1], day_words[2], day_words[3]}, days);
  plan.days = static_cast<hours::Days>(days);
  section.read("open", plan.open);
  section.read("closed", plan.closed);
  section.read("working", plan.working);
  auto const bad = [&section](std::string_view key, std::string const& text, auto const& failure) {
    section.fail(key, FailureCode::config_value_invalid, text + " " + failure.detail);
  };
  for (auto const& text : plan.open) {
    if (auto const span = hours::span_of(text); !span) bad("open", text, span.failure());
  }
  if (plan.open.empty() && plan.days != hours::Days::always)
    section.fail("open", FailureCode::config_value_invalid, "至少填写一个时间段，如 \"09:00-12:00\"");
  for (auto const& text : plan.closed) {
    if (auto const listed = hours::days_of(text); !listed) bad("closed", text, listed.failure());
  }
  for (auto const& text : plan.working) {
    if (auto const listed = hours::days_of(text); !listed) bad("working", text, listed.failure());
  }
  section.finish();
}

}  // namespace ce::settings
