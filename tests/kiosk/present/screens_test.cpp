// The edge of each screen, and what must not be on it.
#include <set>

#include "presented.h"

namespace ce::present {
namespace {

template <class V>
V body(session::State const& state) {
  return std::get<V>(shown(state).body);
}

TEST(Screens, EachStageHasItsOwnName) {
  using namespace session;
  std::set<std::string> names;
  auto state = serving(year_of_hours(18, 42, 14, 12));
  for (Stage const& stage : {Stage{Home{}}, Stage{ReadingCard{}}, Stage{NumberEntry{}}, Stage{Searching{}},
                             Stage{Progress{2026, 0}}, Stage{Certificates{}}, Stage{PrintPreview{2026}},
                             Stage{Printing{}}, Stage{TakePaper{}}, Stage{TakeCard{}}, Stage{VerifyEntry{}},
                             Stage{Verifying{}}, Stage{VerifyResult{}}, Stage{Fault{}}}) {
    state.stage = stage;
    auto const view = shown(state);
    EXPECT_TRUE(names.insert(view.screen).second) << view.screen;
    EXPECT_FALSE(view.frame.title.empty()) << view.screen;
    EXPECT_NE(view.frame.footer.find("12333"), std::string::npos) << view.screen;
  }
}

TEST(Screens, DateAndClockAreChinas) {
  auto const view = shown({});
  EXPECT_EQ(view.frame.date, "2026年11月23日 星期一");
  EXPECT_EQ(view.frame.clock, "14:05");
}

TEST(Screens, ThePersonIsMasked) {
  auto const person = body<ProgressView>(serving(year_of_hours(0, 0, 0, 0))).person;
  EXPECT_EQ(person.masked_name, "**明");
  EXPECT_EQ(person.masked_number, "110***********002X");
  EXPECT_EQ(person.full_name, "王小明");
}

TEST(Screens, TheReminderToShieldTheScreenIsWhereSomethingPrivateShows) {
  using namespace session;
  auto const hinted = [](Stage stage) {
    auto state = serving(year_of_hours(18, 42, 14, 12));
    state.stage = std::move(stage);
    return !shown(state).frame.privacy_hint.empty();
  };
  for (Stage const& stage :
       {Stage{NumberEntry{}}, Stage{Progress{2026, 0}}, Stage{Certificates{}}, Stage{PrintPreview{2026}}}) {
    EXPECT_TRUE(hinted(stage)) << stage.index();
  }
  for (Stage const& stage : {Stage{Home{}}, Stage{TakeCard{}}, Stage{VerifyEntry{}}, Stage{Fault{}}}) {
    EXPECT_FALSE(hinted(stage)) << stage.index();
  }
}

TEST(Screens, OldDataSayHowOldTheyAre) {
  auto state = serving(year_of_hours(0, 0, 0, 0));
  EXPECT_TRUE(shown(state).frame.as_of.empty());
  state.visitor->from_cache = true;
  EXPECT_EQ(shown(state).frame.as_of, "数据截至 2月25日 14:13");
  state.visitor->years->as_of = {1'767'000'000'000};
  EXPECT_EQ(shown(state).frame.as_of, "数据截至 2025年12月29日");
}

TEST(Screens, TheHomeScreenSaysWhatDoesNotWork) {
  session::State state;
  state.surroundings.central_online = true;
  EXPECT_FALSE(body<HomeView>(state).notice);
  state.surroundings.central_online = false;
  ASSERT_TRUE(body<HomeView>(state).notice);
  state.surroundings.printer_problem = FailureCode::printer_out_of_paper;
  EXPECT_EQ(body<HomeView>(state).notice->text, "本机暂时不能打印：打印机缺纸");
  EXPECT_EQ(body<HomeView>(state).steps.front(), "放身份证");
  state.surroundings.reader_ok = false;
  EXPECT_EQ(body<HomeView>(state).headline, "读卡器暂时不能使用");
  EXPECT_EQ(body<HomeView>(state).steps.front(), "输入身份证号") << "nobody can lay a card";
  EXPECT_EQ(body<HomeView>(state).steps.back(), "取走证书");
}

TEST(Screens, APrinterProblemClosesThePrintKeyWithItsReason) {
  auto state = serving(year_of_hours(18, 42, 14, 12));
  state.stage = session::PrintPreview{2026};
  EXPECT_TRUE(body<PrintPreviewView>(state).can_print);
  state.surroundings.printer_problem = FailureCode::printer_jammed;
  auto const view = body<PrintPreviewView>(state);
  EXPECT_FALSE(view.can_print);
  EXPECT_EQ(view.hint, "") << "no copy is announced";
  ASSERT_TRUE(view.problem);
  EXPECT_EQ(view.problem->text, "打印机卡纸。" + words().of(FailureCode::printer_jammed).advice);
}

TEST(Screens, APrintShowsWhatHoldsItUp) {
  session::State state = serving(year_of_hours(18, 42, 14, 12));
  state.stage = session::Printing{2026, session::PrintStage::held, FailureCode::printer_out_of_paper};
  auto const view = body<PrintingView>(state);
  ASSERT_TRUE(view.holding);
  EXPECT_TRUE(view.holding->text.starts_with("打印机缺纸。"));
  EXPECT_EQ(view.headline, "打印暂停") << "nothing is being printed";
  EXPECT_TRUE(shown(state).frame.exit) << "nobody has to wait for staff";
  EXPECT_TRUE(shown(state).frame.seconds_left);
  std::get<session::Printing>(state.stage) = {2026, session::PrintStage::printing, {}};
  EXPECT_FALSE(shown(state).frame.exit);
}

TEST(Screens, ACountdownTellsItsSeconds) {
  auto state = serving(year_of_hours(0, 0, 0, 0));
  state.countdown = true;
  auto const view = shown(state, Tick{} + std::chrono::seconds{70});
  ASSERT_TRUE(view.countdown);
  EXPECT_EQ(view.countdown->seconds, 10);
  EXPECT_FLOAT_EQ(view.countdown->fraction, 0.5F);
  EXPECT_EQ(view.frame.seconds_left, 10);
}

TEST(Screens, EveryFailureHasItsScreen) {
  for (auto code : all_failure_codes) {
    session::State state;
    state.stage = session::Fault{code, {}};
    auto const view = body<FaultView>(state);
    EXPECT_EQ(view.headline, words().of(code).headline);
    EXPECT_FALSE(view.retry_label);
    EXPECT_TRUE(view.leave_label) << "what else there is to do";
    EXPECT_FALSE(shown(state).frame.back) << "nobody is known who could go back to anything";
    state.stage = session::Fault{code, session::VerifyEntry{}};
    EXPECT_TRUE(body<FaultView>(state).retry_label);
    EXPECT_FALSE(body<FaultView>(state).leave_label);
  }
}

TEST(Screens, AfterAFailureWhoIsKnownMayGoBack) {
  auto state = serving(year_of_hours(18, 42, 14, 12));
  state.stage = session::Fault{FailureCode::print_unresolved, {}};
  EXPECT_TRUE(shown(state).frame.back);
  EXPECT_TRUE(shown(state).frame.exit);
}

TEST(Screens, CertificatesTellTheirStateAndReason) {
  using enum protocol::CertificateState;
  auto state = serving(year_of_hours(18, 42, 14, 12));
  state.stage = session::Certificates{};
  auto& line = state.visitor->years->years.front().certificate;
  line.state = revoked;
  line.revoked_reason = "材料不实";
  auto const row = body<CertificatesView>(state).rows.at(0);
  EXPECT_EQ(row.state.text, "已撤销");
  EXPECT_EQ(row.state.tone, Tone::bad);
  EXPECT_EQ(row.reason, "撤销原因：材料不实");
  EXPECT_FALSE(row.print_label);
  line.state = printable;
  EXPECT_TRUE(body<CertificatesView>(state).rows.at(0).print_label);
}

TEST(Screens, StaffReadWhatWaitsForThemOnTheHomeScreenAlone) {
  session::State state;
  EXPECT_TRUE(shown(state).frame.staff_lines.empty());
  state.surroundings.paper_low = 37;
  state.surroundings.prints_unresolved = 2;
  EXPECT_EQ(shown(state).frame.staff_lines, (std::vector<std::string>{"证书纸余 37 张", "待确认 2 件"}));
  state.stage = session::VerifyEntry{};
  EXPECT_TRUE(shown(state).frame.staff_lines.empty());
}

TEST(Screens, APausedKioskSaysSoAndOffersNothing) {
  session::State state;
  state.paused = true;
  EXPECT_EQ(shown(state).screen, "paused");
  EXPECT_EQ(body<PausedView>(state).headline, "本机暂停服务");
  EXPECT_FALSE(shown(state).frame.exit);
}

TEST(Screens, AClosedHallSaysWhenItOpens) {
  session::State state;
  state.shut = true;
  EXPECT_EQ(shown(state).screen, "shut");
  EXPECT_EQ(body<PausedView>(state).subline, "开放时间请看大厅的告示");
  state.opens = Instant{start_of_china_day(Date::parse_iso("2999-11-30").value()).ms + 9 * 3'600'000};
  EXPECT_EQ(body<PausedView>(state).subline, "2999年11月30日 9:00 开放，请到时再来");
  EXPECT_EQ(shown(state).speech.key, "shut");
  state.paused = true;
  EXPECT_EQ(shown(state).screen, "paused") << "staff know better";
}

}  // namespace
}  // namespace ce::present
