#include "central/registration/import.h"

#include <algorithm>
#include <map>
#include <set>

#include "central/registration/basis.h"
#include "central/registration/delivery.h"
#include "central/registration/in_office.h"
#include "central/registration/overlaps.h"
#include "central/registration/refresh_in_steps.h"
#include "central/registration/register.h"
#include "central/registration/rows.h"
#include "central/standings/refresh.h"

namespace ce::registration {
namespace {

constexpr std::size_t rows_per_transaction = 200;
constexpr std::size_t rows_per_progress = 50;

/// One import while it runs.
class Importing {
 public:
  Importing(store::Store& store, Actor const& actor, ImportOptions const& options, Instant now)
      : store_(store), actor_(actor), options_(options), now_(now), today_(china_date(now)) {}

  Result<ImportReport> run(std::string_view bytes) {
    CE_TRY(auto grid, read_table(bytes));
    CE_TRY(auto const layout, layout_of(grid.rows.front()));
    report_ = report_of(bytes, std::move(grid.rows));
    for (auto const& row : report_.cells) {
      auto& result = report_.rows.emplace_back();
      result.row = row.number;
      entries_.push_back(entry_of(row, layout, grid.from_1904, result.faults));
    }
    judged_.resize(entries_.size());
    auto const read = store_.read([this](storage::Database& database) -> Result<void> {
      CE_CHECK(check_all(database));
      return options_.all_or_nothing ? note_basis(database) : Result<void>{};
    });
    if (!read) return read.failure();
    bool const any_fault = report_.count(RowFate::refused) > 0;
    if (!options_.all_or_nothing || !any_fault) CE_CHECK(register_all());
    if (options_.all_or_nothing) CE_CHECK(refresh_in_steps(store_, records(), now_));
    for (auto const i : own_) report_.rows[i].fate = RowFate::registered;
    return std::move(report_);
  }

 private:
  // Of whoever brought it before too: that process may have died before the standings were up to date.
  [[nodiscard]] std::vector<std::int64_t> records() const {
    std::vector<std::int64_t> all;
    for (auto const& row : report_.rows) {
      if (row.record) all.push_back(*row.record);
    }
    return all;
  }

  // What this very job registered before its process died.
  void note_own(Delivery const& before, std::size_t i) {
    if (!options_.job.empty() && before.body_hash == options_.job) own_.insert(i);
  }

  Result<void> check_all(storage::Database& database) {
    std::map<std::string, int> seen;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      auto& result = report_.rows[i];
      CE_TRY(auto const before, find_delivery(database, key_of(i)));
      if (before) {
        result.fate = RowFate::repeated;
        result.record = before->record;
        result.faults.clear();
        note_own(*before, i);
      } else {
        CE_CHECK(check_row(database, i));
        note_double(i, seen);
        result.fate = result.faults.empty() ? RowFate::withheld : RowFate::refused;
      }
      CE_CHECK(tell(i + 1));
    }
    return {};
  }

  Result<void> check_row(storage::Database& database, std::size_t i) {
    auto& result = report_.rows[i];
    if (!result.faults.empty()) return {};  // what could not be read cannot be judged
    CE_TRY(auto checked, check(database, store_.rules(), actor_, entries_[i], today_));
    result.faults = checked.faults;
    result.warnings = checked.warnings;
    judged_[i] = std::move(checked);
    return {};
  }

  // What is taken whole is one transaction, and nobody else writes meanwhile: all that can be judged before
  // it is, and in it only what has changed since. Rows of the file are held against one another here, which
  // the transaction would find in the store.
  Result<void> note_basis(storage::Database& database) {
    std::map<std::int64_t, std::vector<std::size_t>> rows_of;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (report_.rows[i].fate != RowFate::withheld) continue;
      auto& earlier = rows_of[judged_[i].professional];
      for (auto const j : earlier) {
        CE_CHECK(warn_of_overlap(store_.rules(), entries_[j].record, entries_[i].record, judged_[i]));
      }
      earlier.push_back(i);
    }
    for (auto const& [person, rows] : rows_of) people_.push_back(person);
    CE_TRY(basis_, Basis::of(database, people_, key_of_file()));
    return {};
  }

