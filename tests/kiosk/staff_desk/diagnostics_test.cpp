// Diagnostics onto a real volume: what is in them, who can open them, and each trouble of a stick.
#include <sys/mount.h>

#include <cstdlib>

#include "kiosk/diagnostics/volume.h"
#include "kiosk/diagnostics/write_out.h"
#include "kiosk/staff_desk/desk_bench.h"
#include "shared/envelope/envelope.h"

namespace ce::staff_desk {
namespace {

/// A volume in memory at that place, where this machine lets us mount one.
class Stick {
 public:
  Stick(std::filesystem::path place, char const* options) : place_(std::move(place)) {
    std::filesystem::create_directory(place_);
    mounted_ = ::mount("tmpfs", place_.c_str(), "tmpfs", 0, options) == 0;
  }
  Stick(Stick const&) = delete;
  Stick& operator=(Stick const&) = delete;
  ~Stick() { pull_out(); }
  void pull_out() {
    if (mounted_) ::umount2(place_.c_str(), MNT_DETACH);
    mounted_ = false;
  }
  [[nodiscard]] bool is_in() const { return mounted_; }
  [[nodiscard]] std::filesystem::path const& path() const { return place_; }
  [[nodiscard]] std::vector<std::filesystem::path> files() const {
    std::vector<std::filesystem::path> found;
    for (auto const& one : std::filesystem::directory_iterator{place_}) found.push_back(one.path());
    return found;
  }

 private:
  std::filesystem::path place_;
  bool mounted_ = false;
};

class DiagnosticsTest : public StaffDeskTest {
 protected:
  envelope::Pair pair_ = envelope::make_pair("operator").value();
  std::vector<float> way_;

