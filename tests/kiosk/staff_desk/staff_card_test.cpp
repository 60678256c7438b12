// Staff cards with a real printer: what came out of it is what opens the door.
#include <unistd.h>

#include <cstdio>

#include "kiosk/staff/card_code.h"
#include "kiosk/staff_desk/desk_bench.h"

namespace ce::staff_desk {
namespace {

using protocol::NoteKind;

class StaffCardTest : public StaffDeskTest {
 protected:
  StaffCardTest() { begin(settings::StaffCards::alone); }
  void begin(settings::StaffCards use) {
    settings_.staff.card = use;
    settings_.location.hall = "广州市天河区人力资源和社会保障服务中心";
    settings_.central.kiosk_id = "tianhe-01";
  }
  std::string said_by(std::string const& command) {
    std::string said;
    auto* const pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return said;
    std::array<char, 4096> part{};
    for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
      said.append(part.data(), n);
    EXPECT_EQ(::pclose(pipe), 0) << command;
    return said;
  }
  /// What a scanner reads off the sheet that was printed last.
  std::string code_on_paper() {
    for (int i = 0; i < 400 && documents().empty(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds{25});
    if (documents().empty()) return {};
    auto const pdf = (directory_ / "card.pdf").string();
    test::write_all(pdf, documents().back());
    words_on_paper_ = said_by("pdftotext -layout " + pdf + " -");
    (void)said_by("pdftoppm -r 300 -gray -singlefile " + pdf + " " + pdf);
    auto code = said_by("zbarimg -q --raw --nodbus -Sdisable -Sqrcode.enable " + pdf + ".pgm");
    while (!code.empty() && code.back() == '\n') code.pop_back();
    return code;
  }
  std::string notes_said() {
    std::string said;
    auto const events = journal_.pending_outbox(50).value();
    for (auto const& event : events) {
      if (auto const* noted = std::get_if<protocol::KioskNoted>(&event.what)) said += noted->detail + "\n";
    }
    return said;
  }
  bool opens(std::string const& scanned) {
    std::filesystem::remove(ledger_.directory / "staff-tries");
    return answer<area::PinJudged>(area::JudgeCard{*staff::card_code_in(scanned), {}}).right;
  }
  std::string words_on_paper_;
};

TEST_F(StaffCardTest, TheOneThatWasPrintedOpensUntilItIsTakenBackAndCentralIsToldByNumber) {
  EXPECT_EQ(answer<area::DoorStood>(area::LookAtDoor{}).card, staff::CardAtDoor::none);
  auto const told = answer<area::Told>(area::MakeCard{"早班"});
  ASSERT_TRUE(told.good) << told.text;
  auto const code = code_on_paper();
  ASSERT_TRUE(staff::card_code_in(code)) << "no card's code was read";
  for (auto const* words : {"员工卡", "1 号", "早班", "天河区", "tianhe-01", "丢了怎么办"}) {
    EXPECT_NE(words_on_paper_.find(words), std::string::npos) << words << " in\n" << words_on_paper_;
  }
  EXPECT_EQ(words_on_paper_.find("左上角"), std::string::npos) << "who finds it shall not learn the way in";
  EXPECT_EQ(answer<area::DoorStood>(area::LookAtDoor{}).card, staff::CardAtDoor::opens);
  EXPECT_TRUE(opens(code));
  EXPECT_FALSE(opens(staff::card_code_text(staff::make_card_code())));
  staff::Order back;
  back.task = staff::Task::take_back_card;
  back.card = 1;
  EXPECT_TRUE(answer<area::Told>(area::Obey{back}).good);
  EXPECT_FALSE(opens(code));
  EXPECT_TRUE(answer<area::CardsSeen>(area::SeeCards{}).list.empty());
  EXPECT_EQ(notes(), (std::vector{NoteKind::staff_card_made, NoteKind::staff_entered, NoteKind::staff_refused,
                                  NoteKind::staff_card_withdrawn, NoteKind::staff_refused}));
  EXPECT_EQ(notes_said(),
            "1 号员工卡（早班）\n1 号员工卡（早班）\n不是本机的员工卡，连续不对 1 次\n1 号员工卡（早班）\n"
            "已收回的 1 号员工卡（早班），连续不对 1 次\n");
  auto const secret = staff::card_code_in(code)->reveal();
  EXPECT_EQ(ledger_.log_text().find(secret), std::string::npos);
  EXPECT_EQ(notes_said().find(secret), std::string::npos);
}

TEST_F(StaffCardTest, OneThatCouldNotBePrintedOpensNothing) {
  kill();
  auto const told = answer<area::Told>(area::MakeCard{"早班"});
  EXPECT_FALSE(told.good);
  EXPECT_NE(told.text.find("没有启用"), std::string::npos) << told.text;
  EXPECT_TRUE(answer<area::CardsSeen>(area::SeeCards{}).list.empty());
  EXPECT_TRUE(notes().empty());
}

TEST_F(StaffCardTest, TheSettingReachesTheDoor) {
  begin(settings::StaffCards::with_pin);
  SetUp();
  ASSERT_TRUE(answer<area::Told>(area::MakeCard{"3"}).good);
  auto const code = *staff::card_code_in(code_on_paper());
  EXPECT_EQ(answer<area::DoorStood>(area::LookAtDoor{}).card, staff::CardAtDoor::needed);
  EXPECT_TRUE(answer<area::PinJudged>(area::JudgeCard{code, SecretText{"271828"}}).right);
  EXPECT_FALSE(answer<area::PinJudged>(area::JudgePin{SecretText{"271828"}}).right);
  begin(settings::StaffCards::off);
  SetUp();
  EXPECT_EQ(answer<area::DoorStood>(area::LookAtDoor{}).card, staff::CardAtDoor::none);
}

}  // namespace
}  // namespace ce::staff_desk
