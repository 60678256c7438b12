// What is not SQLite's: keys, marks and times in files of their own, whose writes fail one by one.
#include <gmock/gmock.h>
#include <openssl/pem.h>

#include <functional>
#include <iostream>

#include "central/kiosk_ca/authority.h"
#include "faults/disk/failing_calls.h"
#include "kiosk/cache/key_file.h"
#include "kiosk/identity/identity.h"
#include "kiosk/identity/key_request.h"
#include "kiosk/journal/paper_mark.h"
#include "shared/base/durable_file.h"
#include "shared/openssl/owned.h"
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

/// A kiosk whose certificate is due, and who certifies its next.
class DueKiosk {
 public:
  static kiosk_identity::Files files_by(fs::path const& file) {
    return kiosk_identity::Files{file.parent_path()};
  }

  void enrolled_at(fs::path const& file) const {
    auto const made = kiosk_identity::KeyRequest::make(name_, tpm::Use::never).value();
    auto const files = files_by(file);
    write_all(files.pair,
              made.key().reveal() + authority_.certify(made.request(), name_, first_).value().pem);
    write_all(files.authority, authority_.pem());
  }
  /// `cut`: so much of the certificate arrives; `authority_cut`: of what vouches for central.
  Result<bool> renew(fs::path const& file, std::size_t cut = std::string::npos,
                     std::size_t authority_cut = std::string::npos) const {
    return kiosk_identity::renew_if_due(
        files_by(file), tpm::Use::never, due_,
        [&](protocol::RenewalRequest const& asked) -> Result<protocol::CertificateReply> {
          CE_TRY(auto const certified, authority_.certify(asked.request, name_, due_));
          return protocol::CertificateReply{certified.pem.substr(0, cut),
                                            authority_.pem().substr(0, authority_cut)};
        });
  }
  /// Key and certificate belong together, and who vouches for central can be read.
  static bool is_whole(fs::path const& file) {
    auto const pair = read_all(files_by(file).pair);
    auto const certificate = openssl::certificate_in(pair);
    openssl::Key const key{PEM_read_bio_PrivateKey(openssl::reading(pair).get(), nullptr, nullptr, nullptr)};
    return certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1 &&
           openssl::certificate_in(read_all(files_by(file).authority));
  }

 private:
  std::string name_ = "GZ-TH-01";
  Instant first_ = SystemClock{}.now();
  Instant due_{first_.ms + 61 * kiosk_ca::day_ms};
  TempDirectory directory_;
  kiosk_ca::Authority authority_ = kiosk_ca::Authority::make(directory_ / "ca", first_).value();
};

TEST(SmallFiles, AKioskHasItsOldCertificateOrTheNextWithItsKey) {
  DueKiosk const kiosk;
  each_call({"the next certificate", [&](fs::path const& file) { kiosk.enrolled_at(file); },
             [&](fs::path const& file) { return kiosk.renew(file).ok(); }, DueKiosk::is_whole});
}

TEST(SmallFiles, ACertificateThatArrivesInPartReplacesNothing) {
  DueKiosk const kiosk;
  TempDirectory const directory;
  auto const file = directory / "kiosk.pem";
  kiosk.enrolled_at(file);
  auto const before = read_all(file);
  int cases = 0;
  // Its last line's end is no part of it.
  for (std::size_t cut = 0; read_all(file) == before; ++cut, ++cases) {
    if (kiosk.renew(file, cut)) break;
    ASSERT_EQ(read_all(file), before) << "cut after " << cut;
  }
  EXPECT_GT(cases, 400);
  EXPECT_TRUE(DueKiosk::is_whole(file));
  kiosk.enrolled_at(file);
  auto const due = read_all(file);
  auto const authority = read_all(DueKiosk::files_by(file).authority);
  for (std::size_t cut = 0; cut + 1 < authority.size(); cut += 7) {
    ASSERT_FALSE(kiosk.renew(file, std::string::npos, cut)) << "authority cut after " << cut;
    ASSERT_EQ(read_all(file), due);
    ASSERT_EQ(read_all(DueKiosk::files_by(file).authority), authority);
  }
  std::cout << "| the next certificate, cut at each byte | " << cases << " | " << cases << " | 0 |\n";
}

}  // namespace
}  // namespace ce::test
