#include "kiosk/notice/page.h"

namespace ce::notice {

std::vector<Line> page(std::string const& reason, int minutes) {
  std::vector<Line> lines{
      {Style::title, "暂停服务"},
      {Style::words, "本机暂时不能使用，请到服务台办理，或使用其他自助终端。"},
      {Style::words, "Out of service. Please go to the service desk or use another kiosk."},
      {Style::staff, "工作人员请看："},
      {Style::staff,
       "本机没有能正常启动，" + std::to_string(minutes) + " 分钟后自动再试，也可以按下面的键。"},
      {Style::staff,
       "仍然不行时，请检查读卡器、打印机和网线，关机后再开机；还不行就联系运维人员，把下面的原因告诉他们。"},
  };
  lines.push_back({Style::reason, reason.empty() ? "原因未知，运维人员可查看系统日志：journalctl -u ce-kiosk"
                                                 : "原因：" + reason});
  return lines;
}

}  // namespace ce::notice
