#include "kiosk/set_up/answers.h"

#include "shared/config_file/config_file.h"

namespace ce::set_up {
namespace {

bool read_yes(config_file::Section& section, std::string_view key) {
  std::size_t choice = 0;
  section.read(key, {"yes", "no"}, choice);
  return choice == 0;
}

}  // namespace

Result<Answers> read_answers(std::filesystem::path const& file) {
  CE_TRY(auto config, config_file::ConfigFile::parse(file));
  Answers answers;
  answers.settings = settings::read_sections(config, false);
  auto own = config.section("set_up");
  own.read("staff_pin", answers.pin.reveal());
  own.read("kiosk_key", answers.kiosk_key.reveal());
  own.read("regions", answers.regions);
  answers.ask_central = read_yes(own, "ask_central");
  answers.ask_printer = read_yes(own, "ask_printer");
  answers.ask_scanner = read_yes(own, "ask_scanner");
  own.finish();
  CE_CHECK(config.finish());
  return answers;
}

}  // namespace ce::set_up
