#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {
namespace {

present::View home() {
  present::HomeView v;
  v.headline = "请将身份证放在读卡区";
  v.subline = "查询继续教育学时，打印年度证书";
  v.number_label = "输入身份证号";
  v.number_hint = "未带身份证，用号码和查询密码办理";
  v.verify_label = "核验证书";
  v.verify_hint = "输入证书编号，查验证书真伪";
  v.steps = {"放身份证", "查看进度", "打印证书", "取走证书和证件"};
  return {"home", sample_frame("继续教育证书自助服务", false), v, {}};
}

}  // namespace

std::vector<Sample> home_samples() {
  std::vector<Sample> all{{"home", home()}};

  auto offline = home();
  offline.frame.line = {"暂时离线", present::Tone::notice};
  std::get<present::HomeView>(offline.body).notice = {
      "网络暂时中断：可查看本机已有的数据，打印结果联网后自动上报", present::Tone::notice};
  all.push_back({"home-offline", offline});

  auto broken = home();
  auto& view = std::get<present::HomeView>(broken.body);
  view.reader_ok = false;
  view.headline = "读卡器暂不可用";
  view.subline = "请输入身份证号办理，或到服务窗口";
  view.notice = {"打印机缺纸，暂时不能打印证书，工作人员正在处理", present::Tone::bad};
  all.push_back({"home-broken", broken});

  auto const waiting = [&all](std::string const& name, std::string first, std::string second) {
    present::WaitingView const text{std::move(first), std::move(second)};
    all.push_back({name, {name, sample_frame("年度学习进度", true), text, {}}});
  };
  waiting("waiting-card", "正在读取身份证", "请勿移动身份证");
  waiting("waiting-search", "正在查询您的学习记录", "一般只需要几秒钟");
  return all;
}

}  // namespace ce::samples
