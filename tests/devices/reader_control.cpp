#include "tests/devices/reader_control.h"

#include <array>
#include <charconv>
#include <optional>
#include <sstream>
#include <utility>

#include "tests/devices/card_block.h"

namespace ce::devices {
namespace {

constexpr std::array<std::pair<std::string_view, unsigned>, 6> commands{{
    {"status", 0x11FF},
    {"id", 0x12FF},
    {"reset", 0x10FF},
    {"find", 0x2001},
    {"select", 0x2002},
    {"read", 0x3001},
}};

std::optional<int> number(std::string const& word) {
  int value = 0;
  auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size() || value < 0) return std::nullopt;
  return value;
}

std::string error(std::string const& what) {
  return "error: " + what;
}

std::string lay(TestReader& reader, std::string const& file) {
  auto const card = read_card_file(file);
  if (!card) return error(describe(card.failure()));
  auto const block = text_block_of(*card);
  if (!block) return error(file + ": " + describe(block.failure()));
  reader.device.lay(*block);
  return "ok";
}

std::string add_fault(TestReader& reader, std::istringstream& words) {
  std::string kind;
  words >> kind;
  if (kind == "none") {
    reader.faults.clear();
    return "ok";
  }
  auto const fault = fault_named(kind);
  if (!fault) return error("fault none, checksum, truncate, silent, garble, split, merge or unplug");
  int count = 1;
  std::optional<unsigned> command = 0x3001;
  for (std::string word; words >> word;) {
    if (auto const given = number(word)) {
      count = *given;
      continue;
    }
    command.reset();
    for (auto const& [name, code] : commands) {
      if (name == word) command = code;
    }
    if (!command && word != "any") return error("no such command: " + word);
  }
  reader.faults.add(*fault, count, command);
  return "ok";
}

std::string replug(TestReader& reader, std::string const& name) {
  auto const link = name.empty() ? reader.line.link() : reader.line.link().parent_path() / name;
  reader.unplug();
  std::string const trouble = reader.line.plug(link);
  return trouble.empty() ? "ok" : error(trouble);
}

}  // namespace

char const* const control_help =
    "lay FILE                     a card file (TOML) on the reader, in place of what lies there\n"
    "lift                         nothing on the reader\n"
    "noise N                      N random bytes before every reply; 0 ends it\n"
    "fault KIND [COUNT] [COMMAND] the next COUNT (1) replies to COMMAND (read; any, find, select, reset,\n"
    "                             status, id) suffer KIND: checksum, truncate, silent, garble, split, "
    "merge,\n"
    "                             unplug (in mid-frame); `fault none` forgets all\n"
    "unplug                       the device is gone\n"
    "replug [NAME]                back, under NAME beside the old link\n"
    "state                        empty, laid, found, selected or read; plugged link\n";

std::string obey(TestReader& reader, std::string const& line) {
  std::istringstream words{line};
  std::string verb;
  words >> verb >> std::ws;
  if (verb == "fault") return add_fault(reader, words);
  std::string rest;
  std::getline(words, rest);
  if (verb == "lay") return lay(reader, rest);
  if (verb == "replug") return replug(reader, rest);
  if (verb == "lift") {
    reader.device.lift();
    return "ok";
  }
  if (verb == "unplug") {
    reader.unplug();
    return "ok";
  }
  if (verb == "noise") {
    auto const bytes = number(rest);
    if (!bytes) return error("noise needs a number of bytes");
    reader.faults.set_noise(static_cast<std::size_t>(*bytes));
    return "ok";
  }
  if (verb == "state") {
    return "ok " + reader.device.state() + " " +
           (reader.line.plugged() ? reader.line.link().string() : "unplugged");
  }
  return error("no such command: " + verb);
}

}  // namespace ce::devices
