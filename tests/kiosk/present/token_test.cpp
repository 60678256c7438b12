// What the code of a sheet proved, as the screen says it.
#include <gmock/gmock.h>

#include "presented.h"

namespace ce::present {
namespace {

using testing::HasSubstr;
using token::Fault;

session::TokenAnswer genuine() {
  session::TokenAnswer answer;
  token::Token token;
  token.facts = {"44010624000001", 2024, "440106", Date::make(2025, 3, 1).value(), {}};
  answer.examination.token = token;
  answer.authority = "天河区人社局";
  answer.as_of = Instant{1'795'413'900'000};
  return answer;
}

VerifyResultView result(session::TokenAnswer answer) {
  session::State state;
  state.stage = session::VerifyResult{std::move(answer)};
  return std::get<VerifyResultView>(shown(state).body);
}

std::string fact(VerifyResultView const& view, std::string const& label) {
  for (auto const& one : view.facts) {
    if (one.label == label) return one.value;
  }
  return {};
}

TEST(TokenVerdict, GenuineWithoutNetworkSaysAsOfWhen) {
  auto const view = result(genuine());
  EXPECT_EQ(view.verdict.text, "证书真实有效");
  EXPECT_EQ(view.verdict.tone, Tone::good);
  EXPECT_EQ(fact(view, "证书编号"), "44010624000001");
  EXPECT_EQ(fact(view, "发证单位"), "天河区人社局");
  EXPECT_EQ(fact(view, "数据截至"), "2026年11月23日 14:05");
  EXPECT_EQ(fact(view, "姓名"), "") << "a token does not hold the name";
}

TEST(TokenVerdict, WithNetworkTheMaskedNameIsThereAndTheRegisterDecides) {
  auto answer = genuine();
  answer.list_old = true;
  answer.registered = protocol::Verification{};
  answer.registered->masked_name = "**丰";
  answer.registered->state = protocol::VerificationState::valid;
  EXPECT_EQ(result(answer).verdict.text, "证书真实有效");
  EXPECT_EQ(fact(result(answer), "姓名"), "**丰");
  EXPECT_EQ(fact(result(answer), "数据截至"), "");
  answer.registered->state = protocol::VerificationState::revoked;
  EXPECT_EQ(result(answer).verdict.text, "证书已作废");
  answer.registered->state = protocol::VerificationState::unknown;
  answer.registered->masked_name.clear();
  EXPECT_EQ(result(answer).verdict.tone, Tone::bad);
  EXPECT_TRUE(result(answer).facts.empty()) << "what the register denies is no fact";
}

TEST(TokenVerdict, OfANumberThatCentralForgotInARestoreItSaysWhatIsTrue) {
  using protocol::LostNumber;
  using protocol::LostState;
  protocol::Verification told;
  told.number = "44010624000001";
  auto const by_number = [&told] {
    session::State state;
    state.stage = session::VerifyResult{told};
    return std::get<VerifyResultView>(shown(state).body);
  };
  auto code = genuine();
  struct Row {
    std::optional<LostNumber> lost;
    char const* by_number;
    char const* why;
    char const* by_code;
    Tone tone;
  };
  auto const on = Date::make(2026, 11, 20).value();
  for (auto const& row :
       {Row{{}, "查无此证书", "请核对编号", "不是真实的证书", Tone::bad},
        Row{LostNumber{}, "登记正在核对", "也不能说明它是假的", "登记正在核对", Tone::notice},
        Row{LostNumber{LostState::printed, on}, "登记正在核对", "打印于 2026年11月20日", "登记正在核对",
            Tone::notice},
        Row{LostNumber{LostState::replaced, on}, "已另发新证", "以新证为准", "已另发新证", Tone::notice}}) {
    told.lost = row.lost;
    EXPECT_EQ(by_number().verdict.text, row.by_number);
    EXPECT_EQ(by_number().verdict.tone, Tone::notice);
    EXPECT_THAT(by_number().explanation, HasSubstr(row.why));
    EXPECT_EQ(by_number().facts.size(), 1U) << "the number that was asked for";
    code.registered = told;
    EXPECT_EQ(result(code).verdict.text, row.by_code);
    EXPECT_EQ(result(code).verdict.tone, row.tone);
    EXPECT_EQ(fact(result(code), "证书编号"), row.lost ? told.number : "") << "our signature is on it";
  }
}

TEST(TokenVerdict, ThePapersNumberIsToldAsFarAsCentralKnowsIt) {
  auto answer = genuine();
  answer.registered = protocol::Verification{};
  answer.registered->state = protocol::VerificationState::valid;
  EXPECT_EQ(fact(result(answer), "证书纸 N0"), "") << "printed, and not told yet";
  answer.registered->blank_numbers = {"GD-A-00000042"};
  EXPECT_EQ(fact(result(answer), "证书纸 N0"), "GD-A-00000042（已登记）");
  answer.registered->blank_numbers = {"K5", "K4"};
  EXPECT_EQ(fact(result(answer), "证书纸 N0"), "K5、K4（已登记）");
  answer.registered->blank_numbers = {"K5", "K4", "K3", "K2", "K1"};
  EXPECT_EQ(fact(result(answer), "证书纸 N0"), "K5、K4 等 5 张（已登记）");
  answer.examination.revocation = {Date::make(2026, 5, 1).value(), token::RevocationReason::corrected};
  EXPECT_THAT(fact(result(answer), "证书纸 N0"), HasSubstr("K5")) << "of a void one as well";
}

TEST(TokenVerdict, VoidSaysSinceWhenAndWhy) {
  auto answer = genuine();
  answer.examination.revocation = {Date::make(2026, 5, 1).value(), token::RevocationReason::withdrawn};
  EXPECT_EQ(result(answer).verdict.tone, Tone::bad);
  EXPECT_THAT(result(answer).explanation, HasSubstr("2026年5月1日被发证单位撤销"));
  answer.examination.revocation->reason = token::RevocationReason::corrected;
  EXPECT_THAT(result(answer).explanation, HasSubstr("2026年5月1日更正并另发新证"));
  answer.examination.fault = Fault::key_expired;
  EXPECT_EQ(result(answer).verdict.text, "证书已作废") << "void, whatever became of the key";
}

TEST(TokenVerdict, AnOldListIsNoGreen) {
  auto answer = genuine();
  answer.list_old = true;
  EXPECT_EQ(result(answer).verdict.tone, Tone::notice);
  EXPECT_EQ(fact(result(answer), "数据截至"), "2026年11月23日 14:05");
}

TEST(TokenVerdict, EachFaultHasItsWordsAndNoFacts) {
  struct Row {
    Fault fault;
    char const* verdict;
    char const* why;
  };
  for (auto const& row : {Row{Fault::signature_wrong, "不是真实的证书", "改动"},
                          Row{Fault::key_retired, "不是真实的证书", "改动"},
                          Row{Fault::key_unknown, "不能凭二维码核验", "还没有"},
                          Row{Fault::key_revoked, "不能凭二维码核验", "吊销"},
                          Row{Fault::key_expired, "不能凭二维码核验", "有效期"},
                          Row{Fault::too_long, "不是证书的二维码", "左下角"},
                          Row{Fault::wrong_length, "不是证书的二维码", "左下角"},
                          Row{Fault::not_base32, "不是证书的二维码", "左下角"},
                          Row{Fault::version_unknown, "不是证书的二维码", "左下角"},
                          Row{Fault::malformed, "不是证书的二维码", "左下角"}}) {
    auto answer = genuine();
    answer.examination.fault = row.fault;
    auto const view = result(answer);
    EXPECT_EQ(view.verdict.text, row.verdict);
    EXPECT_NE(view.verdict.tone, Tone::good);
    EXPECT_THAT(view.explanation, HasSubstr(row.why));
    EXPECT_TRUE(view.facts.empty()) << "what nobody vouches for is not shown as fact";
  }
}

}  // namespace
}  // namespace ce::present
