#include "central/imports/tray.h"

#include <fstream>
#include <iterator>
#include <system_error>

#include "central/registration/report_file.h"
#include "shared/base/durable_file.h"
#include "shared/base/entry_id.h"

namespace ce::imports {
namespace {

Result<std::string> bytes_of(std::filesystem::path const& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return Failure{FailureCode::record_unknown, "no file of this import"};
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

std::filesystem::path Tray::place(std::string_view job, std::string_view ending) const {
  return directory_ / (std::string{job} + "." + std::string{ending});
}

Result<void> Tray::put_upload(std::string_view job, std::string_view bytes) const {
  return write_durably(place(job, "upload"), bytes, MissingDirectory::make);
}

Result<std::string> Tray::upload(std::string_view job) const {
  return bytes_of(place(job, "upload"));
}

void Tray::tell(std::string_view job, Progress const& progress) const {
  auto const beside = place(job, "telling");
  {
    std::ofstream file{beside};
    file << progress.done << ' ' << progress.all << ' ' << progress.at.ms << '\n';
  }
  std::error_code ignored;
  std::filesystem::rename(beside, place(job, "progress"), ignored);
}

std::optional<Progress> Tray::progress(std::string_view job) const {
  std::ifstream file{place(job, "progress")};
  Progress progress;
  if (file >> progress.done >> progress.all >> progress.at.ms) return progress;
  return std::nullopt;
}

Result<void> Tray::ask_to_stop(std::string_view job) const {
  return write_durably(place(job, "stop"), "stop\n", MissingDirectory::make);
}

bool Tray::to_stop(std::string_view job) const {
  std::error_code ignored;
  return std::filesystem::exists(place(job, "stop"), ignored);
}

Result<void> Tray::put_report(std::string_view job, registration::ImportReport const& report) const {
  CE_CHECK(registration::write_report(place(job, "xlsx"), report));
  return registration::write_report(place(job, "csv"), report);
}

void Tray::clear(std::string_view job) const {
  std::error_code ignored;
  for (auto const* ending : {"upload", "progress", "telling", "stop"}) {
    std::filesystem::remove(place(job, ending), ignored);
  }
}

void Tray::drop(std::string_view job) const {
  clear(job);
  std::error_code ignored;
  for (auto const* ending : {"xlsx", "csv"}) std::filesystem::remove(place(job, ending), ignored);
}

Result<std::string> Tray::report(std::string_view job, std::string_view ending) const {
  CE_CHECK(EntryId::parse(job));
  if (ending != "xlsx" && ending != "csv") return Failure{FailureCode::record_unknown, "no such report"};
  return bytes_of(place(job, ending));
}

}  // namespace ce::imports
