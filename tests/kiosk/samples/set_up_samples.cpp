// Settings on the screen and the guided set-up, by their own presenter.
#include "kiosk/set_up/read_regions.h"
#include "kiosk/staff_area/present.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {
namespace {

namespace area = staff_area;
using items::ItemId;

area::ItemPage page_of(ItemId id, items::Draft const& draft, std::size_t at) {
  area::ItemPage page{.id = id, .values = items::values_of(id, draft)};
  page.at = at;
  return page;
}

area::ItemPage with(area::ItemPage page, bool good, std::string text) {
  page.verdict = items::Verdict{good, std::move(text), page.at};
  page.anyway = !good;
  return page;
}

struct Scene {
  std::string name;
  area::Stage stage;
  bool guided = false;
  std::size_t step = 0;
};

std::vector<Scene> scenes(items::Draft const& draft) {
  auto key = page_of(ItemId::central, draft, 2);
  key.values[2] = SecretText{std::string(64, 'a')};
  auto lengthy = page_of(ItemId::printer, draft, 0);
  lengthy.values[0] =
      SecretText{"ipps://pantum-p3370dn-third-floor.printers.hrss.example.gov.cn:631/ipp/print"};
  auto numbered = draft;
  numbered.right = "1.5";
  numbered.down = "-0.4";
  auto holiday = with(page_of(ItemId::holidays, draft, 2), false, "最后一天不能早于第一天");
  holiday.values[1] = SecretText{"20270211"};
  holiday.values[2] = SecretText{"20270107"};
  holiday.anyway = false;
  auto spot = page_of(ItemId::touch, draft, 0);
  spot.hits = 2;
  spot.misses = 1;
  auto middle = spot;
  middle.hits = 4;
  return {
      {"set-up-language", page_of(ItemId::language, draft, 0), true, 0},
      {"set-up-scanner", page_of(ItemId::scanner, draft, 0), true, 6},
      {"set-up-scanner-trying", area::Trying{page_of(ItemId::scanner, draft, 1), draft, true}},
      {"set-up-hours-days", page_of(ItemId::hours, draft, 0)},
      {"set-up-hours", page_of(ItemId::hours, draft, 2), true, 12},
      {"set-up-holidays", page_of(ItemId::holidays, draft, 0)},
      {"set-up-holidays-days", holiday},
      {"set-up-learning", page_of(ItemId::learning, draft, 0)},
      {"set-up-place-city", page_of(ItemId::place, draft, 0)},
      {"set-up-place-hall", page_of(ItemId::place, draft, 2), true, 1},
      {"set-up-central", page_of(ItemId::central, draft, 0), true, 2},
      {"set-up-central-refused",
       with(key, false,
            "https://ce.example.gov.cn:8443 不接受本机：核对编号 tianhe-01 和证书（central_refused: 401）"),
       true, 1},
      {"set-up-display", page_of(ItemId::display, draft, 0), true, 2},
      {"set-up-touch", spot, true, 3},
      {"set-up-touch-middle", middle},
      {"set-up-reader", page_of(ItemId::reader, draft, 0), true, 4},
      {"set-up-reader-silent",
       with(page_of(ItemId::reader, draft, 2), false,
            "读卡器没有应答：请看是否插好、通电，再试（reader_absent: /dev/ttyUSB* /dev/ttyACM*）"),
       true, 4},
      {"set-up-printer",
       with(page_of(ItemId::printer, draft, 0), true, "ipp://192.168.1.50:631/ipp/print 奔图 P3370DN"), true,
       5},
      {"set-up-printer-long", lengthy},
      {"set-up-printers",
       area::PrinterList{
           page_of(ItemId::printer, draft, 0),
           std::vector<items::Choice>{{"ipps://pantum-p3370.local:631/ipp/print", "Pantum P3370DN 三楼",
                                       "奔图 P3370DN  ipps://pantum-p3370.local:631/ipp/print"},
                                      {"ipp://192.168.1.50:631/ipp/print", "Kiosk", "另一台"}},
           0}},
      {"set-up-printers-none",
       area::PrinterList{page_of(ItemId::printer, draft, 0), std::vector<items::Choice>{}, 0}},
      {"set-up-paper", page_of(ItemId::paper, draft, 0), true, 6},
      {"set-up-numbers", page_of(ItemId::numbers, draft, 3), true, 7},
      {"set-up-calibration", page_of(ItemId::calibration, numbered, 1), true, 7},
      {"staff-offset", page_of(ItemId::calibration, numbered, 0)},
      {"set-up-sound", page_of(ItemId::sound, draft, 1), true, 8},
      {"set-up-idle", with(page_of(ItemId::idle, draft, 1), false, "再过多少秒退出：应在 20 到 45 之间")},
      {"set-up-pin", page_of(ItemId::pin, draft, 0), true, 13},
      {"set-up-trying", area::Trying{page_of(ItemId::reader, draft, 2), draft, true}},
      {"set-up-saved", area::ItemSavedPage{ItemId::printer}},
      {"set-up-start", area::GuideStart{}, true, 0},
      {"set-up-report", area::GuideReport{}, true, 14},
      {"set-up-report-refused",
       area::GuideReport{2,
                         items::Verdict{false,
                                        "没有写入，配置和以前一样：storage_fault: /etc/ce-kiosk/kiosk.toml: "
                                        "Permission denied。请管理员检查目录的权限和磁盘空间"}},
       true, 14},
  };
}

}  // namespace

items::Draft sample_draft() {
  items::Draft draft;
  auto& s = draft.settings;
  s.location = {"440106", "广州市天河区人力资源和社会保障服务大厅"};
  s.central = {"https://ce.example.gov.cn:8443", "tianhe-01", "/etc/ce-kiosk/kiosk.key", {}, {}};
  s.printer_uri = "ipp://192.168.1.50:631/ipp/print";
  s.display = {476, 268, false};
  s.hours = {hours::Days::weekdays,
             {"09:00-12:00", "14:00-17:00"},
             {"2027-01-01/2027-01-03", "2027-02-05/2027-02-11"},
             {"2027-02-13"}};
  s.paper.blank_prefix = "GD-A-";
  draft.pin = SecretText{"271828"};
  return draft;
}

items::Known sample_known() {
  static auto const regions = std::make_shared<certificate::Regions const>(
      set_up::read_regions(CE_SOURCE_DIR "/config/regions").value());
  return {regions,
          {"/dev/ttyUSB0", "/dev/ttyACM0", "/dev/ttyS0"},
          {"/dev/serial/by-id/usb-Newland_Auto-ID_NLS-FM430_Scanner-if00"},
          sample_draft().settings.hours};
}

std::vector<Sample> set_up_samples() {
  std::vector<Sample> all;
  auto const draft = sample_draft();
  for (auto const& scene : scenes(draft)) {
    area::State state;
    state.stage = scene.stage;
    state.draft = draft;
    state.known = sample_known();
    if (scene.guided) {
      state.guide = area::Guide{};
      state.guide->at = scene.step;
      for (std::size_t i = 0; i < scene.step && i < items::item_count; ++i) {
        state.guide->marks[i] = area::GuideMark{i == 2, i % 2 == 1, {i != 1, i == 1 ? "联系不上" : ""}};
      }
    }
    all.push_back({scene.name, area::present(state, {sample_frame("", false), {}, Tick{}},
                                             shipped_vocabulary().chinese)});
  }
  return all;
}

}  // namespace ce::samples
