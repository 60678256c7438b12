// What is not SQLite's: keys, marks and times in files of their own, whose writes fail one by one.
#include <gmock/gmock.h>

#include <functional>
#include <iostream>

#include "faults/disk/failing_calls.h"
#include "kiosk/cache/key_file.h"
#include "kiosk/journal/paper_mark.h"
#include "shared/base/durable_file.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

namespace fs = std::filesystem;

/// A file that a program of ours replaces: how, and whether what is there afterwards is whole.
struct SmallFile {
  std::string name;
  std::function<void(fs::path const&)> before;
  std::function<bool(fs::path const&)> write;       // false: it said that it failed
  std::function<bool(fs::path const&)> old_or_new;  // one of the two, and whole
  int harmless = 0;  // the call that only clears away what an earlier start may have left
};

std::size_t files_in(fs::path const& directory) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator{directory}, fs::directory_iterator{}));
}

/// Writes once with the `at`th call failing, then once with a disk in order.
void one_case(SmallFile const& what, Blow blow, int at, bool lasting) {
  TempDirectory const directory;
  auto const file = directory / "file";
  what.before(file);
  failing_calls::plan(blow, at, lasting);
  bool const said_done = what.write(file);
  failing_calls::end();
  auto const where = what.name + ", call " + std::to_string(at) + ", fault " +
                     std::to_string(static_cast<int>(blow)) + (lasting ? " for good" : "");
  EXPECT_EQ(said_done, at == what.harmless && !lasting) << where << ": nobody was told";
  EXPECT_TRUE(what.old_or_new(file)) << where;
  EXPECT_TRUE(what.write(file)) << where << ": not even on a disk that was mended";
  EXPECT_TRUE(what.old_or_new(file)) << where;
  // A disk that refuses for good keeps what could not be deleted either.
  if (!lasting && blow != Blow::half) {
    EXPECT_LE(files_in(directory.path()), 2U) << where << ": left behind";
  }
}

void each_call(SmallFile const& what) {
  TempDirectory const directory;
  what.before(directory / "file");
  failing_calls::plan(Blow::none, 0, false);
  ASSERT_TRUE(what.write(directory / "file")) << what.name;
  int const all = failing_calls::end();
  EXPECT_TRUE(failing_calls::names_pressed()) << what.name << ": a power cut would undo it";
  ASSERT_GE(all, 4) << what.name << ": write, flush, rename, flush of the directory";
  int cases = 0;
  int found = 0;
  auto const failures = [] {
    return testing::UnitTest::GetInstance()->current_test_info()->result()->total_part_count();
  };
  for (int at = 1; at <= all; ++at) {
    for (auto const blow : {Blow::full, Blow::io_error, Blow::half}) {
      for (bool const lasting : {false, true}) {
        auto const before = failures();
        one_case(what, blow, at, lasting);
        ++cases;
        found += failures() == before ? 0 : 1;
      }
    }
  }
  std::cout << "| " << what.name << " | " << all << " | " << cases << " | " << found << " |\n";
}

TEST(SmallFiles, AreWholeWhateverCallFails) {
  std::string const text(700, 'n');
  each_call({"a file of ours (settings, keys, exports)", [](fs::path const& file) { write_all(file, "old"); },
             [&](fs::path const& file) { return write_durably(file, text).ok(); },
             [&](fs::path const& file) { return read_all(file) == "old" || read_all(file) == text; }});
  each_call({"next blank number",
             [](fs::path const& file) {
               ASSERT_TRUE(journal::write_paper_mark(file, {"GD-", 6, 7}));
             },
             [](fs::path const& file) {
               return journal::write_paper_mark(file, {"GD-", 6, 8}).ok();
             },
             [](fs::path const& file) {
               auto const mark = journal::read_paper_mark(file);
               return mark && mark->has_value() && ((*mark)->next == 7 || (*mark)->next == 8);
             }});
}

TEST(SmallFiles, AKeyThatSealedSomethingIsNeverLost) {
  each_call({"the cache's first key", [](fs::path const&) {},
             [](fs::path const& file) { return cache::read_keys(file).ok(); },
             [](fs::path const& file) { return !fs::exists(file) || read_all(file).size() == 32; }, 1});
  std::string old_key;
  each_call({"rotation of the key",
             [&](fs::path const& file) { old_key = cache::read_keys(file).value().current.reveal(); },
             [](fs::path const& file) {
               // Told to again, as an operator would be who read why it failed.
               auto const begun = cache::begin_rotation(file);
               return begun || begun.failure().code == FailureCode::storage_busy;
             },
             [&](fs::path const& file) {
               auto const keys = cache::read_keys(file);
               if (!keys) return false;
               return keys->current.reveal() == old_key ||
                      (keys->former && keys->former->reveal() == old_key);
             },
             3});
}

}  // namespace
}  // namespace ce::test
