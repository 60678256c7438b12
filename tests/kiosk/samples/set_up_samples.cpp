// Settings on the screen and the guided set-up, by their own presenter.
#include "kiosk/set_up/read_regions.h"
#include "kiosk/staff_area/present.h"
#include "kiosk/staff_area/step.h"
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

/// As after a test or a check; what answers may be kept though it said no.
area::ItemPage with(area::ItemPage page, bool good, std::string text) {
  page.verdict = items::Verdict{good, std::move(text), page.at};
  page.proven = good;
  page.anyway = !good && items::of(page.id).tested;
  return page;
}

area::ItemPage touched(items::Draft const& draft, int hits) {
  auto page = page_of(ItemId::touch, draft, 0);
  page.hits = hits;
  page.misses = 1;
  return page;
}

enum class Way : std::uint8_t { settings, guide };

struct Scene {
  std::string name;
  area::Stage stage;
  Way way = Way::settings;
  bool numbered = false;
  bool refused = false;  // central said no, and its address was kept all the same
};

std::vector<Scene> first_scenes(items::Draft const& draft) {
  auto key = page_of(ItemId::central, draft, 2);
  key.values[2] = SecretText{std::string(64, 'a')};
  return {
      {"set-up-start", area::GuideStart{}, Way::guide},
      {"set-up-language", page_of(ItemId::language, draft, 0), Way::guide},
      {"set-up-place-city", page_of(ItemId::place, draft, 0)},
      {"set-up-place-hall", page_of(ItemId::place, draft, 2), Way::guide},
      {"set-up-central", page_of(ItemId::central, draft, 0), Way::guide},
      {"set-up-central-refused",
       with(key, false,
            "https://ce.example.gov.cn:8443 不接受本机：核对编号 tianhe-01 和密钥（central_refused: 401）"),
       Way::guide},
      {"set-up-central-silent",
       with(key, false,
            "联系不上：请看网线是否插好、地址是否写对，再试（https://ce.example.gov.cn:8443：Could not "
            "connect to "
            "server）"),
       Way::guide},
      {"set-up-display", page_of(ItemId::display, draft, 0), Way::guide},
      {"set-up-touch", touched(draft, 2), Way::guide},
      {"set-up-touch-middle", touched(draft, 4)},
      {"set-up-reader", page_of(ItemId::reader, draft, 0), Way::guide},
      {"set-up-reader-silent",
       with(page_of(ItemId::reader, draft, 2), false,
            "读卡器没有应答：请看是否插好、通电，再试（no device matches /dev/ttyUSB* /dev/ttyACM*）"),
       Way::guide},
      {"set-up-trying", area::Trying{page_of(ItemId::reader, draft, 2), draft, true}, Way::guide},
      {"set-up-central-trying", area::Trying{page_of(ItemId::central, draft, 2), draft, true}, Way::guide},
      {"set-up-printer-trying", area::Trying{page_of(ItemId::printer, draft, 0), draft, true}},
      {"set-up-scanner", page_of(ItemId::scanner, draft, 0), Way::guide},
      {"set-up-scanner-trying", area::Trying{page_of(ItemId::scanner, draft, 1), draft, true}},
  };
}

std::vector<Scene> printer_scenes(items::Draft const& draft) {
  auto lengthy = page_of(ItemId::printer, draft, 0);
  lengthy.values[0] =
      SecretText{"ipps://pantum-p3370dn-third-floor.printers.hrss.example.gov.cn:631/ipp/print"};
  auto numbered = draft;
  numbered.right = "1.5";
  numbered.down = "-0.4";
  return {
      {"set-up-printer",
       with(page_of(ItemId::printer, draft, 0), true, "ipp://192.168.1.50:631/ipp/print 奔图 P3370DN"),
       Way::guide},
      {"set-up-printer-silent",
       with(page_of(ItemId::printer, draft, 0), false,
            "没有应答：请看打印机是否开机、网线是否插好、地址是否写对，再试（ipp://192.168.1.50:631/ipp/"
            "print: "
            "Connection refused; check power, cable and address）"),
       Way::guide},
      {"set-up-printer-long", lengthy},
      {"set-up-printers",
       area::PrinterList{
           page_of(ItemId::printer, draft, 0),
           std::vector<items::Choice>{
               {"ipps://pantum-p3370.local:631/ipp/print", "Pantum P3370DN 三楼",
                "奔图 P3370DN  ipps://pantum-p3370.local:631/ipp/print"},
               {"ipp://192.168.1.50:631/ipp/print", "Kiosk", "ipp://192.168.1.50:631/ipp/print"}},
           0}},
      {"set-up-printers-looking", area::PrinterList{page_of(ItemId::printer, draft, 0), std::nullopt, 0}},
      {"set-up-printers-none",
       area::PrinterList{page_of(ItemId::printer, draft, 0), std::vector<items::Choice>{}, 0}},
      {"set-up-paper", page_of(ItemId::paper, draft, 0), Way::guide},
      {"set-up-numbers", page_of(ItemId::numbers, draft, 3), Way::guide},
      {"set-up-calibration", page_of(ItemId::calibration, numbered, 1), Way::guide, true},
      {"staff-offset", page_of(ItemId::calibration, numbered, 0), Way::settings, true},
  };
}

