#include <gtest/gtest.h>

#include "central/web/html.h"
#include "central/web/verify_page.h"

namespace ce::web {
namespace {

protocol::Verification valid() {
  protocol::Verification found;
  found.state = protocol::VerificationState::valid;
  found.number = "44010624000001";
  found.year = 2024;
  found.authority = "<b>局</b>";
  found.masked_name = "**丰";
  return found;
}

TEST(Escape, LeavesNothingThatHtmlReads) {
  EXPECT_EQ(escape("<a href=\"x\" title='y'>&</a>"),
            "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
  EXPECT_EQ(escape(std::string_view{"a\0\x1b\x7f\nb", 6}), "ab");
  EXPECT_EQ(escape("字\U00020087"), "字\U00020087");
}

TEST(VerifyPage, EscapesWhatTheStoreHolds) {
  auto const page = verify_page({.number = "44010624000001", .found = valid(), .failure = {}});
  EXPECT_EQ(page.find("<b>局"), std::string::npos);
  EXPECT_NE(page.find("&lt;b&gt;局"), std::string::npos);
  EXPECT_NE(page.find("440106 24 000001"), std::string::npos);
}

TEST(VerifyPage, OffersTheElectronicCopyToWhoSignsInAlone) {
  auto const link = "<a href=\"/console/year?year=2024\">登录后下载电子证书</a>";
  VerifyView view{.number = "44010624000001", .found = valid(), .failure = {}};
  EXPECT_EQ(verify_page(view).find(link), std::string::npos);
  view.copy_offered = true;
  EXPECT_NE(verify_page(view).find(link), std::string::npos);
  view.found->state = protocol::VerificationState::revoked;
  EXPECT_EQ(verify_page(view).find(link), std::string::npos) << "void";
}

TEST(VerifyPage, LoadsNothingAndIsSmall) {
  auto const page = verify_page({.number = "44010624000001", .found = valid(), .failure = {}});
  for (auto const* word : {"<script", "<link", "<img", "src=", "url(", "@import", "http://", "https://"}) {
    EXPECT_EQ(page.find(word), std::string::npos) << word;
  }
  EXPECT_LT(page.size(), 8192U);
}

TEST(VerifyPage, SaysWhatIsTrueOfANumberThatARestoreLost) {
  VerifyView view{.number = "44010626000005", .found = protocol::Verification{}};
  EXPECT_NE(verify_page(view).find("查无此证书"), std::string::npos);
  auto& lost = view.found->lost.emplace();
  EXPECT_NE(verify_page(view).find("可能已经发出"), std::string::npos);
  lost = {protocol::LostState::printed, Date::parse_iso("2026-11-20").value()};
  auto const printed = verify_page(view);
  EXPECT_NE(printed.find("终端于2026年11月20日打印过"), std::string::npos);
  EXPECT_NE(printed.find("请向发证单位核实"), std::string::npos);
  EXPECT_EQ(printed.find("查无此证书"), std::string::npos);
  lost.state = protocol::LostState::replaced;
  EXPECT_NE(verify_page(view).find("已另发新证"), std::string::npos);
}

TEST(VerifyPage, TellsTheSuccessorOfACorrectedCertificateAlone) {
  auto found = valid();
  EXPECT_NE(verify_page({.number = {}, .found = found, .failure = {}}).find("核对持证人姓名"),
            std::string::npos);
  found.state = protocol::VerificationState::revoked;
  auto const plain = verify_page({.number = {}, .found = found, .failure = {}});
  EXPECT_NE(plain.find("核对持证人姓名"), std::string::npos) << "who knows the name may learn the new number";
  EXPECT_EQ(plain.find("已更正"), std::string::npos);
  found.name_matches = true;
  found.successor = "44010624000009";
  auto const told = verify_page({.number = {}, .found = found, .failure = {}});
  EXPECT_NE(told.find("已更正"), std::string::npos);
  EXPECT_NE(told.find("440106 24 000009"), std::string::npos);
}

TEST(VerifyPage, TellsTheNumbersOfTheSheetsWhereItWasGivenThem) {
  auto found = valid();
  EXPECT_EQ(verify_page({.number = {}, .found = found, .failure = {}}).find("N0"), std::string::npos);
  found.blank_numbers = {"GD-<A>-8", "GD-A-7"};
  EXPECT_NE(verify_page({.number = {}, .found = found, .failure = {}})
                .find("<dt>证书纸 N0</dt><dd>GD-&lt;A&gt;-8、GD-A-7（终端已登记）</dd>"),
            std::string::npos);
}

TEST(VerifyPage, EveryTroubleHasItsWords) {
  auto const words = [](FailureCode code) {
    return verify_page({.number = "1", .found = {}, .failure = code});
  };
  EXPECT_NE(words(FailureCode::certificate_number_invalid).find("14位数字"), std::string::npos);
  EXPECT_NE(words(FailureCode::too_many_requests).find("过于频繁"), std::string::npos);
  EXPECT_NE(words(FailureCode::storage_busy).find("系统繁忙"), std::string::npos);
}

}  // namespace
}  // namespace ce::web
