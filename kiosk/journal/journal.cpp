#include "kiosk/journal/journal.h"

#include "kiosk/journal/audit.h"
#include "kiosk/journal/life.h"
#include "kiosk/journal/paper_mark.h"
#include "kiosk/journal/salvage.h"
#include "kiosk/journal/schema.h"
#include "kiosk/journal/state.h"
#include "kiosk/journal/stock.h"

namespace ce::journal {
namespace {

// A file that examine() condemned is read whole before it is used again.
Result<storage::Database> open_sound(std::filesystem::path const& file) {
  CE_TRY(auto database, storage::Database::open(file, storage::Durability::full, migrations()));
  std::error_code ignored;
  if (std::filesystem::exists(condemned_file(file), ignored)) {
    CE_CHECK(database.check_integrity());
    CE_CHECK(check_audit(database));
  }
  return database;
}

Result<void> begin_life(storage::Database& database, std::optional<std::filesystem::path> const& damaged,
                        Instant now) {
  CE_TRY(auto transaction, database.begin());
  CE_CHECK(ensure_life(database, Standing::sound));
  if (damaged) {
    CE_TRY(auto const saved, salvage(database, *damaged, now));
    CE_CHECK(change_standing(database, Standing::begun_anew, protocol::NoteKind::ledger_set_aside,
                             "damaged; salvaged " + std::to_string(saved.prints) + " prints, " +
                                 std::to_string(saved.events) + " events",
                             now));
  }
  return transaction.commit();
}

}  // namespace

Journal::Journal(std::unique_ptr<State> state) : state_(std::move(state)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Result<Journal> Journal::open(std::filesystem::path const& file, std::optional<PaperRange> const& paper,
                              Clock const& clock, log::Logger const& logger) {
  if (paper) CE_CHECK(check(*paper));
  auto holding = Holding::share(file);
  std::optional<std::filesystem::path> put_aside;
  auto database = open_sound(file);
  if (!database && database.failure().code == FailureCode::storage_corrupt) {
    std::string const why = database.failure().detail;
    if (auto const alone = holding.alone(); !alone) {
      // Under whoever prints by it, it would go on as a file that nobody reads again: they stop and look.
      condemn(file, database.failure());
      return Failure{alone.failure().code, why + "; " + alone.failure().detail};
    }
    CE_TRY(put_aside, storage::set_aside(file));
    logger.event(log::Event::database_set_aside,
                 {{"store", "journal"}, {"kept_as", put_aside->string()}, {"why", why}});
    database = open_sound(file);
  }
  if (!database) return database.failure();
  CE_CHECK(begin_life(*database, put_aside, clock.now()));
  std::error_code ignored;
  std::filesystem::remove(condemned_file(file), ignored);
  holding.share_again();
  auto const mark_file = paper_mark_file(file);
  if (paper) {
    CE_TRY(auto transaction, database->begin());
    auto loaded = load_range(*database, mark_file, *paper, clock.now());
    if (!loaded && loaded.failure().code == FailureCode::input_invalid) {
      return Failure{FailureCode::config_value_invalid, loaded.failure().detail};
    }
    if (!loaded) return loaded.failure();
    CE_CHECK(transaction.commit());
  }
  return Journal{std::make_unique<State>(std::move(holding), std::move(database).value(), file,
                                         std::move(put_aside), clock, logger)};
}

std::optional<std::filesystem::path> const& Journal::set_aside() const {
  return state_->set_aside;
}

}  // namespace ce::journal
