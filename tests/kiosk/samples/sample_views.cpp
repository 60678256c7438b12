#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {

present::FrameView sample_frame(std::string title, bool in_visit) {
  present::FrameView f;
  f.hall = "广州市天河区人力资源和社会保障服务大厅";
  f.title = std::move(title);
  f.date = "2026年11月24日 星期二";
  f.clock = "14:05";
  f.line = {"已联网", present::Tone::good};
  f.footer = "咨询电话 12333";
  f.back = f.exit = in_visit;
  f.back_label = "返回";
  f.exit_label = "退出";
  if (in_visit) f.seconds_left = 58;
  f.elder_label = "大字版";
  f.contrast_label = "高对比";
  return f;
}

present::PersonView sample_person() {
  return {"**明",    "陈启明", "440***********0014", "440524188001010014", "广东省建筑设计研究院有限公司",
          "按住显示"};
}

std::vector<Sample> sample_views() {
  std::vector<Sample> all;
  for (auto const& part : {home_samples(), entry_samples(), progress_samples(), certificate_samples(),
                           print_samples(), printer_samples(), closing_samples(), staff_samples()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

std::vector<Sample> sample_views(bool elder, bool high_contrast) {
  auto all = sample_views();
  // Staff are at work: their screens have no elder mode.
  if (elder) std::erase_if(all, [](auto const& one) { return one.name.starts_with("staff-"); });
  for (Sample& sample : all) {
    sample.view.frame.elder = elder;
    sample.view.frame.high_contrast = high_contrast;
    // In elder mode the presenter puts two records on a page instead of five.
    if (auto* progress = std::get_if<present::ProgressView>(&sample.view.body); progress && elder) {
      if (progress->records.size() > 2) progress->records.resize(2);
    }
    if (auto* list = std::get_if<present::CertificatesView>(&sample.view.body); list && elder) {
      if (list->rows.size() > 3) list->rows.resize(3);
    }
  }
  return all;
}

}  // namespace ce::samples
