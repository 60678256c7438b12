#include "faults/disk/region_day.h"

#include <array>

namespace ce::test {
namespace {

constexpr int people = 24;
/// The cursors of the pages, one after the other; a snapshot is begun behind `c3`.
constexpr auto cursors = std::to_array<char const*>({"c1", "c2", "c3", "d1", "d2", "d3"});
constexpr std::size_t before_snapshot = 2;

std::string id_of(int person) {
  return "11010518991231" + std::to_string(1000 + person);
}

protocol::Change change_of(std::size_t page, int person) {
  return standing_of(id_of(person), std::to_string(person), static_cast<int>(page) * 10 + person % 10);
}

/// The second snapshot's pages tell half of the people each, and one goes meanwhile; the others tell some who
/// are known, one who is new, one who is gone.
std::vector<protocol::Change> changes_of(std::size_t page) {
  std::vector<protocol::Change> changes;
  bool const snapshot = page == 0 || page == 3 || page == 4;
  int const from = page == 4 ? people / 2 : 0;
  int const to = page == 3 ? people / 2 : people;
  for (int person = from; person < to; ++person) {
    if (snapshot || person % 3 == static_cast<int>(page) % 3) changes.push_back(change_of(page, person));
  }
  if (page == 4) changes.push_back({"standing", "0", protocol::Removed{}});
  if (!snapshot) {
    changes.push_back(change_of(page, people + static_cast<int>(page)));
    changes.push_back({"standing", std::to_string(static_cast<int>(page)), protocol::Removed{}});
  }
  return changes;
}

std::size_t place_of(std::string const& cursor) {
  for (std::size_t i = 0; i < cursors.size(); ++i)
    if (cursor == cursors.at(i)) return i;
  return cursors.size();
}

Result<void> take(cache::RegionCopy& copy, std::size_t page, Instant now) {
  Pages pages;
  return copy.apply(pages.page(changes_of(page), cursors.at(page), page == 3), now);
}

std::string told_by(cache::RegionCopy& copy) {
  std::string all;
  for (int person = 0; person < people + 8; ++person) {
    auto const years = copy.find(SecretText{id_of(person)});
    all += years ? std::to_string(years->years.at(0).total.done.count)
                 : std::string{name_of(years.failure().code)};
    all += ' ';
  }
  return all;
}

/// By the cursor what a copy tells that no disk ever struck.
std::map<std::string, std::string> const& expected() {
  static std::map<std::string, std::string> const all = [] {
    RegionRoom const room;
    auto copy = room.open_region();
    std::map<std::string, std::string> told;
    for (std::size_t page = 0; page < cursors.size(); ++page) {
      if (page == 0 || page == before_snapshot + 1) (void)copy.begin_snapshot("all");
      if (page != 0) told[copy.place()->cursor] = told_by(copy);
      EXPECT_TRUE(take(copy, page, room.central_now));
      told[cursors.at(page)] = told_by(copy);
    }
    return told;
  }();
  return all;
}

}  // namespace

RegionDay::RegionDay() {
  (void)expected();
  auto copy = room_.open_region();
  EXPECT_TRUE(copy.begin_snapshot("all"));
  EXPECT_TRUE(take(copy, 0, room_.central_now));
}

Result<void> RegionDay::take_next(std::string const& cursor) {
  auto const place = cursor.empty() ? before_snapshot : place_of(cursor);
  if (place == cursors.size()) return Failure{FailureCode::input_invalid, "a cursor that no page had"};
  if (place == before_snapshot && !cursor.empty()) return copy_->begin_snapshot("all");
  return take(*copy_, place + 1, room_.central_now);
}

void RegionDay::go_on() {
  for (int tries = 0; tries < 12; ++tries) {
    if (!copy_) {
      auto opened = cache::RegionCopy::open(room_.region_file, room_.key_file, room_.logger);
      if (!opened) continue;
      copy_.emplace(std::move(opened).value());
    }
    auto const place = copy_->place();
    if (!place) continue;
    if (place->cursor == cursors.back()) return;
    (void)take_next(place->cursor);
  }
}

std::vector<std::string> RegionDay::settle_up(bool restarted) {
  if (restarted) copy_.reset();
  if (!copy_) {
    auto opened = cache::RegionCopy::open(room_.region_file, room_.key_file, room_.logger);
    if (!opened) {
      note("the copy does not open: " + describe(opened.failure()));
      return wrong_;
    }
    copy_.emplace(std::move(opened).value());
  }
  auto const place = copy_->place().value();
  auto const known = expected().find(place.cursor);
  if (known == expected().end()) {
    note("it is at \"" + place.cursor + "\", which no page ended with");
  } else if (told_by(*copy_) != known->second) {
    note("at " + place.cursor + " it tells what another page told");
  }
  go_on();
  if (told_by(*copy_) != expected().at(cursors.back())) note("in the end it tells something else");
  if (auto const sound = copy_->examine(); !sound) note("integrity: " + describe(sound.failure()));
  if (read_all(room_.directory / "kiosk.log").find("database_set_aside") != std::string::npos) {
    note("it was set aside");
  }
  return wrong_;
}

}  // namespace ce::test
