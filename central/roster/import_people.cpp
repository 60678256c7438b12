#include "central/roster/import_people.h"

#include <algorithm>
#include <set>

#include "central/changes/touch.h"
#include "central/registration/delivery.h"
#include "central/registration/in_office.h"
#include "central/registration/report_file.h"
#include "central/registration/rows.h"
#include "central/roster/people_columns.h"
#include "central/roster/people_rows.h"
#include "central/store/digest.h"

namespace ce::roster {
namespace {

using registration::ImportReport;
using registration::RowFate;
using registration::RowResult;

constexpr std::size_t people_per_transaction = 200;

/// One file of persons while it is taken in.
class TakingIn {
 public:
  TakingIn(store::Store& store, accounts::Keeper const& keeper, registration::ImportOptions const& options,
           Instant now)
      : store_(store), keeper_(keeper), options_(options), now_(now) {}

  Result<ImportReport> run(std::string_view bytes) {
    CE_TRY(auto grid, registration::read_table(bytes));
    CE_TRY(auto const layout, person_layout(grid.rows.front()));
    report_ = registration::report_of(bytes, std::move(grid.rows));
    for (auto const& row : report_.cells) {
      auto& result = report_.rows.emplace_back();
      result.row = row.number;
      entries_.push_back(person_entry(row, layout, store_.rules().regions, result.faults));
    }
    if (options_.all_or_nothing) {
      CE_TRY(bool const sound, all_are_sound());
      if (!sound) return std::move(report_);
    }
    std::size_t const step = options_.all_or_nothing ? entries_.size() : people_per_transaction;
    for (std::size_t from = 0; from < entries_.size(); from += step) {
      CE_CHECK(take(from, std::min(from + step, entries_.size())));
    }
    return std::move(report_);
  }

 private:
  // What is taken whole is one transaction, for which everybody else who writes waits: a file with a fault,
  // and most have one at first, is told from a sound one before it. What it found is judged again there.
  Result<bool> all_are_sound() {
    std::vector<RowResult> results;
    auto const judged = store_.read([&](storage::Database& database) -> Result<void> {
      results = report_.rows;
      for (std::size_t k = 0; k < results.size(); ++k) {
        CE_TRY([[maybe_unused]] auto const opened, judge_row(database, entries_[k], results[k]));
        CE_CHECK(tell(k + 1));
      }
      return {};
    });
    if (!judged) return judged.failure();
    seen_.clear();
    if (of(results, RowFate::refused) == 0) return true;
    withhold(results);
    report_.rows = std::move(results);
    return false;
  }

  static void withhold(std::vector<RowResult>& results) {
    for (auto& result : results) {
      if (result.fate != RowFate::registered) continue;
      result.fate = RowFate::withheld;
      result.record.reset();
    }
  }

  Result<void> take(std::size_t from, std::size_t to) {
    std::vector<RowResult> results;
    bool taken_back = false;
    auto const seen_before = seen_;
    auto const written = store_.write([&](storage::Database& database) -> Result<void> {
      seen_ = seen_before;
      results.assign(report_.rows.begin() + static_cast<std::ptrdiff_t>(from),
                     report_.rows.begin() + static_cast<std::ptrdiff_t>(to));
      CE_CHECK(write_rows(database, from, results));
      taken_back = options_.all_or_nothing && of(results, RowFate::refused) > 0;
      return taken_back ? Result<void>{registration::refused_file("taken back whole")} : Result<void>{};
    });
    if (!written && !taken_back) return written.failure();
    if (taken_back) withhold(results);
    std::move(results.begin(), results.end(), report_.rows.begin() + static_cast<std::ptrdiff_t>(from));
    return {};
  }

  Result<void> write_rows(storage::Database& database, std::size_t from, std::vector<RowResult>& results) {
    CE_TRY(bool const may,
           registration::in_office(database, {.account = keeper_.account, .region = keeper_.region}));
    if (!may) return registration::refused_file("提交这份文件的账号已停用或已调整，其余的行没有建档");
    std::vector<std::int64_t> made;
    for (std::size_t k = 0; k < results.size(); ++k) {
      CE_CHECK(write_row(database, entries_[from + k], results[k]));
      if (results[k].record) made.push_back(*results[k].record);
      CE_CHECK(tell(entries_.size() + from + k + 1));
    }
    if (made.empty()) return {};
    CE_CHECK(changes::persons_changed(database, made));
    return audit::append(database, accounts::author_of(keeper_, keeper_.region),
                         audit::Action::people_imported, {"file", report_.file_hash},
                         audit::detail({{"first_row", results.front().row},
                                        {"last_row", results.back().row},
                                        {"opened", made.size()},
                                        {"repeated", of(results, RowFate::repeated)},
                                        {"refused", of(results, RowFate::refused)}}),
                         now_);
  }

