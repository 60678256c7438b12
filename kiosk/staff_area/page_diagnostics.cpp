// What staff take to the operator on a USB stick.
#include "kiosk/staff_area/pages.h"

namespace ce::staff_area {

using present::StaffPageView;
using present::StaffSign;
using session::StaffKey;

StaffPageView diagnostics_page() {
  StaffPageView view;
  view.headline = "把诊断文件写入 U 盘";
  view.sentences = {
      "运维人员远程看不到本机时，凭这个文件查原因。里面有日志、配置、版本和设备状况，没有姓名、证件号码、密钥"
      "和"
      "密码；文件已加密，只有运维人员能打开。",
      "请插入一个 FAT32 或 exFAT 格式的 U 盘，等几秒，再按“写入 U 盘”。写完之前不要拔。"};
  view.keys = {{.id = "save",
                .label = "写入 U 盘",
                .sign = StaffSign::yes,
                .touch = {StaffKey::confirm},
                .main = true}};
  return view;
}

StaffPageView saving_page(Saving const& page) {
  StaffPageView view;
  view.way = page.at.done;
  view.headline = page.at.doing.empty() ? "正在准备" : page.at.doing;
  view.sentences = {"慢的 U 盘可能要几分钟，请不要拔。"};
  return view;
}

}  // namespace ce::staff_area
