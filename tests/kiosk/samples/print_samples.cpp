#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {
namespace {

using present::Tone;

present::View preview() {
  present::PrintPreviewView v;
  v.headline = "请核对证书内容";
  v.sheet_title = "广东省专业技术人员继续教育证书";
  v.sheet_text =
      "陈启明 参加专业技术人员继续教育学习，经审核，已完成 2025 年度专业技术人员继续教育学习任务，特发此证。";
  v.facts = {{"证书编号", "44010625000128"},
             {"年度", "2025"},
             {"发证单位", "广州市天河区人力资源和社会保障局"},
             {"发证日期", "2026年1月15日"}};
  v.hint = "将打印一份，请留意出纸口";
  v.print_label = "确认打印";
  return {"print_preview", sample_frame("打印证书", true), v, {}};
}

present::View printing(int at, float fraction) {
  present::PrintingView v;
  v.headline = "正在打印您的证书";
  v.subline = "约需 20 秒，请不要离开";
  int place = 0;
  for (auto const* label : {"登记", "送打印机", "打印", "出纸"}) {
    v.steps.push_back({label, place < at, place == at});
    ++place;
  }
  v.fraction = fraction;
  auto frame = sample_frame("打印证书", true);
  frame.back = frame.exit = false;
  return {"printing", frame, v, {}};
}

}  // namespace

std::vector<Sample> print_samples() {
  auto blocked = preview();
  auto& sheet = std::get<present::PrintPreviewView>(blocked.body);
  sheet.can_print = false;
  sheet.hint.clear();
  sheet.problem = {"打印机缺纸，暂时不能打印。请稍候，或到服务窗口办理。", Tone::bad};

  auto held = printing(2, 0.6F);
  auto& standing = std::get<present::PrintingView>(held.body);
  standing.headline = "打印暂停";
  standing.subline = "打印机需要工作人员处理。不等候请按“退出”，本次打印随即取消";
  standing.holding = {"打印机缺纸。请告知工作人员加纸，您的证书不受影响。", Tone::bad};
  held.frame.exit = true;

  present::TakePaperView take{"证书已打印，请从出纸口取走", "请核对姓名与编号，妥善保管。", "已取走"};
  return {{"preview", preview()},
          {"preview-blocked", blocked},
          {"printing-start", printing(0, 0.05F)},
          {"printing-middle", printing(2, 0.55F)},
          {"printing-held", held},
          {"take-paper", {"take_paper", sample_frame("打印证书", true), take, {}}}};
}

}  // namespace ce::samples
