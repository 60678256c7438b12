// Settings written by the desk: judged as at start, whole or not at all; the report on a real IPP printer.
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kiosk/drivers/printer/printer_bench.h"
#include "kiosk/journal/ledger_room.h"
#include "kiosk/set_up/write.h"
#include "kiosk/staff_desk/staff_desk.h"

namespace ce::staff_desk {
namespace {

namespace area = staff_area;
using items::ItemId;

class SetUpDesk : public drivers::PrinterBench {
 protected:
  test::LedgerRoom ledger_;
  SystemClock clock_;
  journal::Journal journal_ = ledger_.open();
  present::Words words_ =
      present::Words::parse(test::read_all(std::string{CE_SOURCE_DIR} + "/assets/strings/zh.toml")).value();
  std::filesystem::path config_ = ledger_.directory / "kiosk.toml";
  settings::Settings settings_;
  std::optional<StaffDesk> desk_;

  void SetUp() override { open(&journal_, {}); }
  void open(journal::Journal* journal, std::optional<settings::Settings> begun) {
    test::write_all(config_, test::read_all(std::string{CE_SOURCE_DIR} + "/config/kiosk.toml"));
    DeskParts parts;
    parts.work.journal = journal;
    parts.work.words = &words_;
    parts.work.clock = parts.machine = &clock_;
    parts.work.storage = ledger_.directory.path();
    parts.logger = &ledger_.logger;
    parts.version = "1.2.3";
    parts.settings = &settings_;
    parts.set_up = {config_, true, std::move(begun),
                    [this](settings::Settings const& settings) {
                      return printers::OffsetBook{ledger_.directory / "offsets", settings.printer_uri};
                    },
                    [](int volume) { return volume == 3; }};
    desk_.emplace(std::move(parts), [] {});
    desk_->start();
  }

