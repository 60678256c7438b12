// While central does not answer: what can be printed all the same and until when, and when the rest will be.
#include "presented.h"

namespace ce::present {
namespace {

constexpr Instant at_1405{1'795'413'900'000};  // presented.h shows that moment

session::State cut_off(std::optional<Instant> grant_ends) {
  auto year = year_of_hours(18, 42, 14, 12);
  year.certificate.state = protocol::CertificateState::printable;
  year.certificate.number = "44010626000012";
  if (grant_ends) {
    year.certificate.grant = grant::Grant{EntryId::make(), {}, 1, {}, {}, *grant_ends, {}, {}};
  }
  auto state = serving(std::move(year));
  state.surroundings.central_online = false;
  return state;
}

struct Offered {
  bool by_progress, by_list, by_preview;
  bool operator==(Offered const&) const = default;
};

Offered offered(session::State state) {
  auto const progress = std::get<ProgressView>(shown(state).body);
  state.stage = session::Certificates{};
  auto const list = std::get<CertificatesView>(shown(state).body);
  state.stage = session::PrintPreview{2026};
  return {progress.print_label.has_value(), list.rows.at(0).print_label.has_value(),
          std::get<PrintPreviewView>(shown(state).body).can_print};
}

TEST(Offline, WithoutAGrantPrintingIsPromisedForLater) {
  auto state = cut_off(std::nullopt);
  EXPECT_EQ(offered(state), (Offered{false, false, false}));
  EXPECT_EQ(std::get<ProgressView>(shown(state).body).print_hint, "网络暂时中断，恢复后即可在本机打印证书");
  state.stage = session::Certificates{};
  auto const row = std::get<CertificatesView>(shown(state).body).rows.at(0);
  EXPECT_EQ(row.state.text, "联网后打印");
  EXPECT_EQ(row.reason, "网络暂时中断，恢复后即可打印");
  state.stage = session::PrintPreview{2026};
  EXPECT_EQ(std::get<PrintPreviewView>(shown(state).body).problem->text, "网络暂时中断，恢复后即可打印");
}

TEST(Offline, AGrantThatIsGoodPrintsAndSaysUntilWhen) {
  Instant const ends{at_1405.ms + 30 * 60'000};
  auto state = cut_off(ends);
  EXPECT_EQ(offered(state), (Offered{true, true, true}));
  state.stage = session::Certificates{};
  EXPECT_EQ(std::get<CertificatesView>(shown(state).body).rows.at(0).reason, "断网也可打印，14:35 前有效");
}

TEST(Offline, AGrantThatHasEndedIsNone) {
  EXPECT_EQ(offered(cut_off(at_1405)), (Offered{true, true, true})) << "its last instant still counts";
  EXPECT_EQ(offered(cut_off(Instant{at_1405.ms - 1})), (Offered{false, false, false}));
}

TEST(Offline, WhenTheLineIsBackTheKeyIsBack) {
  auto state = cut_off(std::nullopt);
  state.surroundings.central_online = true;
  EXPECT_EQ(offered(state), (Offered{true, true, true}));
}

TEST(Offline, WhatCannotBePrintedByItsStateSaysThatFirst) {
  auto state = cut_off(std::nullopt);
  state.visitor->years->years[0].certificate.state = protocol::CertificateState::under_review;
  EXPECT_EQ(std::get<ProgressView>(shown(state).body).print_hint, "学习记录正在审核，证书颁发后可打印");
}

TEST(Offline, ACopyWithoutANameShowsTheOneOnTheCard) {
  auto state = cut_off(std::nullopt);
  state.visitor->years->name = SecretText{};
  EXPECT_EQ(std::get<ProgressView>(shown(state).body).person.masked_name, "**明");
}

}  // namespace
}  // namespace ce::present