  // Twice within the file: the first one stands.
  void note_double(std::size_t i, std::map<std::string, int>& seen) {
    auto const& entry = entries_[i];
    auto& result = report_.rows[i];
    if (!result.faults.empty()) return;
    auto const [first, fresh] = seen.try_emplace(sameness_of(entry), result.row);
    if (fresh) return;
    result.faults.push_back(
        {"学习内容", "与第 " + std::to_string(first->second) + " 行重复", "请删去其中一行"});
  }

  Result<void> register_all() {
    std::size_t const step = options_.all_or_nothing ? entries_.size() : rows_per_transaction;
    for (std::size_t from = 0; from < entries_.size(); from += step) {
      std::size_t const to = std::min(from + step, entries_.size());
      std::vector<RowResult> results;
      bool withheld = false;
      auto const written = store_.write([&](storage::Database& database) -> Result<void> {
        withheld = false;
        results.assign(report_.rows.begin() + static_cast<std::ptrdiff_t>(from),
                       report_.rows.begin() + static_cast<std::ptrdiff_t>(to));
        CE_CHECK(register_rows(database, from, results));
        withheld = options_.all_or_nothing && std::any_of(results.begin(), results.end(), [](auto const& r) {
                     return r.fate == RowFate::refused;
                   });
        return withheld ? Result<void>{refused_file("taken back whole")} : Result<void>{};
      });
      if (!written && !withheld) return written.failure();
      keep(from, std::move(results), withheld);
    }
    return {};
  }

  // The rows that check_all() found sound, checked anew: others may have written meanwhile.
  Result<void> register_rows(storage::Database& database, std::size_t from, std::vector<RowResult>& results) {
    CE_TRY(bool const may, in_office(database, actor_));
    if (!may) return refused_file("提交这份文件的账号已停用或已调整，其余的行没有登记");
    std::set<std::int64_t> people;
    Basis now;
    standing_.clear();  // a transaction may run again
    if (options_.all_or_nothing) {
      CE_TRY(now, Basis::of(database, people_, key_of_file()));
    }
    for (std::size_t k = 0; k < results.size(); ++k) {
      auto& result = results[k];
      if (result.fate == RowFate::withheld) CE_CHECK(register_row(database, now, from + k, result, people));
      CE_CHECK(tell(entries_.size() + from + k + 1));
    }
    bool const whole = std::none_of(results.begin(), results.end(),
                                    [](auto const& row) { return row.fate == RowFate::refused; });
    if (!standing_.empty() && whole) CE_CHECK(register_standing(database, results, people));
    if (!options_.all_or_nothing) {
      std::vector<std::int64_t> const touched{people.begin(), people.end()};
      CE_TRY([[maybe_unused]] auto const standings,
             standings::refresh(database, store_.rules(), touched, now_));
    }
    return note_rows(database, results);
  }

  // One entry for what this transaction registers; a file of many rows has several.
  Result<void> note_rows(storage::Database& database, std::vector<RowResult> const& results) const {
    auto const of = [&](RowFate fate) {
      return std::count_if(results.begin(), results.end(), [&](auto const& row) { return row.fate == fate; });
    };
    if (of(RowFate::registered) == 0) return {};
    return audit::append(database, author_of(actor_), audit::Action::file_imported,
                         {"file", report_.file_hash},
                         audit::detail({{"first_row", results.front().row},
                                        {"last_row", results.back().row},
                                        {"registered", of(RowFate::registered)},
                                        {"repeated", of(RowFate::repeated)},
                                        {"refused", of(RowFate::refused)}}),
                         now_);
  }

  /// Whether nothing that check_all()'s judgement rests on has changed.
  [[nodiscard]] bool stands(Basis const& now, std::size_t i) const {
    return options_.all_or_nothing && basis_.same_person(now, judged_[i].professional);
  }

