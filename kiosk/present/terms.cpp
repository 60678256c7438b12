#include "kiosk/present/terms.h"

namespace ce::present {
namespace {

Word word_after(Word first, std::size_t steps) {
  return static_cast<Word>(static_cast<std::size_t>(first) + steps);
}

std::string in_minutes(CreditUnits units, Words const& words) {
  std::int64_t const hours = units.count / CreditUnits::per_hour;
  std::int64_t const rest = units.count % CreditUnits::per_hour;
  bool const half = rest % CreditUnits::per_minute != 0;
  auto const word = hours > 0 ? (half ? Word::term_hours_minutes_half : Word::term_hours_minutes)
                              : (half ? Word::term_minutes_half : Word::term_minutes);
  return words.fill(
      word, {{"hours", std::to_string(hours)}, {"minutes", std::to_string(rest / CreditUnits::per_minute)}});
}

bool in_half_hours(CreditUnits units) {
  return units.count % (CreditUnits::per_hour / 2) == 0;
}

std::string half_hours(CreditUnits units) {
  std::int64_t const halves = units.count / (CreditUnits::per_hour / 2);
  return std::to_string(halves / 2) + (halves % 2 == 0 ? "" : ".5");
}

std::string filled(Word word, Date day, Words const& words) {
  return words.fill(
      word, {{"year", std::to_string(day.year())},
             {"month", words[word_after(Word::date_month_1, static_cast<std::size_t>(day.month()) - 1)]},
             {"day", std::to_string(day.day())}});
}

}  // namespace

std::string const& subject_name(credit::Subject subject, Words const& words) {
  return words[word_after(Word::term_public_subject, static_cast<std::size_t>(subject))];
}

std::string const& short_subject_name(credit::Subject subject, Words const& words) {
  return words[word_after(Word::term_public_short, static_cast<std::size_t>(subject))];
}

std::string hours_number(CreditUnits units, Words const& words) {
  return in_half_hours(units) ? half_hours(units) : in_minutes(units, words);
}

std::string hours_text(CreditUnits units, Words const& words) {
  if (!in_half_hours(units)) return in_minutes(units, words);
  return words.fill(Word::term_hours, {{"hours", half_hours(units)}});
}

std::string const& note_sentence(credit::Note note, Words const& words) {
  return words[word_after(Word::term_note_failed_assessment, static_cast<std::size_t>(note))];
}

std::string day_text(Date day, Words const& words) {
  return filled(Word::date_day, day, words);
}

std::string day_in(Date day, int year, Words const& words) {
  return filled(day.year() == year ? Word::date_day_of_year : Word::date_day, day, words);
}

std::string time_text(Instant instant) {
  auto const time = china_minute_text(instant).substr(11);
  return time.starts_with('0') ? time.substr(1) : time;
}

std::string moment_text(Instant instant, Words const& words) {
  return moment_in(instant, 0, words);
}

std::string moment_in(Instant instant, int year, Words const& words) {
  return words.fill(Word::date_moment,
                    {{"date", day_in(china_date(instant), year, words)}, {"time", time_text(instant)}});
}

}  // namespace ce::present
