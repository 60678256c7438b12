#include "central/admin/context.h"

#include <ostream>
#include <string_view>
#include <system_error>

namespace ce::admin {
namespace {

std::string_view advice(FailureCode code) {
  switch (code) {
    case FailureCode::storage_corrupt:
      return "Nothing was changed. Move the file aside (keep it), then restore a backup or run init anew.";
    case FailureCode::storage_newer:
      return "Nothing was changed. Use the ce-admin that came with the newer ce-central.";
    case FailureCode::storage_full:
      return "Nothing was changed. Make room on the disk and try again.";
    case FailureCode::storage_lost:
      return "The database server cannot be reached; nothing is known to have changed. Try again once it "
             "runs.";
    case FailureCode::storage_in_doubt:
      return "Nobody knows whether this was kept. Look before doing it again.";
    case FailureCode::storage_busy:
      return "Another program is writing for long; try again.";
    default:
      return {};
  }
}

bool is_callers(FailureCode code) {
  auto const name = name_of(code);
  return name.starts_with("config_") || code == FailureCode::input_invalid ||
         code == FailureCode::pack_invalid || code == FailureCode::storage_unopenable ||
         code == FailureCode::asset_missing;
}

}  // namespace

Result<std::unique_ptr<Opened>> Opened::open(Context const& context, OpenMode mode) {
  if (mode == OpenMode::existing) {
    CE_TRY(bool const there, store::Store::exists(context.db));
    if (!there) {
      return Failure{FailureCode::input_invalid,
                     context.db + ": no such store; name it by --db or make one by init"};
    }
  }
  CE_TRY(auto rules, rulebook::load(context.config_dir));
  std::unique_ptr<Opened> opened{new Opened{std::move(rules)}};
  CE_TRY(auto store, store::Store::open(context.db, opened->rules_));
  opened->store_.emplace(std::move(store));
  return opened;
}

Result<void> note_in_chain(Context const& context, audit::Action action) {
  CE_TRY(auto const opened, Opened::open(context, OpenMode::existing));
  return opened->store().write([&](storage::Database& database) {
    return audit::append(database, audit::operator_author(context.operator_name, "440000"), action, {},
                         audit::detail({}), SystemClock{}.now());
  });
}

int report(std::ostream& err, Failure const& failure) {
  err << "ce-admin: " << describe(failure) << '\n';
  if (auto const what = advice(failure.code); !what.empty()) err << what << '\n';
  return is_callers(failure.code) ? 2 : 1;
}

}  // namespace ce::admin
