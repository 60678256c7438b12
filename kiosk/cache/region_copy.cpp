#include "kiosk/cache/region_copy.h"

#include "kiosk/cache/region_schema.h"
#include "kiosk/cache/region_state.h"

namespace ce::cache {
namespace {

/// A later change reads and writes the page of its row and little else, so that half a page costs less; one
/// of a quarter would break most standings in two.
constexpr int region_page_bytes = 2048;

/// Later changes of anybody write other pages each, and the same ones again within some thousand: a page goes
/// into the file once for many words. The end of a pull empties the log whatever it holds.
constexpr int region_log_pages = 8000;

}  // namespace

RegionCopy::RegionCopy(std::unique_ptr<State> state) : state_(std::move(state)) {}
RegionCopy::RegionCopy(RegionCopy&&) noexcept = default;
RegionCopy& RegionCopy::operator=(RegionCopy&&) noexcept = default;
RegionCopy::~RegionCopy() = default;

Result<RegionCopy> RegionCopy::open(std::filesystem::path const& file, std::filesystem::path const& key_file,
                                    log::Logger const& logger) {
  CE_TRY(auto const keys, read_keys(key_file));
  CopyFile const which{file, region_migrations(), "region", region_page_bytes, region_log_pages};
  CE_TRY(auto opened, open_copy(which, logger));
  auto state = std::make_unique<State>(which, std::move(opened), keys, key_file, logger);
  auto settled = state->settle_key();
  // Damage in a page that opening did not read.
  if (!settled && settled.failure().code == FailureCode::storage_corrupt) {
    CE_CHECK(begin_anew(state->copy, which, settled.failure().detail, logger));
    settled = state->settle_key();
  }
  if (!settled) return settled.failure();
  return RegionCopy{std::move(state)};
}

Result<DeltaPlace> RegionCopy::place() const {
  std::scoped_lock const alone{state_->mutex};
  CE_TRY(auto row, state_->row());
  return std::move(row.place);
}

Result<void> RegionCopy::begin_snapshot(std::string const& kinds) {
  std::scoped_lock const alone{state_->mutex};
  CE_TRY(auto transaction, state_->database.begin());
  CE_TRY(auto row, state_->row());
  CE_CHECK(state_->begin_table(1 - row.serving));
  row.place.kinds = kinds;
  row.place.cursor.clear();
  row.place.filling = true;
  row.place.bytes = 0;
  row.place.closed_at.reset();
  CE_CHECK(state_->write(row));
  return transaction.commit();
}

Result<std::int64_t> RegionCopy::count() const {
  std::scoped_lock const alone{state_->mutex};
  CE_TRY(auto const row, state_->row());
  auto select = state_->database.prepare("SELECT count(*) FROM " + held_table(row.serving));
  CE_TRY(bool const there, select.step());
  return there ? select.integer(0) : 0;
}

void RegionCopy::limit(std::int64_t bytes) {
  std::scoped_lock const alone{state_->mutex};
  state_->limit = bytes;
}

std::int64_t RegionCopy::limit() const {
  std::scoped_lock const alone{state_->mutex};
  return state_->limit;
}

Result<void> RegionCopy::examine() {
  auto& state = *state_;
  return examine_copy(state.copy, state.which, state.mutex, *state.logger,
                      [&] { return state.settle_key(); });
}

Result<void> RegionCopy::empty() {
  std::scoped_lock const alone{state_->mutex};
  CE_TRY(auto transaction, state_->database.begin());
  CE_CHECK(state_->drop_all());
  CE_CHECK(transaction.commit());
  state_->empty_log();
  return {};
}

Result<bool> RegionCopy::tend_keys(std::int64_t most) {
  std::scoped_lock const alone{state_->mutex};
  auto& state = *state_;
  CE_CHECK(state.take_keys());
  if (!state.sealer.rotating()) return true;
  CE_TRY(auto transaction, state.database.begin());
  CE_TRY(auto const row, state.row());
  bool done = true;
  // One that is being filled may have begun with the former key.
  for (int const number : {0, 1}) {
    if (number != row.serving && !row.place.filling) continue;
    auto const table = held_table(number);
    CE_TRY(bool const whole, reseal_some(state.database, state.sealer, {table, "body", "thing", ""}, most,
                                         state.resealed.at(static_cast<std::size_t>(number))));
    done = done && whole;
  }
  if (done) CE_CHECK(keep_look_up(state.database, state.sealer));
  CE_CHECK(transaction.commit());
  return done;
}

}  // namespace ce::cache