  void SetUp() override {
    test::write_all(ledger_.directory / "operator.pem", pair_.certificate);
    settings_.diagnostics = {ledger_.directory / "operator.pem", {(ledger_.directory / "stick*").string()}};
    settings_.central = {"https://door:open-sesame@127.0.0.1:8443", "tianhe-01", "/k/kiosk.key", {}, {}};
    settings_.log_file = ledger_.directory / "kiosk.log";
    StaffDeskTest::SetUp();
  }
  area::Told save() {
    way_.clear();
    desk_->perform(area::SaveDiagnostics{}, 7);
    for (int i = 0; i < 3000; ++i) {
      for (auto const& letter : desk_->take()) {
        if (auto const* step = std::get_if<area::DiagnosticsStep>(&letter.answer)) way_.push_back(step->done);
        if (auto const* told = std::get_if<area::Told>(&letter.answer)) return *told;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return {true, "no answer"};
  }
  void expect_trouble(std::string_view words) {
    auto const told = save();
    EXPECT_FALSE(told.good);
    EXPECT_NE(told.text.find(words), std::string::npos) << told.text;
  }
};

TEST_F(DiagnosticsTest, TheOperatorAloneReadsThemAndNobodyIsNamedInThem) {
  Stick const stick{ledger_.directory / "stick of staff", "size=8m"};
  if (!stick.is_in()) {
    mounts_ = ledger_.directory / "mounts";
    test::write_all(mounts_,
                    "30 1 8:1 / " + (ledger_.directory / "stick\\040of\\040staff").string() + " rw - vfat\n");
    SetUp();
  }
  ASSERT_TRUE(journal_.request({"44010625001001", 2025, "440106", {}}));
  std::string const line =
      R"({"time":"2026-11-26T02:05:03.120Z","level":"warning","event":"failure","why":")";
  test::write_all(settings_.log_file,
                  "Gtk: 张伟 440106199001011234 is not a window\n" + line +
                      "no answer about 440106199001011234 13800138000 44010625001001\"}\n");
  test::write_all(ledger_.directory / "kiosk.1.log", line + "of-yesterday\"}\n");
  settings_.storage = ledger_.directory / "storage";
  std::filesystem::create_directories(settings_.storage / "crashes");
  test::write_all(settings_.storage / "crashes" / "crash-1",
                  "signal 11 in thread print\n" + std::string(1U << 20U, 'x'));
  auto const told = save();
  ASSERT_TRUE(told.good) << told.text;
  ASSERT_GE(way_.size(), 2U);
  EXPECT_TRUE(std::is_sorted(way_.begin(), way_.end()));
  EXPECT_FLOAT_EQ(way_.back(), 1.0F);
  EXPECT_EQ(notes().back(), protocol::NoteKind::diagnostics_saved);

  ASSERT_EQ(stick.files().size(), 1U) << "nothing is left beside it";
  auto const file = stick.files().front();
  EXPECT_NE(told.text.find(file.filename().string()), std::string::npos) << told.text;
  auto const sealed = test::read_all(file);
  for (auto const* const word : {"ce-kiosk", "tianhe", "failure"})
    EXPECT_EQ(sealed.find(word), std::string::npos);
  auto const text = envelope::open(sealed, pair_.key);
  ASSERT_TRUE(text) << describe(text.failure());
  for (auto const* const word :
       {"ce-kiosk 1.2.3", " 秒，负载 ", "读卡器：正常", "本机编号 tianhe-01",
        "url = \"https://127.0.0.1:8443\"", "of-yesterday", "no answer about *",
        "[异常记录]\ncrash-1\nsignal 11 in thread print", "略去不是本程序日志格式的 1 行"}) {
    EXPECT_NE(text->reveal().find(word), std::string::npos) << word;
  }
  EXPECT_LT(text->reveal().size(), 100'000U) << "a report is small";
  for (auto const* const word :
       {"张伟", "440106199001011234", "13800138000", "44010625001001", "open-sesame", "271828"}) {
    EXPECT_EQ(text->reveal().find(word), std::string::npos) << word;
  }

  test::write_all(ledger_.directory / "operator.key", pair_.key.reveal());
  auto const command = "openssl cms -decrypt -inform DER -binary -in '" + file.string() + "' -inkey " +
                       (ledger_.directory / "operator.key").string() + " -out " +
                       (ledger_.directory / "opened").string();
  ASSERT_EQ(std::system(command.c_str()), 0) << "ten years on nobody needs our program for it";
  EXPECT_EQ(test::read_all(ledger_.directory / "opened"), text->reveal());
}

TEST_F(DiagnosticsTest, WithoutAStickOrAReaderNothingIsWrittenAndStaffHearWhatToDo) {
  std::filesystem::create_directory(ledger_.directory / "stick");
  expect_trouble("没有找到 U 盘");
  EXPECT_TRUE(std::filesystem::is_empty(ledger_.directory / "stick"))
      << "a bare directory is the kiosk's own disk";
  settings_.diagnostics.certificate = ledger_.directory / "nowhere.pem";
  expect_trouble("运维人员的证书不能用");
  settings_.diagnostics.certificate.clear();
  expect_trouble("[diagnostics] certificate");
  EXPECT_TRUE(notes().empty());
}

TEST_F(DiagnosticsTest, EachTroubleOfAStickIsSaidAndLeavesNothing) {
  Stick full{ledger_.directory / "stick", "size=8k"};
  if (!full.is_in()) GTEST_SKIP() << "nothing can be mounted on this machine";
  expect_trouble("U 盘满了：需要");
  {
    Stick const second{ledger_.directory / "stick2", "size=1m"};
    expect_trouble("不止一个");
  }
  ASSERT_EQ(::mount(nullptr, full.path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
  expect_trouble("只读");
  full.pull_out();

  Stick stick{ledger_.directory / "stick", "size=6m"};
  std::string const bytes(std::size_t{4} << 20U, 'x');
  auto const filled = diagnostics::write_out(stick.path(), "a.cms", bytes, [&](float done) {
    if (done < 0.5F) test::write_all(stick.path() / "another's", std::string(std::size_t{4} << 20U, 'y'));
  });
  ASSERT_FALSE(filled);
  EXPECT_NE(filled.failure().detail.find("U 盘满了"), std::string::npos) << filled.failure().detail;
  EXPECT_EQ(stick.files().size(), 1U) << "the other's alone";
  std::filesystem::remove(stick.path() / "another's");
  auto const pulled = diagnostics::write_out(stick.path(), "a.cms", bytes, [&](float) { stick.pull_out(); });
  ASSERT_FALSE(pulled);
  EXPECT_NE(pulled.failure().detail.find("断开了"), std::string::npos) << pulled.failure().detail;
  EXPECT_TRUE(std::filesystem::is_empty(stick.path())) << "nothing went to the kiosk's own disk";
}

TEST(Envelope, IsOpenedByItsKeyAloneAndWhole) {
  auto const pair = envelope::make_pair("operator").value();
  auto const sealed = envelope::seal("状况", pair.certificate).value();
  EXPECT_EQ(envelope::open(sealed, pair.key)->reveal(), "状况");
  EXPECT_FALSE(envelope::open(sealed, envelope::make_pair("another").value().key));
  EXPECT_FALSE(envelope::open(sealed.substr(0, sealed.size() - 1), pair.key));
  for (auto at = sealed.size() - 20; at < sealed.size(); ++at) {
    auto altered = sealed;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    EXPECT_FALSE(envelope::open(altered, pair.key)) << "the last byte but " << sealed.size() - at;
  }
  // The cipher's name, 2.16.840.1.101.3.4.1.46: of some others' names OpenSSL gives out what nobody sealed.
  auto const name = sealed.find("\x60\x86\x48\x01\x65\x03\x04\x01\x2e");
  ASSERT_NE(name, std::string::npos);
  for (int last = 0; last < 256; ++last) {
    auto renamed = sealed;
    renamed[name + 8] = static_cast<char>(last);
    EXPECT_EQ(envelope::open(renamed, pair.key).ok(), last == 0x2e) << last;
  }
  EXPECT_FALSE(envelope::seal("x", "no certificate"));
  EXPECT_FALSE(envelope::open(sealed, SecretText{"no key"}));

  test::TempDirectory const directory;
  auto const made = [&](char const* kind) {
    auto const command = std::string{"openssl req -x509 -nodes -subj /CN=a -newkey "} + kind + " -keyout " +
                         (directory / "key").string() + " -out " + (directory / "pem").string() +
                         " 2>/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return test::read_all(directory / "pem");
  };
  EXPECT_FALSE(envelope::check_certificate(made("rsa:1024"))) << "too short a key";
  auto const on_a_curve = envelope::seal("状况", made("ec -pkeyopt ec_paramgen_curve:P-256"));
  ASSERT_TRUE(on_a_curve);
  EXPECT_EQ(envelope::open(*on_a_curve, SecretText{test::read_all(directory / "key")})->reveal(), "状况");
}

}  // namespace
}  // namespace ce::staff_desk
