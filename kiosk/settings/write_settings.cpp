#include <array>
#include <sstream>
#include <string_view>

#include "kiosk/settings/settings.h"

namespace ce::settings {
namespace {

constexpr auto tpm_words = std::to_array<std::string_view>({"when_there", "never", "required"});

std::string quoted(std::string const& text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string quoted(std::filesystem::path const& path) {
  return quoted(path.string());
}

std::string list(std::vector<std::string> const& items) {
  std::string out = "[";
  for (auto const& item : items) out += (out.size() > 1 ? ", " : "") + quoted(item);
  return out + "]";
}

}  // namespace

std::string write_settings(Settings const& s) {
  std::ostringstream out;
  if (!s.location.region.empty()) {
    out << "[location]\nregion = " << quoted(s.location.region) << "\nhall = " << quoted(s.location.hall)
        << "\n\n";
  }
  if (!s.central.url.empty()) {
    out << "[central]\nurl = " << quoted(s.central.url) << "\nkiosk_id = " << quoted(s.central.kiosk_id)
        << "\ntpm = " << quoted(std::string{tpm_words.at(static_cast<std::size_t>(s.central.tpm))});
    if (!s.central.key_file.empty()) out << "\nkey_file = " << quoted(s.central.key_file);
    if (!s.central.ca_file.empty()) out << "\nca_file = " << quoted(s.central.ca_file);
    out << "\n\n";
  }
  if (!s.printer_uri.empty()) out << "[printer]\nuri = " << quoted(s.printer_uri) << "\n\n";
  out << "[display]\nwidth_mm = " << s.display.width_mm << "\nheight_mm = " << s.display.height_mm
      << "\nlanguage = " << quoted(std::string{s.display.english ? "en" : "zh"})
      << "\ndrift_minutes = " << s.display.drift_minutes << "\ndrawing = " << quoted(s.display.drawing)
      << "\n\n[reader]\ndevices = " << list(s.reader.devices) << "\nbaud = " << s.reader.baud
      << "\npresence_probe = " << quoted(std::string{s.reader.presence_by_reset ? "reset" : "none"})
      << "\n\n[scanner]\ndevices = " << list(s.scanner.devices) << "\nbaud = " << s.scanner.baud
      << "\n\n[paper]\nmode = " << quoted(std::string{s.paper.preprinted ? "preprinted" : "plain"})
      << "\nwarn_left = " << s.paper.warn_left << "\nblank_prefix = " << quoted(s.paper.blank_prefix)
      << "\ndigits = " << s.paper.digits << "\nfirst = " << s.paper.first << "\nlast = " << s.paper.last
      << "\n\n[idle]\nidle_seconds = " << s.idle.idle_seconds
      << "\ncountdown_seconds = " << s.idle.countdown_seconds
      << "\ntake_card_seconds = " << s.idle.take_card_seconds
      << "\n\n[learning]\nsite = " << quoted(s.learning.site)
      << "\n\n[voice]\nspeaks = " << quoted(s.voice.speaks) << "\nvolume = " << s.voice.volume
      << "\ndevice = " << quoted(s.voice.device) << "\nrecordings = " << quoted(s.voice.recordings)
      << "\n\n[headset]\nnext = " << quoted(s.headset.next) << "\nback = " << quoted(s.headset.back)
      << "\nchoose = " << quoted(s.headset.choose) << "\nrepeat = " << quoted(s.headset.repeat)
      << "\n\n[cache]\npolicy = " << quoted(s.cache.policy) << "\ndays = " << s.cache.days
      << "\npeople = " << s.cache.people << "\nregion_megabytes = " << s.cache.region_megabytes
      << "\n\n[staff]\ncard = " << quoted(word_of(s.staff.card))
      << "\nidle_seconds = " << s.staff.idle_seconds << "\npower_off = " << list(s.staff.power_off)
      << "\n\n[hours]\ndays = " << quoted(word_of(s.hours.days)) << "\nopen = " << list(s.hours.open)
      << "\nclosed = " << list(s.hours.closed) << "\nworking = " << list(s.hours.working)
      << "\n\n[diagnostics]";
  if (!s.diagnostics.certificate.empty()) out << "\ncertificate = " << quoted(s.diagnostics.certificate);
  out << "\nvolumes = " << list(s.diagnostics.volumes) << "\n\n[storage]\ndirectory = " << quoted(s.storage)
      << "\ndelivered_days = " << s.delivered_days << "\n\n[assets]\ndirectory = " << quoted(s.assets)
      << "\nregions = " << quoted(s.regions) << '\n';
  if (!s.log_file.empty()) out << "\n[log]\nfile = " << quoted(s.log_file) << '\n';
  if (!s.testing.targets_file.empty() || !s.testing.die_after.empty()) {
    out << "\n[testing]\ntargets_file = " << quoted(s.testing.targets_file)
        << "\ndie_after = " << quoted(s.testing.die_after)
        << "\ntraining_seconds = " << s.testing.training_seconds << '\n';
  }
  return out.str();
}

}  // namespace ce::settings