  template <class A>
  A answer(area::Effect effect) {
    desk_->perform(std::move(effect), 1);
    for (int i = 0; i < 3000; ++i) {
      for (auto const& letter : desk_->take()) {
        if (auto const* found = std::get_if<A>(&letter.answer)) return *found;
        if (auto const* told = std::get_if<area::Told>(&letter.answer)) ADD_FAILURE() << told->text;
        return {};
      }
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    ADD_FAILURE() << "no answer";
    return {};
  }
  void await_printed(std::size_t count) {
    for (int i = 0; documents("printed").size() < count && i < 400; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
  }
  /// As the file has it, printing to the bench's printer.
  items::Draft draft() {
    auto draft = answer<area::SettingsSeen>(area::SeeSettings{}).draft;
    draft.settings.printer_uri = "ipp://127.0.0.1:" + std::to_string(port_) + "/ipp/print";
    return draft;
  }
};

TEST_F(SetUpDesk, WritesAnItemWholeAndKeepsWhatWas) {
  auto const before = test::read_all(config_);
  auto wished = draft();
  wished.settings.idle.idle_seconds = 90;
  EXPECT_TRUE(answer<area::ItemSaved>(area::SaveItem{ItemId::idle, wished}).verdict.good);
  auto const now = settings::read_settings(config_, true);
  ASSERT_TRUE(now) << describe(now.failure());
  EXPECT_EQ(now->idle.idle_seconds, 90);
  EXPECT_EQ(now->printer_uri, wished.settings.printer_uri);
  EXPECT_EQ(test::read_all(config_.string() + ".before"), before);
  auto const first = test::read_all(config_);
  wished.settings.idle.idle_seconds = 120;
  EXPECT_TRUE(answer<area::ItemSaved>(area::SaveItem{ItemId::idle, wished}).verdict.good);
  EXPECT_EQ(test::read_all(config_.string() + ".before"), first);
  EXPECT_EQ(test::read_all(config_.string() + ".by-hand"), before) << "comments survive a second change";
}

TEST_F(SetUpDesk, WhatRootsCommandLeftBesideItStopsNoLaterOne) {
  auto const by_hand = test::read_all(config_);
  auto const settings = settings::read_settings(config_, true).value();
  constexpr uid_t service = 65534;
  bool const root = ::geteuid() == 0;
  if (root) {
    ASSERT_EQ(::chown(ledger_.directory.path().c_str(), service, service), 0);
  }
  for (auto const* const suffix : {".before", ".by-hand"}) {
    test::write_all(config_.string() + suffix, "of another");
    std::filesystem::permissions(config_.string() + suffix, std::filesystem::perms::owner_read);
  }
  ASSERT_TRUE(set_up::write_config(config_, settings));
  for (auto const* const suffix : {"", ".before", ".by-hand"}) {
    struct stat about {};
    ASSERT_EQ(::stat((config_.string() + suffix).c_str(), &about), 0);
    EXPECT_EQ(about.st_uid, root ? service : ::geteuid()) << suffix << ": ce-kiosk could not write it";
  }
  EXPECT_EQ(test::read_all(config_.string() + ".before"), by_hand);
  EXPECT_EQ(test::read_all(config_.string() + ".by-hand"), by_hand);
}

TEST_F(SetUpDesk, WhatDoesNotFitIsSaidAndNotWritten) {
  auto const before = test::read_all(config_);
  auto wished = draft();
  wished.settings.idle.countdown_seconds = 300;
  auto const saved = answer<area::ItemSaved>(area::SaveItem{ItemId::idle, wished});
  EXPECT_FALSE(saved.verdict.good);
  EXPECT_EQ(saved.verdict.field, 1U);
  EXPECT_EQ(saved.verdict.text, "再过多少秒退出：应在 20 到 45 之间");
  EXPECT_FALSE(answer<area::ItemTried>(area::TryItem{ItemId::printer, wished}).sound);
  EXPECT_EQ(test::read_all(config_), before);
  EXPECT_FALSE(std::filesystem::exists(config_.string() + ".before"));
}

TEST_F(SetUpDesk, NumbersThatMeetOthersWouldStopTheKioskAndAreRefused) {
  auto wished = draft();
  wished.settings.paper = {false, 50, "GD-", 6, 400, 900};
  auto const saved = answer<area::ItemSaved>(area::SaveItem{ItemId::numbers, wished});
  EXPECT_FALSE(saved.verdict.good);
  EXPECT_NE(saved.verdict.text.find("重叠"), std::string::npos) << saved.verdict.text;
  EXPECT_EQ(journal_.next_blank().value(), "GD-000001") << "the question alone changes nothing";
  wished.settings.paper = {false, 50, "GD-", 6, 501, 900};
  EXPECT_TRUE(answer<area::ItemSaved>(area::SaveItem{ItemId::numbers, wished}).verdict.good);
}

TEST_F(SetUpDesk, TheGuideWritesAllOfItAtItsEndOrNothing) {
  settings::Settings begun;
  begun.storage = ledger_.directory.path();
  begun.assets = begun.regions = ledger_.directory / "assets";
  begun.central.key_file = ledger_.directory / "k" / "kiosk.key";
  auto const before = test::read_all(config_);
  open(nullptr, begun);
  auto draft = answer<area::SettingsSeen>(area::SeeSettings{}).draft;
  EXPECT_TRUE(draft.settings.location.hall.empty()) << "it begins with what it was given";
  EXPECT_TRUE(answer<area::ItemSaved>(area::SaveItem{ItemId::idle, draft, false}).verdict.good);
  EXPECT_FALSE(answer<area::GuideWritten>(area::WriteGuide{draft}).verdict.good) << "there is no place yet";
  draft.settings.paper = {false, 50, "GD-", 6, 400, 900};
  EXPECT_FALSE(answer<area::ItemSaved>(area::SaveItem{ItemId::numbers, draft, false}).verdict.good)
      << "the ledger of before has these numbers";
  EXPECT_EQ(test::read_all(config_), before);
  draft.settings.paper = {};
  draft.settings.location = {"440106", "天河区服务大厅"};
  draft.settings.central.url = "https://127.0.0.1:9";
  draft.settings.central.kiosk_id = "tianhe-01";
  draft.settings.printer_uri = "ipp://127.0.0.1:9/ipp/print";
  draft.kiosk_key = SecretText{"a-key-of-this-kiosk"};
  draft.pin = SecretText{"271828"};
  auto const written = answer<area::GuideWritten>(area::WriteGuide{draft}).verdict;
  EXPECT_TRUE(written.good) << written.text;
  auto const now = settings::read_settings(config_, true);
  ASSERT_TRUE(now) << describe(now.failure());
  EXPECT_EQ(now->location.hall, "天河区服务大厅");
  EXPECT_EQ(test::read_all(begun.central.key_file), "a-key-of-this-kiosk\n");
  EXPECT_TRUE(staff::PinFile{begun.storage}.is_set());
  EXPECT_EQ(test::read_all(config_).find("271828"), std::string::npos);
  EXPECT_EQ(ledger_.log_text().find("a-key-of-this-kiosk"), std::string::npos);
}

TEST_F(SetUpDesk, AsksWhatAnswers) {
  auto wished = draft();
  wished.settings.central.url = "http://127.0.0.1:9";
  wished.settings.central.key_file = ledger_.directory / "kiosk.key";
  wished.kiosk_key = SecretText{"a-key-of-this-kiosk"};
  auto const central = answer<area::ItemTried>(area::TryItem{ItemId::central, wished});
  EXPECT_FALSE(central.verdict.good);
  EXPECT_TRUE(central.sound);
  EXPECT_EQ(central.verdict.text.find("a-key-of-this-kiosk"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(ledger_.directory / "kiosk.key"))
      << "a key that was tried is not kept";
  EXPECT_FALSE(std::filesystem::exists(ledger_.directory / "kiosk.key.set-up"));
  EXPECT_TRUE(answer<area::ItemTried>(area::TryItem{ItemId::printer, wished}).verdict.good);
  wished.settings.voice.volume = 3;
  EXPECT_TRUE(answer<area::ItemTried>(area::TryItem{ItemId::sound, wished}).verdict.good);
  wished.settings.reader.devices = {"/no/such/reader"};
  auto const reader = answer<area::ItemTried>(area::TryItem{ItemId::reader, wished}).verdict;
  EXPECT_FALSE(reader.good);
  EXPECT_NE(reader.text.find("没有应答"), std::string::npos) << reader.text;
}

/// Takes a connection and says nothing.
class Silent {
 public:
  Silent() : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof here;
    EXPECT_EQ(::bind(fd_, reinterpret_cast<sockaddr*>(&here), size), 0);
    EXPECT_EQ(::listen(fd_, 8), 0);
    EXPECT_EQ(::getsockname(fd_, reinterpret_cast<sockaddr*>(&here), &size), 0);
    address_ = "127.0.0.1:" + std::to_string(ntohs(here.sin_port));
  }
  ~Silent() { hang_up(); }
  Silent(Silent const&) = delete;
  Silent& operator=(Silent const&) = delete;
  [[nodiscard]] std::string const& address() const { return address_; }
  void await_call() { EXPECT_GE(caller_ = ::accept4(fd_, nullptr, nullptr, SOCK_CLOEXEC), 0); }
  void hang_up() {
    for (int* const one : {&caller_, &fd_}) {
      if (*one >= 0) ::close(*one);
      *one = -1;
    }
  }

 private:
  int fd_, caller_ = -1;
  std::string address_;
};

// Its call ends by itself behind; the desk is free meanwhile.
TEST_F(SetUpDesk, ATestOfASilentCentralOrPrinterIsGivenUp) {
  for (auto const id : {ItemId::printer, ItemId::central}) {
    Silent silent;
    auto wished = draft();
    wished.settings.printer_uri = "ipp://" + silent.address() + "/ipp/print";
    wished.settings.central.url = "http://" + silent.address();
    wished.settings.central.key_file = ledger_.directory / "kiosk.key";
    wished.kiosk_key = SecretText{"a-key-of-this-kiosk"};
    desk_->perform(area::TryItem{id, wished}, 1);
    silent.await_call();
    auto const tried = answer<area::ItemTried>(area::StopTrying{});
    EXPECT_TRUE(tried.sound);
    EXPECT_FALSE(tried.verdict.good);
    EXPECT_NE(tried.verdict.text.find("停止"), std::string::npos) << tried.verdict.text;
    EXPECT_FALSE(answer<area::SettingsSeen>(area::SeeSettings{}).draft.settings.printer_uri.empty());
    silent.hang_up();
  }
}

TEST_F(SetUpDesk, TestPageAndReportComeOutOfThePrinter) {
  auto const wished = draft();
  EXPECT_TRUE(answer<area::ItemTried>(area::PrintPage{wished}).verdict.good);
  await_printed(1);  // a printer at work takes no other job
  std::vector<area::ReportLine> const lines{{"管理系统", "https://127.0.0.1:8443", "测试通过"}};
  EXPECT_TRUE(answer<area::Told>(area::PrintReport{wished, lines}).good);
  await_printed(2);
  ASSERT_EQ(documents().size(), 2U);
  test::write_all(directory_ / "report.pdf", documents()[1]);
  auto const text = directory_ / "report.txt";
  ASSERT_EQ(std::system(("pdftotext " + (directory_ / "report.pdf").string() + " " + text.string()).c_str()),
            0);
  for (auto const* const word : {"自助服务终端设置报告", "管理系统", "测试通过", "1.2.3", "tianhe-01"}) {
    EXPECT_NE(test::read_all(text).find(word), std::string::npos) << word;
  }
}

TEST_F(SetUpDesk, AnOffsetIsKeptWithThePrinter) {
  auto wished = draft();
  wished.right = "1.5";
  wished.down = "-0.4";
  EXPECT_TRUE(answer<area::ItemSaved>(area::SaveItem{ItemId::calibration, wished, false}).verdict.good);
  printers::OffsetBook const book{ledger_.directory / "offsets", wished.settings.printer_uri};
  auto const all = book.all();
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 1U);
  EXPECT_EQ(all->front().offset.right, 15);
  EXPECT_EQ(all->front().offset.down, -4);
}

}  // namespace
}  // namespace ce::staff_desk
