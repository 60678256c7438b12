// What the kiosk is set up with: seen, tried, judged, written.
#include <sstream>

#include "kiosk/drivers/printer/ipp_printer.h"
#include "kiosk/drivers/printer/printer_search.h"
#include "kiosk/drivers/serial/device_search.h"
#include "kiosk/set_up/read_regions.h"
#include "kiosk/set_up/try_out.h"
#include "kiosk/set_up/write.h"
#include "kiosk/staff_desk/report_sheet.h"
#include "kiosk/staff_desk/staff_desk.h"

namespace ce::staff_desk {

using namespace staff_area;
using items::ItemId;
using items::Verdict;

namespace {

constexpr std::chrono::milliseconds searching{3000};
constexpr std::chrono::seconds somebody_within{20};
constexpr std::size_t longest_detail = 200;  // bytes; protocol::longest_void_reason allows a little more

drivers::IppPrinter printer_of(items::Draft const& draft) {
  drivers::IppPrinterOptions options;
  options.uri = draft.settings.printer_uri;
  return drivers::IppPrinter{options};
}

Verdict not_written(Failure const& failure) {
  return {false, "没有写入，配置和以前一样：" + describe(failure) + "。请管理员检查目录的权限和磁盘空间"};
}

}  // namespace

settings::Extent StaffDesk::extent() const {
  return parts_.set_up.begun ? settings::Extent::begun : settings::Extent::whole;
}

Answer StaffDesk::answer(SeeSettings const& /*ask*/) {
  auto const& parts = parts_.set_up;
  SettingsSeen seen;
  if (parts.begun) {
    seen.draft.settings = *parts.begun;
  } else {
    auto read = settings::read_settings(parts.config, parts.allow_testing);
    if (!read) return Told{false, read.failure().detail};
    seen.draft.settings = std::move(read).value();
  }
  seen.known.hours = seen.draft.settings.hours;
  auto regions = set_up::read_regions(seen.draft.settings.regions);
  if (regions) {
    seen.known.regions = std::make_shared<certificate::Regions const>(std::move(regions).value());
  } else {
    (void)failed(regions.failure());
  }
  seen.known.named_devices = drivers::find_devices({"/dev/serial/by-id/*"});
  seen.known.devices = drivers::find_devices({"/dev/ttyUSB*", "/dev/ttyACM*", "/dev/ttyS?"});
  return seen;
}

Answer StaffDesk::answer(TryItem const& ask) {
  if (auto const sound = set_up::check(ask.draft, parts_.set_up.config, extent()); !sound) {
    return ItemTried{items::complaint(ask.id, sound.failure()), false};
  }
  auto const& s = ask.draft.settings;
  switch (ask.id) {
    case ItemId::central:
      return try_behind(
          [link = s.central, key = ask.draft.kiosk_key] { return set_up::try_central(link, key); });
    case ItemId::printer:
      return try_behind([uri = s.printer_uri] { return set_up::try_printer(uri); });
    case ItemId::reader:
    case ItemId::scanner: {
      set_up::Patience const patience{somebody_within, [this] { return gives_up(); }};
      parts_.set_up.lend(true);
      auto verdict = ask.id == ItemId::reader ? set_up::try_reader(s.reader, patience)
                                              : set_up::try_scanner(s.scanner, patience);
      parts_.set_up.lend(false);
      return ItemTried{std::move(verdict)};
    }
    case ItemId::sound:
      return ItemTried{parts_.set_up.say(static_cast<int>(s.voice.volume))
                           ? Verdict{true, "正在播报一句话：站在屏幕前一臂处应听得清楚"}
                           : Verdict{false, "没有找到声音设备：请看音箱或声卡是否接好；没有声音也可以服务"}};
    default:
      return ItemTried{Verdict{true, {}}};
  }
}

ItemTried StaffDesk::try_behind(std::function<Verdict()> call) {
  auto said = behind_.ask(std::move(call), [this] { return gives_up(); });
  return {said ? std::move(*said) : Verdict{false, "测试没有做完就停止了：可以再按“测试”"}};
}

/// An enrolment whose test was given up may be under way still; to write may enrol as well.
void StaffDesk::await_behind() {
  (void)behind_.ask([] { return Verdict{true, {}}; }, [this] { return worker_.stopping(); });
}

Answer StaffDesk::answer(FindPrinters const& /*ask*/) {
  PrintersFound found;
  for (auto& one : drivers::find_printers(searching)) {
    found.list.push_back({one.uri, one.name, one.make.empty() ? one.uri : one.make + "  " + one.uri});
  }
  return found;
}

/// A range that meets numbers of another would keep the kiosk from starting.
Result<void> StaffDesk::fits(SaveItem const& ask) const {
  CE_CHECK(set_up::check(ask.draft, parts_.set_up.config, extent()));
  auto const& paper = ask.draft.settings.paper;
  bool const numbers = ask.id == ItemId::paper || ask.id == ItemId::numbers;
  if (!numbers || paper.preprinted) return {};
  journal::PaperRange const range{paper.blank_prefix, static_cast<int>(paper.digits), paper.first,
                                  paper.last};
  if (parts_.work.journal != nullptr) return parts_.work.journal->could_load(range);
  // A machine whose configuration was lost may have its ledger still.
  auto const ledger = ask.draft.settings.storage / "journal.db";
  std::error_code error;
  if (!std::filesystem::exists(ledger, error)) return journal::check(range);
  CE_TRY(auto const kept, journal::Journal::open(ledger, std::nullopt, *parts_.machine, *parts_.logger));
  return kept.could_load(range);
}

Answer StaffDesk::answer(SaveItem const& ask) {
  if (auto const sound = fits(ask); !sound) return ItemSaved{items::complaint(ask.id, sound.failure())};
  if (ask.id == ItemId::calibration) {
    staff::Order order;
    order.right = ask.draft.right;
    order.down = ask.draft.down;
    return ItemSaved{calibrate(ask.draft, std::move(order))};
  }
  if (!ask.write) return ItemSaved{Verdict{true, {}}};
  if (ask.id == ItemId::central) await_behind();
  if (auto const written = set_up::write(ask.draft, parts_.set_up.config); !written) {
    return ItemSaved{not_written(written.failure())};
  }
  auto const& item = items::of(ask.id);
  parts_.logger->event(log::Event::settings_changed, {{"item", std::string{item.code}}});
  auto detail = std::string{item.name} + "：" + items::summary(ask.id, ask.draft, {});
  if (detail.size() > longest_detail) detail = item.name;
  tell_central(protocol::NoteKind::settings_changed, detail);
  return ItemSaved{Verdict{true, {}}};
}

/// By the command line's function, on the printer of that draft. In the guided set-up it may be another than
/// the kiosk's, or the kiosk has none.
Verdict StaffDesk::calibrate(items::Draft const& draft, staff::Order order) const {
  auto printer = printer_of(draft);
  auto offsets = parts_.set_up.offsets(draft.settings);
  std::ostringstream said;
  auto work = parts_.work;
  work.printer = &printer;
  work.offsets = &offsets;
  work.out = &said;
  order.task = staff::Task::calibrate;
  auto const done = staff::run(order, work);
  return done ? Verdict{true, said.str()} : Verdict{false, failed(done.failure()).text};
}

Answer StaffDesk::answer(PrintPage const& ask) {
  staff::Order order;
  order.print_page = true;
  auto const done = calibrate(ask.draft, std::move(order));
  if (!done.good) return ItemTried{Verdict{false, "没有打印：" + done.text}};
  return ItemTried{Verdict{true, "已送到打印机，请看出纸口"}};
}

Answer StaffDesk::answer(PrintReport const& ask) {
  auto const sheet = report_sheet(ask.draft, ask.lines, parts_.version, parts_.machine->now());
  if (!sheet) return failed(sheet.failure());
  auto const sent = printer_of(ask.draft).submit(*sheet, "ce-set-up-" + EntryId::make().text());
  if (!sent) return failed(sent.failure());
  return Told{true, "报告已送到打印机，请看出纸口"};
}

Answer StaffDesk::answer(WriteGuide const& ask) {
  if (auto const sound = set_up::check(ask.draft, parts_.set_up.config, settings::Extent::whole); !sound) {
    return GuideWritten{Verdict{false, "还不能写入：" + sound.failure().detail + "。请点那一项改正"}};
  }
  await_behind();
  auto const written = set_up::write(ask.draft, parts_.set_up.config);
  if (!written) return GuideWritten{not_written(written.failure())};
  return GuideWritten{Verdict{true, {}}};
}

}  // namespace ce::staff_desk
