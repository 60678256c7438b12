#include "kiosk/staff/serve_today.h"

#include <fstream>
#include <string>

#include "shared/base/durable_file.h"

namespace ce::staff {
namespace {

std::filesystem::path day_file(std::filesystem::path const& directory) {
  return directory / "serves-on";
}

}  // namespace

std::optional<Date> serves_on(std::filesystem::path const& directory) {
  std::ifstream in{day_file(directory)};
  std::string line;
  if (!std::getline(in, line)) return std::nullopt;
  auto const day = Date::parse_iso(line);
  return day ? std::optional{*day} : std::nullopt;
}

Result<void> serve_on(std::filesystem::path const& directory, Date day) {
  return write_durably(day_file(directory), day.iso() + "\n");
}

}  // namespace ce::staff
