#include <fstream>
#include <iterator>

#include "central/settings/settings.h"
#include "kiosk/settings/settings.h"
#include "shared/config_file/config_file.h"
#include "shared/credit/pack_file.h"
#include "support/files.h"
#include "support/temp_directory.h"
#include "tests/fuzz/parsers/readers.h"
#include "tests/fuzz/parsers/target.h"

namespace ce::fuzz {
namespace {

constexpr auto where = "/etc/ce-kiosk/kiosk.toml";

Result<settings::Settings> kiosk_settings(std::string_view text) {
  CE_TRY(auto config, config_file::ConfigFile::parse_text(text, where));
  auto read = settings::read_sections(config, true);
  CE_CHECK(config.finish());
  return read;
}

/// The file as it is shipped, whole and with every example in it in force.
std::vector<std::string> with_examples(std::string const& name) {
  auto const text = test::read_all(std::string{CE_SOURCE_DIR} + "/" + name);
  std::string all;
  std::size_t from = 0;
  while (from < text.size()) {
    auto const end = std::min(text.find('\n', from), text.size() - 1) + 1;
    auto const line = std::string_view{text}.substr(from, end - from);
    from = end;
    // "# key = value" is an example, "# words" are none.
    bool const example = line.starts_with("# ") && line.find(" = ") != std::string_view::npos;
    if (!line.starts_with('#') || example) all += example ? line.substr(2) : line;
  }
  return {text, all};
}

}  // namespace

void read_kiosk_configuration(std::string_view bytes) {
  auto const read = kiosk_settings(bytes);
  if (!read) {
    hold(read.failure().detail.find(where) != std::string::npos, "a fault names the file");
    return;
  }
  auto const written = settings::write_settings(*read);
  auto const again = kiosk_settings(written);
  if (!again) hold(false, describe(again.failure()) + "\n" + written);
  hold(settings::write_settings(*again) == written, "settings are written the same again");
}

void read_central_configuration(std::string_view bytes) {
  static test::TempDirectory const directory;
  auto const file = directory / "central.toml";
  test::write_all(file, bytes);
  auto const read = central_settings::read_settings(file);
  if (!read) hold(read.failure().detail.find(file.string()) != std::string::npos, "a fault names the file");
}

void read_rule_pack(std::string_view bytes) {
  auto const pack = credit::parse_pack(bytes, "GD.toml");
  if (!pack) {
    hold(pack.failure().detail.find("GD.toml") != std::string::npos, "a fault names the file");
    return;
  }
  auto const text = credit::pack_text(*pack);
  auto const again = credit::parse_pack(text, "frozen");
  if (!again) hold(false, describe(again.failure()) + "\n" + text);
  hold(credit::pack_text(*again) == text, "a pack is written the same again");
}

std::vector<std::string> kiosk_configurations() {
  auto seeds = with_examples("config/kiosk.toml");
  seeds.push_back(test::read_all(CE_SOURCE_DIR "/config/kiosk-new.toml"));
  return seeds;
}

std::vector<std::string> central_configurations() {
  return with_examples("config/central.toml");
}

std::vector<std::string> rule_packs() {
  std::vector<std::string> seeds;
  for (auto const* name : {"GD2010", "GD2020", "GD2021"}) {
    auto const pack = credit::parse_pack(
        test::read_all(std::string{CE_SOURCE_DIR "/config/rules/"} + name + ".toml"), name);
    seeds.push_back(credit::pack_text(pack.value()));
  }
  return seeds;
}

}  // namespace ce::fuzz
