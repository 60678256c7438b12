#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/hours/hours.h"
#include "shared/base/result.h"
#include "shared/tpm/tpm.h"

namespace ce::config_file {
class ConfigFile;
}

namespace ce::settings {

/// What hall staff configure; config/kiosk.toml explains every key. Defaults stand here.
struct Location {
  std::string region;  // GB/T 2260, six digits
  std::string hall;    // shown on every screen
};

struct CentralLink {
  std::string url;
  std::string kiosk_id;
  std::filesystem::path key_file;  // empty: the kiosk has a certificate
  std::filesystem::path ca_file;
  std::filesystem::path identity;  // directory of key and certificate, in that of the storage; not configured
  tpm::Use tpm = tpm::Use::when_there;  // where the next key is to live
};

/// The glass itself, with a ruler: fingers and eyes are measured in millimetres.
struct Display {
  std::int64_t width_mm = 0;  // 0: the monitor is asked
  std::int64_t height_mm = 0;
  bool english = false;            // what a visit begins in; each visitor may switch
  std::int64_t drift_minutes = 4;  // a screen that nobody uses moves by a hair so often; 0: never
  std::string drawing = "auto";    // who draws: auto, opengl or processor
};

struct Reader {
  std::vector<std::string> devices{"/dev/ttyUSB*", "/dev/ttyACM*"};
  std::int64_t baud = 115200;
  bool presence_by_reset = false;
};

/// A code scanner on a serial line, beside those that pose as a keyboard and need no setting.
struct Scanner {
  std::vector<std::string> devices;  // none: there is no such scanner
  std::int64_t baud = 9600;
};

struct Paper {
  bool preprinted = false;      // numbered blanks with the form on them: only the variable parts are printed
  std::int64_t warn_left = 50;  // staff are warned when so many numbers are left
  std::string blank_prefix;
  std::int64_t digits = 8;
  std::int64_t first = 1;
  std::int64_t last = 99'999'999;
};

struct Idle {
  std::int64_t idle_seconds = 60;
  std::int64_t countdown_seconds = 20;
  std::int64_t take_card_seconds = 60;
};

/// Where people are sent to learn on.
struct Learning {
  std::string site = "http://www.gdsjxjy.com/";  // the regulation's annex; empty: no site is shown
};

/// Voice prompts.
struct Voice {
  std::string speaks = "elder";  // never, elder or always
  std::int64_t volume = 4;       // 1-5
  std::string device = "default";
  std::filesystem::path recordings;  // empty: <assets>/voice
};

/// What the keypad of a headset sends.
struct Headset {
  std::string next = "F13";
  std::string back = "F14";
  std::string choose = "F15";
  std::string repeat = "F16";
};

/// The most that this kiosk keeps; central may set less (protocol::ConfigChange).
struct CacheLimits {
  std::string policy = "region";  // nobody, seen or region
  std::int64_t days = 30;
  std::int64_t people = 20'000;          // of those seen here
  std::int64_t region_megabytes = 1024;  // of the region's copy; twice that while a new one is fetched
};

/// What a staff card opens; see kiosk/staff/door_keeper.h.
enum class StaffCards : std::uint8_t { off, alone, with_pin };

/// The staff's area on the screen.
struct StaffArea {
  StaffCards card = StaffCards::off;  // a photograph of a card opens as the card does: the hall decides
  std::int64_t idle_seconds = 120;
  std::vector<std::string> power_off{"systemctl", "poweroff"};  // a command and its words
};

/// What staff take to the operator on a USB stick; see kiosk/diagnostics.
struct Diagnostics {
  std::filesystem::path certificate;  // whose key opens it; empty: there is none to be had
  std::vector<std::string> volumes{"/run/ce-kiosk-usb", "/media/*", "/media/*/*", "/run/media/*/*"};
};

/// Only for tests and demonstrations; refused by a packaged program.
struct Testing {
  std::filesystem::path targets_file;   // what can be pressed, written whenever it changes
  std::string die_after;                // kills the program right after that step of a print
  std::int64_t training_seconds = 600;  // without a touch, then training ends
};

struct Settings {
  Location location;
  CentralLink central;
  Display display;
  Reader reader;
  Scanner scanner;
  std::string printer_uri;
  Paper paper;
  Idle idle;
  Learning learning;
  Voice voice;
  Headset headset;
  CacheLimits cache;
  StaffArea staff;
  hours::Plan hours;
  Diagnostics diagnostics;
  std::filesystem::path storage;      // journal, cache, key
  std::int64_t delivered_days = 400;  // how long the journal keeps events that central has accepted
  std::filesystem::path assets;
  std::filesystem::path regions;   // gd_regions.csv and gd_regions_history.csv; empty: <assets>/regions
  std::filesystem::path log_file;  // empty: standard error
  Testing testing;
};

/// How much of it must be there. `begun`: location, central and printer may be missing, as on a machine that
/// was imaged and not set up yet; directories have the defaults of an installed kiosk.
enum class Extent : std::uint8_t { whole, begun };

/// Reads and checks a configuration. Fails with config_missing, config_malformed, config_key_unknown,
/// config_type_wrong or config_value_invalid: "FILE:LINE: [section] key: what".
/// `allow_testing`: whether [testing] may be there.
[[nodiscard]] Result<Settings> read_settings(std::filesystem::path const& file, bool allow_testing);

/// The same from a file that has sections of another's as well; what is wrong, config.finish() tells.
[[nodiscard]] Settings read_sections(config_file::ConfigFile& config, bool allow_testing,
                                     Extent extent = Extent::whole);

/// What is there of a configuration that has neither location nor central: the kiosk is to be set up first.
/// Nothing where it has been, or where there is no file. Fails as read_settings().
[[nodiscard]] Result<std::optional<Settings>> read_begun(std::filesystem::path const& file,
                                                         bool allow_testing);

/// Whether read_settings() would take these, written to `file`; nothing is written. Fails as that does.
[[nodiscard]] Result<void> check(Settings const& settings, std::filesystem::path const& file, Extent extent);

/// Every setting as TOML, for --print-config; no secrets are in it, keys are named by their files. What is
/// not set up yet is left out.
[[nodiscard]] std::string write_settings(Settings const& settings);

/// "with_pin", as [staff] card has it.
[[nodiscard]] std::string word_of(StaffCards cards);

/// "weekdays", as [hours] days has it.
[[nodiscard]] std::string word_of(hours::Days days);

/// The keys that [headset] may name; no scanner and no ordinary typing sends them.
inline constexpr auto headset_keys = {
    "F1",   "F2",   "F3",  "F4",     "F5",       "F6",     "F7",     "F8",        "F9",
    "F10",  "F11",  "F12", "F13",    "F14",      "F15",    "F16",    "F17",       "F18",
    "F19",  "F20",  "F21", "F22",    "F23",      "F24",    "Left",   "Right",     "Up",
    "Down", "Home", "End", "PageUp", "PageDown", "Insert", "Delete", "Backspace", "Tab"};

/// The steps that die_after may name, in their order.
inline constexpr auto print_steps = {"journaled", "rendered", "submitting", "handed_over",
                                     "submitted", "printed",  "settled"};

}  // namespace ce::settings
