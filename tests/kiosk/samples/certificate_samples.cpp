#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {

using present::Tone;

std::vector<Sample> certificate_samples() {
  present::CertificatesView v;
  v.person = sample_person();
  v.headline = "历年证书";
  v.rows = {
      {2026, "2026 年度证书", "", {"未完成", Tone::notice}, "专业科目还差 14 学时，选修科目还差 6 学时", {}},
      {2025, "2025 年度证书", "44010625000128", {"可打印", Tone::good}, "", "打印"},
      {2024, "2024 年度证书", "44010624003071", {"已打印", Tone::neutral}, "2025年3月6日已在本大厅打印", {}},
      {2023,
       "2023 年度证书",
       "44010623000965",
       {"已撤销", Tone::bad},
       "单位更正学习记录，证书已撤销，请联系用人单位",
       {}}};
  v.paging = {0, 2, "第 1 / 2 页", "上一页", "下一页"};
  v.none = "还没有证书。完成年度学习任务并经审核后，证书会显示在这里。";
  auto frame = sample_frame("证书", true);
  frame.privacy_hint = "请注意遮挡，保护个人信息";

  auto one = v;
  one.rows = {v.rows[1]};
  one.paging = {};
  auto none = v;
  none.rows.clear();
  none.paging = {};
  auto offline = v;
  offline.rows[0] = {2026,
                     "2026 年度证书",
                     "44010626000012",
                     {"可打印", Tone::good},
                     "断网也可打印，2026年11月25日 14:05 前有效",
                     "打印"};
  v.rows[1].reason = "广州市天河区人力资源和社会保障局 2026年1月6日颁发";
  offline.rows[1] = {
      2025, "2025 年度证书", "44010625000128", {"联网后打印", Tone::notice}, "网络暂时中断，恢复后即可打印",
      {}};
  auto cut = frame;
  cut.line = {"暂时离线", Tone::notice};
  cut.as_of = "数据截至 2026年11月23日 14:05";
  return {{"certificates", {"certificates", frame, v, {}}},
          {"certificates-offline", {"certificates", cut, offline, {}}},
          {"certificates-one", {"certificates", frame, one, {}}},
          {"certificates-none", {"certificates", frame, none, {}}}};
}

}  // namespace ce::samples
