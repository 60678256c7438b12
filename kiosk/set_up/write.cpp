#include "kiosk/set_up/write.h"

#include <fstream>
#include <sstream>
#include <system_error>

#include "kiosk/set_up/enrol.h"
#include "kiosk/staff/pin.h"
#include "shared/base/durable_file.h"

namespace ce::set_up {
namespace {

Failure cannot_write(std::filesystem::path const& file, std::error_code const& error) {
  return {FailureCode::storage_fault, file.string() + ": " + error.message()};
}

/// The first line of what the program writes.
constexpr std::string_view mark =
    "# 由 ce-kiosk 写出；各项的说明见 config/kiosk.toml，手写的那一份保留为 kiosk.toml.by-hand";

bool is_own(std::filesystem::path const& file) {
  std::ifstream in{file};
  std::string line;
  return std::getline(in, line) && line == mark;
}

/// A new file in the copy's place, not into one that root's command may have left there.
Result<void> keep_as(std::filesystem::path const& file, std::filesystem::path const& copy) {
  std::error_code error;
  auto const allowed = std::filesystem::status(file, error).permissions();
  if (error) return cannot_write(file, error);
  std::ifstream in{file, std::ios::binary};
  std::ostringstream text;
  // An empty file gives nothing to insert, which a stream takes for a fault of its own.
  if (in.peek() != std::ifstream::traits_type::eof()) text << in.rdbuf();
  if (!in.is_open() || in.bad() || text.bad()) {
    return cannot_write(file, std::make_error_code(std::errc::io_error));
  }
  CE_CHECK(write_durably(copy, text.str()));
  std::filesystem::permissions(copy, allowed, error);
  if (error) return cannot_write(copy, error);
  return {};
}

}  // namespace

Result<bool> write_config(std::filesystem::path const& file, settings::Settings const& settings) {
  std::error_code error;
  auto const before = std::filesystem::path{file.string() + ".before"};
  bool const was = std::filesystem::exists(file, error);
  if (was) CE_CHECK(keep_as(file, before));
  if (was && !is_own(file)) CE_CHECK(keep_as(file, std::filesystem::path{file.string() + ".by-hand"}));
  CE_CHECK(write_durably(file, std::string{mark} + '\n' + settings::write_settings(settings),
                         MissingDirectory::make));
  using std::filesystem::perms;
  std::filesystem::permissions(
      file, perms::owner_read | perms::owner_write | perms::group_read | perms::others_read, error);
  if (error) return cannot_write(file, error);
  return was;
}

Result<void> check(items::Draft const& draft, std::filesystem::path const& file, settings::Extent extent) {
  CE_CHECK(settings::check(draft.settings, file, extent));
  if (!draft.pin.reveal().empty()) CE_CHECK(staff::check_pin(draft.pin));
  return {};
}

Result<void> write(items::Draft const& draft, std::filesystem::path const& file) {
  CE_CHECK(check(draft, file, settings::Extent::whole));
  auto settings = draft.settings;
  if (is_code(draft.kiosk_key)) {
    CE_CHECK(enrol(settings.central, draft.kiosk_key));
    settings.central.key_file.clear();
  } else if (!draft.kiosk_key.reveal().empty() && !settings.central.key_file.empty()) {
    CE_CHECK(
        write_durably(settings.central.key_file, draft.kiosk_key.reveal() + "\n", MissingDirectory::make));
  }
  if (!draft.pin.reveal().empty()) {
    CE_CHECK(make_directories(draft.settings.storage));
    CE_CHECK(staff::PinFile{draft.settings.storage}.set(draft.pin));
  }
  CE_CHECK(write_config(file, settings));
  return {};
}

}  // namespace ce::set_up
