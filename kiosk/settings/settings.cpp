#include "kiosk/settings/settings.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "kiosk/settings/read_hours.h"
#include "kiosk/settings/read_scanner.h"
#include "shared/config_file/config_file.h"
#include "shared/kiosk_items/items.h"

namespace ce::settings {
namespace {

using config_file::Section;

constexpr auto cache_policies = std::to_array<std::string_view>({"nobody", "seen", "region"});

constexpr std::size_t longest_site = 100;  // as a QR code that a telephone reads from a screen

constexpr auto drawing_choices = std::to_array<std::string_view>({"auto", "opengl", "processor"});
constexpr auto voice_choices = std::to_array<std::string_view>({"never", "elder", "always"});

// A key without a default.
void demand(Section& section, std::string_view key, bool given) {
  if (!given) section.fail(key, FailureCode::config_value_invalid, "必须填写");
}

void read_location(Section section, Location& location) {
  section.read("region", location.region);
  section.read("hall", location.hall);
  bool const digits = std::all_of(location.region.begin(), location.region.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  if (location.region.size() != 6 || !digits) {
    section.fail("region", FailureCode::config_value_invalid, "应为 6 位行政区划代码，如 \"440106\"");
  }
  demand(section, "hall", !location.hall.empty());
  section.finish();
}

// In the order of their names below.
constexpr std::array tpm_uses{tpm::Use::when_there, tpm::Use::never, tpm::Use::required};

void read_central(Section section, CentralLink& central) {
  section.read("url", central.url);
  section.read("kiosk_id", central.kiosk_id);
  section.read("key_file", central.key_file);
  section.read("ca_file", central.ca_file);
  auto use = static_cast<std::size_t>(central.tpm);
  section.read("tpm", {"when_there", "never", "required"}, use);
  central.tpm = tpm_uses.at(use);
  demand(section, "url", !central.url.empty());
  demand(section, "kiosk_id", !central.kiosk_id.empty());
  section.finish();
}

void read_display(Section section, Display& display) {
  section.read("width_mm", 0, 5000, display.width_mm);
  section.read("height_mm", 0, 5000, display.height_mm);
  std::size_t language = display.english ? 1 : 0;
  section.read("language", {"zh", "en"}, language);
  display.english = language == 1;
  section.read("drift_minutes", 0, 1440, display.drift_minutes);
  std::size_t drawing = 0;
  section.read("drawing", {"auto", "opengl", "processor"}, drawing);
  display.drawing = drawing_choices.at(drawing);
  auto const sane = [](std::int64_t mm) { return mm == 0 || mm >= 100; };
  if (!sane(display.width_mm)) {
    section.fail("width_mm", FailureCode::config_value_invalid, "应为 100 到 5000 毫米，或为 0（问显示器）");
  }
  if (!sane(display.height_mm) || (display.width_mm == 0) != (display.height_mm == 0)) {
    section.fail("height_mm", FailureCode::config_value_invalid,
                 "应为 100 到 5000 毫米；宽和高要一起填写，或都为 0（问显示器）");
  }
  section.finish();
}

void read_reader(Section section, Reader& reader) {
  std::size_t probe = reader.presence_by_reset ? 1 : 0;
  section.read("devices", reader.devices);
  section.read("baud", 9600, 115200, reader.baud);
  section.read("presence_probe", {"none", "reset"}, probe);
  reader.presence_by_reset = probe == 1;
  if (reader.devices.empty()) section.fail("devices", FailureCode::config_value_invalid, "至少填写一个设备");
  section.finish();
}

void read_paper(Section section, Paper& paper) {
  std::size_t mode = 0;
  section.read("mode", {"plain", "preprinted"}, mode);
  paper.preprinted = mode == 1;
  section.read("warn_left", 0, 100'000, paper.warn_left);
  section.read("blank_prefix", paper.blank_prefix);
  section.read("digits", 4, 12, paper.digits);
  section.read("first", 1, 999'999'999'999, paper.first);
  section.read("last", 1, 999'999'999'999, paper.last);
  if (paper.last < paper.first)
    section.fail("last", FailureCode::config_value_invalid, "不能小于第一号（first）");
  section.finish();
}

void read_idle(Section section, Idle& idle) {
  auto const& fields = kiosk_items::find("idle")->fields;  // the ranges that central's form has too
  section.read("idle_seconds", fields[0].least, fields[0].most, idle.idle_seconds);
  section.read("countdown_seconds", fields[1].least, fields[1].most, idle.countdown_seconds);
  section.read("take_card_seconds", fields[2].least, fields[2].most, idle.take_card_seconds);
  section.finish();
}

void read_learning(Section section, Learning& learning) {
  section.read("site", learning.site);
  auto const& site = learning.site;
  bool const web = site.starts_with("http://") || site.starts_with("https://");
  bool const plain = std::all_of(site.begin(), site.end(), [](char c) { return c > ' ' && c < 0x7f; });
  if (!site.empty() && (!web || !plain || site.size() > longest_site)) {
    section.fail("site", FailureCode::config_value_invalid,
                 "应为 http:// 或 https:// 开头的网址，不超过 100 个字符，不含汉字和空格；空为不显示");
  }
  section.finish();
}

void read_voice(Section section, Voice& voice) {
  std::size_t speaks = 1;
  section.read("speaks", {"never", "elder", "always"}, speaks);
  voice.speaks = voice_choices.at(speaks);
  section.read("volume", 1, 5, voice.volume);
  section.read("device", voice.device);
  section.read("recordings", voice.recordings);
  demand(section, "device", !voice.device.empty());
  section.finish();
}

void read_headset(Section section, Headset& headset) {
  std::set<std::string> seen;
  for (auto const& [name, key] :
       {std::pair{"next", &headset.next}, std::pair{"back", &headset.back},
        std::pair{"choose", &headset.choose}, std::pair{"repeat", &headset.repeat}}) {
    section.read(name, *key);
    if (key->empty()) continue;
    if (std::find(headset_keys.begin(), headset_keys.end(), *key) == headset_keys.end()) {
      section.fail(name, FailureCode::config_value_invalid,
                   "没有这个键；可用 F1-F24、Left、Right、Up、Down 等");
    } else if (!seen.insert(*key).second) {
      section.fail(name, FailureCode::config_value_invalid, "与另一项用了同一个键");
    }
  }
  section.finish();
}

// In the order of StaffCards.
constexpr auto card_words = std::to_array<char const*>({"off", "alone", "with_pin"});

void read_staff(Section section, StaffArea& staff) {
  auto card = static_cast<std::size_t>(staff.card);
  section.read("card", {card_words[0], card_words[1], card_words[2]}, card);
  staff.card = static_cast<StaffCards>(card);
  section.read("idle_seconds", 30, 600, staff.idle_seconds);
  section.read("power_off", staff.power_off);
  if (staff.power_off.empty()) section.fail("power_off", FailureCode::config_value_invalid, "至少填写命令");
  section.finish();
}

void read_diagnostics(Section section, Diagnostics& diagnostics) {
  section.read("certificate", diagnostics.certificate);
  section.read("volumes", diagnostics.volumes);
  if (diagnostics.volumes.empty()) section.fail("volumes", FailureCode::config_value_invalid, "至少填写一处");
  section.finish();
}

void read_testing(Section section, Testing& testing, bool allowed) {
  section.read("targets_file", testing.targets_file);
  section.read("die_after", testing.die_after);
  section.read("training_seconds", 1, 600, testing.training_seconds);
  bool const hurried = testing.training_seconds != Testing{}.training_seconds;
  if (!allowed && (!testing.targets_file.empty() || !testing.die_after.empty() || hurried)) {
    section.fail(testing.targets_file.empty() ? "die_after" : "targets_file",
                 FailureCode::config_value_invalid, "正式安装的程序不接受 [testing]，请删去这一节");
  }
  bool const known = testing.die_after.empty() || std::find(print_steps.begin(), print_steps.end(),
                                                            testing.die_after) != print_steps.end();
  if (!known) section.fail("die_after", FailureCode::config_value_invalid, "没有这个步骤");
  section.finish();
}

}  // namespace

std::string word_of(StaffCards cards) {
  return card_words.at(static_cast<std::size_t>(cards));
}

Settings read_sections(config_file::ConfigFile& config, bool allow_testing, Extent extent) {
  Settings settings;
  auto const due = [&](std::string_view section) { return extent == Extent::whole || config.has(section); };
  if (extent == Extent::begun) {
    settings.storage = "/var/lib/ce-kiosk";
    settings.assets = "/usr/share/ce-kiosk/assets";
  }
  if (due("location")) read_location(config.section("location"), settings.location);
  if (due("central")) read_central(config.section("central"), settings.central);
  read_display(config.section("display"), settings.display);
  read_reader(config.section("reader"), settings.reader);
  read_scanner(config.section("scanner"), settings.reader, settings.scanner);
  if (due("printer")) {
    auto printer = config.section("printer");
    printer.read("uri", settings.printer_uri);
    bool const ipp =
        settings.printer_uri.starts_with("ipp://") || settings.printer_uri.starts_with("ipps://");
    if (!ipp) {
      printer.fail("uri", FailureCode::config_value_invalid, "必须填写，以 ipp:// 或 ipps:// 开头");
    }
    printer.finish();
  }
  read_paper(config.section("paper"), settings.paper);
  read_idle(config.section("idle"), settings.idle);
  read_learning(config.section("learning"), settings.learning);
  read_voice(config.section("voice"), settings.voice);
  read_headset(config.section("headset"), settings.headset);
  auto cache = config.section("cache");
  std::size_t policy = cache_policies.size() - 1;
  cache.read("policy", {"nobody", "seen", "region"}, policy);
  settings.cache.policy = cache_policies.at(policy);
  cache.read("days", 0, 3660, settings.cache.days);
  cache.read("people", 0, 10'000'000, settings.cache.people);
  cache.read("region_megabytes", 1, 1'000'000, settings.cache.region_megabytes);
  cache.finish();
  read_staff(config.section("staff"), settings.staff);
  read_hours(config.section("hours"), settings.hours);
  read_diagnostics(config.section("diagnostics"), settings.diagnostics);
  auto storage = config.section("storage");
  storage.read("directory", settings.storage);
  demand(storage, "directory", !settings.storage.empty());
  storage.read("delivered_days", 30, 3660, settings.delivered_days);
  storage.finish();
  settings.central.identity = settings.storage / "identity";
  auto assets = config.section("assets");
  assets.read("directory", settings.assets);
  demand(assets, "directory", !settings.assets.empty());
  assets.read("regions", settings.regions);
  assets.finish();
  auto log = config.section("log");
  log.read("file", settings.log_file);
  log.finish();
  read_testing(config.section("testing"), settings.testing, allow_testing);
  if (settings.voice.recordings.empty()) settings.voice.recordings = settings.assets / "voice";
  if (settings.regions.empty()) settings.regions = settings.assets / "regions";
  return settings;
}

Result<std::optional<Settings>> read_begun(std::filesystem::path const& file, bool allow_testing) {
  auto config = config_file::ConfigFile::parse(file);
  // A path that leads nowhere is a mistake of whoever started it, no new machine.
  if (!config && config.failure().code == FailureCode::config_missing) return std::optional<Settings>{};
  if (!config) return config.failure();
  if (config->has("location") || config->has("central")) return std::optional<Settings>{};
  auto settings = read_sections(*config, allow_testing, Extent::begun);
  CE_CHECK(config->finish());
  return std::optional{std::move(settings)};
}

Result<void> check(Settings const& settings, std::filesystem::path const& file, Extent extent) {
  CE_TRY(auto config, config_file::ConfigFile::parse_text(write_settings(settings), file));
  (void)read_sections(config, true, extent);
  return config.finish();
}

Result<Settings> read_settings(std::filesystem::path const& file, bool allow_testing) {
  CE_TRY(auto config, config_file::ConfigFile::parse(file));
  auto settings = read_sections(config, allow_testing);
  CE_CHECK(config.finish());
  return settings;
}

}  // namespace ce::settings
