#include "kiosk/staff/pause.h"

#include <system_error>

#include "shared/base/durable_file.h"

namespace ce::staff {
namespace {

std::filesystem::path mark_in(std::filesystem::path const& directory) {
  return directory / "paused-by-staff";
}

}  // namespace

bool is_paused(std::filesystem::path const& directory) {
  std::error_code error;
  return std::filesystem::exists(mark_in(directory), error);
}

Result<void> pause(std::filesystem::path const& directory, bool paused, journal::Journal& journal) {
  if (paused == is_paused(directory)) return {};
  if (paused) {
    CE_CHECK(write_durably(mark_in(directory), "\n"));
    return journal.note(protocol::NoteKind::staff_paused, "");
  }
  std::error_code error;
  if (!std::filesystem::remove(mark_in(directory), error)) {
    return Failure{FailureCode::storage_fault, mark_in(directory).string() + ": " + error.message()};
  }
  return journal.note(protocol::NoteKind::staff_resumed, "");
}

}  // namespace ce::staff