  /// What becomes of a row; and who is to be opened, where it is sound and says something new.
  Result<std::optional<CheckedPerson>> judge_row(storage::Database& database, PersonEntry const& entry,
                                                 RowResult& result) {
    using Opened = std::optional<CheckedPerson>;
    result.fate = RowFate::refused;
    if (!result.faults.empty()) return Opened{};  // what could not be read cannot be judged
    std::optional<std::int64_t> known;
    CE_TRY(auto const checked,
           check_person(database, store_.rules(), keeper_, nullptr, entry, china_date(now_), known));
    result.faults = checked.faults;
    bool const twice =
        !checked.id_number.empty() && !seen_.insert(store::sha256_hex(checked.id_number)).second;
    if (twice) {
      result.faults = {{"证件号码", "与前面的一行相同", "请删去其中一行"}};
      return Opened{};
    }
    if (known && checked.faults.size() == 1) {
      CE_TRY(bool const same, says_the_same(database, *known, checked));
      if (!same) return Opened{};
      CE_TRY(bool const own, opened_by_this_job(database, key_of(result)));
      result.fate = own ? RowFate::registered : RowFate::repeated;
      result.faults.clear();
      return Opened{};
    }
    if (!checked.faults.empty()) return Opened{};
    result.fate = RowFate::registered;
    return Opened{checked};
  }

  Result<void> write_row(storage::Database& database, PersonEntry const& entry, RowResult& result) {
    CE_TRY(auto const opened, judge_row(database, entry, result));
    if (!opened) return {};
    CE_TRY(result.record, insert_person(database, *opened, now_));
    if (options_.job.empty()) return {};
    return registration::keep_delivery(database, key_of(result),
                                       {options_.job, protocol::Acceptance::accepted, {}, {}}, now_);
  }

  // Before its process died and another took the job up: told as opened, not as there before.
  Result<bool> opened_by_this_job(storage::Database& database, std::string_view key) const {
    if (options_.job.empty()) return false;
    CE_TRY(auto const before, registration::find_delivery(database, key));
    return before && before->body_hash == options_.job;
  }

  // Of one row of one job: a row that is told again within the file has another.
  [[nodiscard]] std::string key_of(RowResult const& row) const {
    return "people:" + options_.job + ':' + std::to_string(row.row);
  }

  Result<bool> says_the_same(storage::Database& database, std::int64_t known,
                             CheckedPerson const& checked) const {
    auto const there = person(database, known, {keeper_.region});
    if (!there)
      return there.failure().code == FailureCode::person_unknown ? Result<bool>{false} : there.failure();
    return there->name.reveal() == checked.name && there->region == checked.region &&
           there->employer == checked.employer && there->agency == checked.agency &&
           there->industry == checked.industry && !there->closed;
  }

  static std::size_t of(std::vector<RowResult> const& rows, RowFate fate) {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [fate](auto const& row) { return row.fate == fate; }));
  }

  // Jobs count two steps for each row: judged beforehand where the file is taken whole, and written.
  Result<void> tell(std::size_t steps) {
    constexpr std::size_t rows_per_word = 50;
    bool const due = steps % entries_.size() % rows_per_word == 0;
    if (!options_.progress || !due || steps <= told_) return {};
    told_ = steps;
    if (options_.progress(steps, 2 * entries_.size())) return {};
    return registration::refused_file("已按要求停止");
  }

  store::Store& store_;
  accounts::Keeper const& keeper_;
  registration::ImportOptions const& options_;
  Instant now_;
  std::vector<PersonEntry> entries_;
  std::set<std::string> seen_;  // digests of the numbers of rows before
  std::size_t told_ = 0;
  ImportReport report_;
};

}  // namespace

Result<ImportReport> import_people(store::Store& store, accounts::Keeper const& keeper,
                                   std::string_view bytes, registration::ImportOptions const& options,
                                   Instant now) {
  if (keeper.role != accounts::Role::hrss)
    return Failure{FailureCode::role_refused, "人员信息由人力资源和社会保障部门办理"};
  return TakingIn{store, keeper, options, now}.run(bytes);
}

Result<void> write_people_template(std::filesystem::path const& file) {
  std::vector<registration::TemplateColumn> columns;
  columns.reserve(person_columns.size());
  for (auto const& row : person_columns)
    columns.push_back(
        {row.heading, row.hint, row.required, row.heading == "用人单位" || row.heading == "托管机构"});
  return registration::write_template_of(file, "人员建档", columns);
}

}  // namespace ce::roster
