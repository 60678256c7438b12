// Ledger, copies and central's store on a disk that fails at its nth write. The sample of every build takes
// every few writes; with CE_FAULTS_FULL=N every Nth, and each power cut by many seeds (tests/faults/run
// --full).
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "faults/disk/central_day.h"
#include "faults/disk/faulty_disk.h"
#include "faults/disk/kept_day.h"
#include "faults/disk/print_day.h"
#include "faults/disk/region_day.h"

namespace ce::test {
namespace {

bool full() {
  return std::getenv("CE_FAULTS_FULL") != nullptr;
}

/// Every how manieth write: `sample` in every build.
int every(int sample) {
  return full() ? std::max(1, std::stoi(std::getenv("CE_FAULTS_FULL"))) : sample;
}

/// How many writes (flushes) of a day such a fault can strike; more come with what a failure leads to.
template <class Day>
int places_of_a_day(Strike strike) {
  faulty_disk::install();
  Day day;
  faulty_disk::plan({.strike = strike, .at = 0, .lasting = false, .seed = 1, .lying = false});
  day.live();
  int const all = faulty_disk::writes();
  faulty_disk::mend();
  EXPECT_TRUE(day.settle_up(false).empty());
  return all;
}

template <class Day>
std::vector<std::string> case_in_process(Fault const& fault) {
  Day day;
  faulty_disk::plan(fault);
  day.live();
  if (fault.strike == Strike::power_cut) day.close();
  faulty_disk::mend();
  return day.settle_up(fault.strike == Strike::power_cut);
}

template <class Day>
std::vector<std::string> case_killed(Fault const& fault) {
  Day day;
  pid_t const child = fork();
  if (child == 0) {
    faulty_disk::plan(fault);
    day.live();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  bool const killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  if (!killed && !(WIFEXITED(status) && WEXITSTATUS(status) == 0)) return {"the program crashed"};
  return day.settle_up(true);
}

template <class Day = PrintDay>
void every_write(std::string const& title, Fault fault, int step, std::uint32_t seeds = 1) {
  int const all = places_of_a_day<Day>(fault.strike);
  ASSERT_GT(all, 10);
  int cases = 0;
  int found = 0;
  for (int at = 1 + static_cast<int>(fault.seed) % step; at <= all; at += step) {
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
      fault.at = at;
      fault.seed = seed * 7919 + static_cast<std::uint32_t>(at);
      auto const wrong = fault.strike == Strike::kill ? case_killed<Day>(fault) : case_in_process<Day>(fault);
      ++cases;
      found += wrong.empty() ? 0 : 1;
      for (auto const& line : wrong)
        ADD_FAILURE() << title << ", write " << at << ", seed " << seed << ": " << line;
    }
  }
  std::cout << "| " << title << " | " << all << " | " << cases << " | " << found << " |\n";
}

int step() {
  return every(27);
}

TEST(Disk, FullOnce) {
  every_write("disk full at one write", {Strike::full, 0, false, 1, false}, step());
}
TEST(Disk, FullUntilCleared) {
  every_write("disk full from a write on, until cleared", {Strike::full, 0, true, 2, false}, step());
}
TEST(Disk, ErrorOnce) {
  every_write("I/O error at one write", {Strike::io_error, 0, false, 3, false}, step());
}
TEST(Disk, ReadOnlyUntilMended) {
  every_write("disk read-only from a write on, until mended", {Strike::io_error, 0, true, 4, false}, step());
}
TEST(Disk, ShortWrite) {
  every_write("half a write, then an error", {Strike::short_write, 0, false, 5, false}, step());
}
TEST(Disk, FlushFails) {
  every_write("flush fails", {Strike::lost_flush, 0, false, 6, false}, every(9));
}
TEST(Disk, KilledInAWrite) {
  every_write("SIGKILL in a write", {Strike::kill, 0, false, 7, false}, step());
}
TEST(Disk, PowerCut) {
  every_write("power cut, unflushed writes kept, lost or torn", {Strike::power_cut, 0, false, 8, false},
              every(15), full() ? 25 : 1);
}

template <class Day>
void everything_at(std::string const& of) {
  int const nth = every(40);
  every_write<Day>(of + "disk full at one write", {Strike::full, 0, false, 9, false}, nth);
  every_write<Day>(of + "disk full until cleared", {Strike::full, 0, true, 10, false}, nth);
  every_write<Day>(of + "I/O error at one write", {Strike::io_error, 0, false, 11, false}, nth);
  every_write<Day>(of + "read-only until mended", {Strike::io_error, 0, true, 12, false}, nth);
  every_write<Day>(of + "half a write, then an error", {Strike::short_write, 0, false, 13, false}, nth);
  every_write<Day>(of + "SIGKILL in a write", {Strike::kill, 0, false, 14, false}, nth);
  every_write<Day>(of + "power cut", {Strike::power_cut, 0, false, 15, false}, nth, full() ? 25 : 1);
}

// The region's copy, whose last commits a power cut may take: never a row without its cursor, nor the other
// way.
TEST(Disk, OfTheRegionsCopy) {
  everything_at<RegionDay>("region's copy: ");
}
// People seen and seals' pictures: what is given out is whole and of who is asked for.
TEST(Disk, OfWhatIsKeptOfVisits) {
  everything_at<KeptDay>("people seen and seals: ");
}

// Central's own store: what was answered is there, whatever the disk did, and numbers have no gap.
TEST(Disk, OfCentralsStore) {
  everything_at<CentralDay>("central's store: ");
}

// What the others find nothing of must be found where it is.
TEST(Disk, ADiskThatLiesAboutFlushesIsFound) {
  int const all = places_of_a_day<PrintDay>(Strike::power_cut);
  int found = 0;
  for (std::uint32_t seed = 1; seed <= 4; ++seed) {
    auto const wrong = case_in_process<PrintDay>({Strike::power_cut, all, false, seed, true});
    found += wrong.empty() ? 0 : 1;
  }
  EXPECT_GT(found, 0);
}

}  // namespace
}  // namespace ce::test
