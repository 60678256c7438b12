// Whether a version of the program has proved itself where it was let first.
#include "central/remote_settings/rows.h"

namespace ce::remote_settings {
namespace {

Result<bool> runs(storage::Database& database, std::string const& kiosk, std::string const& version) {
  auto row = database.prepare("SELECT 1 FROM kiosk_health WHERE kiosk = $1 AND program_version = $2");
  return row.bind(1, kiosk).bind(2, version).step();
}

/// An alarm that stands and was not there before (central/alarms).
Result<bool> is_alarmed(storage::Database& database, std::string const& kiosk, Instant since) {
  auto row = database.prepare(
      "SELECT 1 FROM alarms WHERE kiosk = $1 AND ended_ms IS NULL AND begun_ms >= $2 LIMIT 1");
  return row.bind(1, kiosk).bind(2, since.ms).step();
}

}  // namespace

Result<void> check_upgraded(storage::Database& database, Revision const& revision,
                            std::vector<Target> const& targets) {
  int behind = 0;
  int alarmed = 0;
  for (auto const& target : targets) {
    auto const& version = target.new_values.at(0);
    if (target.stage != 1 || version.empty()) continue;
    CE_TRY(bool const there, runs(database, target.kiosk, version));
    CE_TRY(bool const alarm, is_alarmed(database, target.kiosk, revision.made));
    behind += there ? 0 : 1;
    alarmed += alarm ? 1 : 0;
  }
  if (alarmed > 0) {
    return Failure{FailureCode::input_invalid, "先升级的终端有 " + std::to_string(alarmed) +
                                                   " 台正在报警；查明处理以后再告知其余，或者撤回"};
  }
  if (behind > 0) {
    return Failure{FailureCode::input_invalid, "先升级的终端还有 " + std::to_string(behind) +
                                                   " 台没有升级；全部升级以后再告知其余，或者撤回"};
  }
  return {};
}

}  // namespace ce::remote_settings
