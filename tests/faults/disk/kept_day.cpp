#include "faults/disk/kept_day.h"

#include <array>
#include <set>

namespace ce::test {
namespace {

constexpr int guests = 6;
constexpr int rounds = 3;
constexpr int forgotten = 4;  // after the second round, and known again in the third

struct Seal {
  std::string hash;
  std::string png;
};
// SHA-256 by sha256sum.
std::array<Seal, 2> const seals{
    {{"7657e93ba35f29fc2f01afdb2f8d1c1871541675a26a6f2af5f68c653e78bad3", "seal one"},
     {"6cf0d5624807bf20e54c6e85866f571a33c327488eb9d7f12afbf48c099c1f05", "seal two"}}};

std::string card_of(int someone) {
  return "11010518991231" + std::to_string(2000 + someone);
}

std::string unit_of(int round, int someone) {
  return "第" + std::to_string(round) + "次答复的单位" + std::to_string(someone);
}

protocol::PersonYears answer(int round, int someone) {
  auto years = person(card_of(someone), "示例" + std::to_string(someone));
  years.employer = unit_of(round, someone);
  years.years.at(0).certificate.number = "4401062500000" + std::to_string(someone);
  return years;
}

}  // namespace

KeptDay::KeptDay() {
  EXPECT_TRUE(opened());
}

void KeptDay::close() {
  seen_.reset();
  seals_.reset();
}

bool KeptDay::opened() {
  if (!seen_) {
    if (auto made = room_.try_open()) seen_.emplace(std::move(made).value());
  }
  if (!seals_) {
    if (auto made = cache::SealBook::open(room_.directory / "seals.db", room_.logger)) {
      seals_.emplace(std::move(made).value());
    }
  }
  return seen_ && seals_;
}

// What fails is not tried again: a kiosk goes on with the next visitor.
void KeptDay::live() {
  for (int round = 0; round < rounds; ++round) {
    if (!opened()) continue;
    for (int someone = 0; someone < guests; ++someone) {
      (void)seen_->remember(by_card(card_of(someone)), answer(round, someone));
    }
    (void)seen_->note_print(answer(round, round).years.at(0).certificate.number);
    if (round == 1) (void)seen_->forget(SecretText{card_of(forgotten)});
    (void)seals_->settle(round == 1 ? std::set{seals[1].hash} : std::set{seals[0].hash, seals[1].hash});
    for (auto const& seal : seals) {
      if (round != 1 || seal.hash == seals[1].hash) (void)seals_->keep(seal.hash, seal.png);
    }
  }
}

void KeptDay::look(bool all_of_it) {
  for (int someone = 0; someone < guests; ++someone) {
    auto const found = seen_->find(by_card(card_of(someone)));
    if (!found) {
      bool const unknown = found.failure().code == FailureCode::not_cached;
      if (all_of_it || !unknown) note("person " + std::to_string(someone) + ": " + describe(found.failure()));
      continue;
    }
    bool known = false;
    for (int round = all_of_it ? rounds - 1 : 0; round < rounds; ++round) {
      known = known || found->employer == unit_of(round, someone);
    }
    if (!known || found->id_number.reveal() != card_of(someone)) {
      note("person " + std::to_string(someone) + " gets an answer that is another's or of no round");
    }
  }
  for (auto const& seal : seals) {
    auto const found = seals_->find(seal.hash);
    if (found && *found != seal.png) note("half a picture");
    if (!found && (all_of_it || found.failure().code != FailureCode::not_cached)) {
      note("a seal: " + describe(found.failure()));
    }
  }
}

std::vector<std::string> KeptDay::settle_up(bool restarted) {
  if (restarted) close();
  if (!opened()) {
    note("the files do not open");
    return wrong_;
  }
  look(false);
  live();
  look(true);
  if (auto const sound = seen_->examine(); !sound) note("cache: " + describe(sound.failure()));
  if (auto const sound = seals_->examine(); !sound) note("seals: " + describe(sound.failure()));
  if (read_all(room_.directory / "kiosk.log").find("database_set_aside") != std::string::npos) {
    note("a file was set aside");
  }
  return wrong_;
}

}  // namespace ce::test
