#include "tests/kiosk/samples/sample_views.h"

#include "kiosk/present/present.h"

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
  f.display_label = "显示 · English";
  return f;
}

present::PersonView sample_person() {
  return {"**明",    "陈启明", "440***********0014", "440524188001010014", "广东省建筑设计研究院有限公司",
          "按住显示"};
}

std::vector<Sample> sample_views() {
  std::vector<Sample> all;
  for (auto const& part :
       {home_samples(), entry_samples(), progress_samples(), certificate_samples(), print_samples(),
        printer_samples(), closing_samples(), staff_samples(), set_up_samples(), training_samples()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

std::vector<Sample> sample_views(session::Mode const& mode) {
  auto presented = presented_samples(mode);
  if (mode.language != session::Language::chinese) return presented;
  auto all = sample_views();
  // Staff are at work: their screens have one size.
  bool const one_size = !mode.elder && mode.size == session::TextSize::medium;
  if (!one_size) {
    std::erase_if(all, [](auto const& one) {
      return one.name.starts_with("staff-") || one.name.starts_with("set-up-");
    });
  }
  for (Sample& sample : all) {
    auto& frame = sample.view.frame;
    frame.elder = mode.elder;
    if (mode.elder) frame.elder_label = "标准版";
    frame.high_contrast = mode.high_contrast;
    frame.size = mode.size;
    // Where type is larger the presenter puts fewer lines on a page.
    if (auto* progress = std::get_if<present::ProgressView>(&sample.view.body)) {
      auto const most = present::records_per_page(mode);
      if (progress->records.size() > most) progress->records.resize(most);
    }
    if (auto* list = std::get_if<present::CertificatesView>(&sample.view.body)) {
      auto const most = present::certificates_per_page(mode);
      if (list->rows.size() > most) list->rows.resize(most);
    }
  }
  all.insert(all.end(), presented.begin(), presented.end());
  return all;
}

}  // namespace ce::samples
