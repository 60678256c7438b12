#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {
namespace {

using present::Tone;

present::View fault(std::string headline, std::string advice, bool retry) {
  present::FaultView v{std::move(headline), std::move(advice), "需要帮助，请到服务台或拨打 12333", {}, {}};
  if (retry) v.retry_label = "重试";
  if (!retry) v.leave_label = "返回首页";
  return {"fault", sample_frame("办理提示", true), v, {}};
}

present::View verdict(Tone tone, std::string word, std::string explanation, bool known) {
  present::VerifyResultView v{{std::move(word), tone}, std::move(explanation), {}, "再核验一份"};
  if (known) {
    v.facts = {{"证书编号", "44010625000128"},
               {"姓名", "**明"},
               {"年度", "2025"},
               {"发证单位", "广州市天河区人力资源和社会保障局"},
               {"发证日期", "2026年1月15日"}};
  }
  return {"verify_result", sample_frame("证书核验", true), v, {}};
}

// By the sheet's code, without network.
present::View by_code(Tone tone, std::string word, std::string explanation) {
  auto view = verdict(tone, std::move(word), std::move(explanation), false);
  std::get<present::VerifyResultView>(view.body).facts = {{"证书编号", "44010625000128"},
                                                          {"年度", "2025 年度"},
                                                          {"发证单位", "广州市天河区人力资源和社会保障局"},
                                                          {"发证时间", "2026年1月15日"},
                                                          {"数据截至", "2026年5月9日 8:30"}};
  return view;
}

}  // namespace

std::vector<Sample> closing_samples() {
  auto card_frame = sample_frame("办理完成", false);
  present::TakeCardView const card{"请取走您的身份证", "本次查询的信息已全部清除。"};
  return {
      {"verify-valid", verdict(Tone::good, "证书有效", "该证书由发证单位签发，信息与发放名册一致。", true)},
      {"verify-revoked", verdict(Tone::bad, "证书已撤销", "该证书已于 2026年5月8日撤销，不再有效。", true)},
      {"verify-unknown",
       verdict(Tone::notice, "查无此证书", "发放名册中没有这个编号，请核对后重新输入。", false)},
      {"verify-code-offline",
       by_code(Tone::good, "证书真实有效", "由发证单位签发，没有作废。请核对这些内容和姓名是否与纸面一致。")},
      {"verify-code-void",
       by_code(Tone::bad, "证书已作废", "该证书的内容已于 2026年5月8日更正并另发新证，这一张不再有效。")},
      {"verify-code-old-list",
       by_code(Tone::notice, "签名真实",
               "由发证单位签发，但本机的作废名单较旧。请联网后再核验，或到服务台查询是否仍然有效。")},
      {"verify-code-forged",
       verdict(Tone::bad, "不是真实的证书", "二维码不是发证单位签发的，或者内容被改动过。请向发证单位核实。",
               false)},
      {"take-card", {"take_card", card_frame, card, {}}},
      {"fault-card",
       fault("未能读取身份证", "请把身份证平放在读卡区，停留两秒。如仍不能读取，可返回首页输入身份证号办理。",
             true)},
      {"fault-central",
       fault("暂时无法连接查询系统", "您的信息没有丢失。请稍后再试，或到服务窗口办理。", true)},
      {"fault-unknown", fault("没有查到您的登记信息", "请联系用人单位或施教机构办理登记。", false)},
      {"fault-paper",
       fault("打印结果尚未确认",
             "出纸口如有证书请取走；如果没有，请不要重复操作，告知工作人员后由工作人员核实处理。", false)}};
}

}  // namespace ce::samples
