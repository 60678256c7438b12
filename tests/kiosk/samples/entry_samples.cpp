#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {
namespace {

present::EntryView keypad(std::string headline) {
  present::EntryView v;
  v.headline = std::move(headline);
  v.erase_label = "退格";
  v.clear_label = "清空";
  v.confirm_label = "确定";
  return v;
}

present::View entry(std::string screen, std::string title, present::EntryView view) {
  auto frame = sample_frame(std::move(title), true);
  frame.privacy_hint = "请注意遮挡，保护个人信息";
  return {std::move(screen), std::move(frame), std::move(view), {}};
}

}  // namespace

std::vector<Sample> entry_samples() {
  auto empty = keypad("请输入身份证号码");
  empty.letter_x = true;
  empty.fields = {{"身份证号码", "", "18 位号码，末位可为 X", true}, {"查询密码", "", "6 位数字", false}};

  auto typed = empty;
  typed.fields[0].shown = "440524 18800101 001";

  auto password = keypad("请输入查询密码");
  password.fields = {{"身份证号码", "440524 ******** 0014", "", false},
                     {"查询密码", "●●●●●●", "6 位数字", true}};
  password.can_confirm = true;

  auto wrong = empty;
  wrong.fields[0].shown = "440524 18800101 0015";
  wrong.complaint = {"号码校验位不正确，请对照身份证逐位检查后重新输入", present::Tone::bad};
  wrong.can_confirm = true;

  auto number = keypad("请输入证书编号");
  number.fields = {{"证书编号", "4401 06 26 000", "14 位数字，印在证书右上角", true}};

  return {{"entry-empty", entry("number_entry", "身份证号查询", empty)},
          {"entry-typed", entry("number_entry", "身份证号查询", typed)},
          {"entry-password", entry("number_entry", "身份证号查询", password)},
          {"entry-wrong", entry("number_entry", "身份证号查询", wrong)},
          {"entry-certificate", entry("verify_entry", "证书核验", number)}};
}

}  // namespace ce::samples