  Result<std::optional<Delivery>> delivered(storage::Database& database, Basis const& now,
                                            std::size_t i) const {
    if (options_.all_or_nothing && basis_.same_deliveries(now)) return std::optional<Delivery>{};
    return find_delivery(database, key_of(i));
  }

  Result<void> register_row(storage::Database& database, Basis const& now, std::size_t i, RowResult& result,
                            std::set<std::int64_t>& people) {
    CE_TRY(auto const before, delivered(database, now, i));
    if (before) {
      result.fate = RowFate::repeated;
      result.record = before->record;
      note_own(*before, i);
      return {};
    }
    if (stands(now, i)) {
      result.fate = RowFate::registered;
      standing_.push_back(i);
      return {};
    }
    CE_TRY(auto const checked, check(database, store_.rules(), actor_, entries_[i], today_));
    result.faults = checked.faults;
    result.fate = RowFate::refused;
    if (!checked.faults.empty()) return {};
    CE_TRY(auto const made, file_record(database, store_.rules(), filing(), entries_[i], checked, now_));
    people.insert(checked.professional);
    result.fate = RowFate::registered;
    result.record = made.record;
    result.warnings = made.warnings;
    return keep_delivery(database, key_of(i), delivery_of(made.record), now_);
  }

  // The rows whose judgement stands, by few statements: nobody else writes meanwhile.
  Result<void> register_standing(storage::Database& database, std::vector<RowResult>& results,
                                 std::set<std::int64_t>& people) {
    std::vector<ToFile> entries;
    entries.reserve(standing_.size());
    for (auto const i : standing_) entries.push_back({&entries_[i], &judged_[i]});
    CE_TRY(auto const made, file_records(database, store_.rules(), filing(), entries, now_));
    std::vector<KeyedDelivery> deliveries;
    deliveries.reserve(standing_.size());
    for (std::size_t k = 0; k < standing_.size(); ++k) {
      auto const i = standing_[k];
      people.insert(judged_[i].professional);
      results[i].record = made[k].record;
      results[i].warnings = made[k].warnings;
      deliveries.push_back({key_of(i), delivery_of(made[k].record)});
    }
    return keep_deliveries(database, deliveries, now_);
  }

  [[nodiscard]] store::Filing filing() const { return {store::Channel::file, actor_.party, actor_.account}; }
  [[nodiscard]] Delivery delivery_of(std::int64_t record) const {
    return {options_.job, protocol::Acceptance::accepted, {}, record};
  }

  void keep(std::size_t from, std::vector<RowResult> results, bool withheld) {
    for (auto& result : results) {
      if (withheld && result.fate == RowFate::registered) {
        result.fate = RowFate::withheld;
        result.record.reset();
      }
    }
    std::move(results.begin(), results.end(), report_.rows.begin() + static_cast<std::ptrdiff_t>(from));
  }

  [[nodiscard]] std::string key_of(std::size_t i) const {
    return key_of_file() + std::to_string(report_.rows[i].row);
  }
  [[nodiscard]] std::string key_of_file() const {
    return "file:" + actor_.account + ':' + report_.file_hash + ':';
  }

  Result<void> tell(std::size_t done) {
    if (!options_.progress || (done % rows_per_progress != 0 && done != 2 * entries_.size())) return {};
    if (done <= told_) return {};  // a transaction that runs again
    told_ = done;
    if (options_.progress(done, 2 * entries_.size())) return {};
    return refused_file("已按要求停止");
  }

  store::Store& store_;
  Actor const& actor_;
  ImportOptions const& options_;
  Instant now_;
  Date today_;
  std::vector<Entry> entries_;
  std::vector<Checked> judged_;  // as the state of check_all() had it
  std::vector<std::int64_t> people_;
  Basis basis_;
  std::vector<std::size_t> standing_;  // rows to be stored as check_all() judged them
  std::set<std::size_t> own_;
  std::size_t told_ = 0;
  ImportReport report_;
};

}  // namespace

Result<ImportReport> import_file(store::Store& store, Actor const& actor, std::string_view bytes,
                                 ImportOptions const& options, Instant now) {
  return Importing{store, actor, options, now}.run(bytes);
}

}  // namespace ce::registration