std::vector<Scene> last_scenes(items::Draft const& draft) {
  auto holiday = with(page_of(ItemId::holidays, draft, 2), false, "最后一天不能早于第一天");
  holiday.values[1] = SecretText{"20270211"};
  holiday.values[2] = SecretText{"20270107"};
  return {
      {"set-up-sound", page_of(ItemId::sound, draft, 1), Way::guide},
      {"set-up-idle", with(page_of(ItemId::idle, draft, 1), false, "再过多少秒退出：应在 20 到 45 之间")},
      {"set-up-hours-days", page_of(ItemId::hours, draft, 0)},
      {"set-up-hours", page_of(ItemId::hours, draft, 2), Way::guide},
      {"set-up-holidays", page_of(ItemId::holidays, draft, 0)},
      {"set-up-holidays-days", holiday},
      {"set-up-learning", page_of(ItemId::learning, draft, 0)},
      {"set-up-pin", page_of(ItemId::pin, draft, 0), Way::guide},
      {"set-up-saved", area::ItemSavedPage{ItemId::printer}},
      {"set-up-report", area::GuideReport{}, Way::guide, false, true},
      {"set-up-report-refused",
       area::GuideReport{2,
                         items::Verdict{false,
                                        "没有写入，配置和以前一样：storage_fault: /etc/ce-kiosk/kiosk.toml: "
                                        "Permission denied。请管理员检查目录的权限和磁盘空间"}},
       Way::guide},
  };
}

/// What became of that item on a way where all went as it mostly does: somebody had no scanner at hand.
area::GuideMark mark_of(ItemId id, bool refused) {
  if (id == ItemId::scanner) return {true, false, {}};
  if (id == ItemId::touch) return {false, true, {true, "五处都点中了"}};
  bool const tested = items::of(id).tested && id != ItemId::sound;
  if (id == ItemId::central && refused) return {false, true, {false, "联系不上"}};
  return {false, tested, {true, {}}};
}

/// As far on the way as that page says: what lies behind it is done with.
area::Guide guide_at(area::Stage const& stage, items::Draft const& draft, bool refused) {
  area::Guide guide;
  auto const path = area::guide_path(draft);
  guide.at = path.size();
  if (std::holds_alternative<area::GuideStart>(stage)) guide.at = 0;
  auto const* page = std::get_if<area::ItemPage>(&stage);
  if (auto const* trying = std::get_if<area::Trying>(&stage)) page = &trying->page;
  for (std::size_t i = 0; page != nullptr && i < path.size(); ++i) {
    if (path[i] == page->id) guide.at = i;
  }
  for (std::size_t i = 0; i < guide.at; ++i) {
    guide.marks[static_cast<std::size_t>(path[i])] = mark_of(path[i], refused);
  }
  return guide;
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
  for (auto const& scenes : {first_scenes(draft), printer_scenes(draft), last_scenes(draft)}) {
    for (auto const& scene : scenes) {
      area::State state;
      state.stage = scene.stage;
      state.draft = draft;
      state.draft->settings.paper.preprinted = state.numbered = scene.numbered;
      state.known = sample_known();
      if (scene.way == Way::guide) state.guide = guide_at(scene.stage, *state.draft, scene.refused);
      all.push_back(
          {scene.name, area::present(state, {staff_frame(), {}, Tick{}}, shipped_vocabulary().chinese)});
    }
  }
  return all;
}

}  // namespace ce::samples
