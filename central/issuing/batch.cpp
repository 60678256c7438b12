#include "central/issuing/batch.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "central/audit/audit.h"
#include "central/issuing/batch_rows.h"
#include "central/issuing/certify.h"
#include "central/issuing/judged_ahead.h"
#include "central/registration/in_office.h"
#include "central/store/people.h"

namespace ce::issuing {
namespace {

constexpr int most_tries = 5;

Failure no_longer_in_office() {
  return {FailureCode::issuing_refused, "下达核发的账号已停用或已调整，其余的没有核发；请由在职人员重新下达"};
}

/// One batch while it runs.
class Approving {
 public:
  Approving(store::Store& store, Actor const& actor, BatchOrder const& order, Instant now,
            BatchProgress const& progress)
      : store_(store),
        actor_(actor),
        order_(order),
        run_{actor.region, order.year, order.day, actor.account, now},
        progress_(progress) {}

  Result<BatchReport> run() {
    JudgedAhead ahead{store_, run_.region, order_, run_.now};
    for (bool last = false; !last;) {
      CE_TRY(auto const group, ahead.next());
      last = group.is_last();
      CE_CHECK(approve(group));
      done_ += static_cast<std::int64_t>(group.ids.size());
      if (progress_ && !group.ids.empty() && !progress_(done_, std::max(done_, total_))) break;
    }
    if (!gathered_) CE_CHECK(gather());
    report_.issued = issued_in(report_.runs);
    return std::move(report_);
  }

 private:
  /// In the batch's first transaction: the whole range is looked at before the first certificate is written.
  Result<void> begin(storage::Database& database, credit::RulePack const& pack) {
    CE_TRY(report_.resumed, begin_batch(database, actor_, order_, run_.now));
    CE_TRY(total_, count_people(database));
    CE_TRY(auto const last, hold_counter(database, scope_of(run_, pack)));
    CE_TRY(auto const before, runs_of(database, order_.id));
    auto const done_before = order_.people.empty() ? 0 : issued_in(before);
    auto const wanted = std::max<std::int64_t>(total_ - done_before, 0);
    return check_range(scope_of(run_, pack), last, static_cast<std::size_t>(wanted));
  }

  [[nodiscard]] Result<std::int64_t> count_people(storage::Database& database) const {
    if (!order_.people.empty()) return static_cast<std::int64_t>(order_.people.size());
    auto row = database.prepare(
        "SELECT COUNT(*) FROM yearly_standings WHERE year = $1 AND state = 'ready' AND issuing_region = $2");
    CE_CHECK(row.bind(1, order_.year).bind(2, run_.region).step());
    return row.integer(0);
  }

  static std::int64_t sequence_of(std::string_view number) {
    std::int64_t sequence = 0;
    std::from_chars(number.data() + 8, number.data() + number.size(), sequence);
    return sequence;
  }

  static std::int64_t issued_in(std::vector<NumberRun> const& runs) {
    std::int64_t issued = 0;
    for (auto const& run : runs) issued += sequence_of(run.last) - sequence_of(run.first) + 1;
    return issued;
  }

  /// Whether all who would get a certificate can be taken as they were seen. A standing that is behind its
  /// records tells nothing.
  static bool may_be_taken(std::vector<Candidate> const& judged) {
    return std::all_of(judged.begin(), judged.end(), [](Candidate const& one) {
      return one.standing_holds || !one.verdict || !one.in_force.empty();
    });
  }

  /// Who was judged beside the writer is taken only as they were seen. Where somebody is not any more the
  /// transaction is lost, and the next one judges everybody itself.
  Result<void> approve(JudgedGroup const& group) {
    auto const& ids = group.ids;
    CE_TRY(auto const* const pack, store_.rules().packs.of_year(order_.year));
    bool first = true;  // of all runs: the store, too, may run the work again
    for (int attempt = 1;; ++attempt) {
      std::vector<Refusal> refused;
      auto const written = store_.write(
          [&](storage::Database& database) -> Result<void> {
            refused.clear();
            CE_TRY(bool const may, registration::in_office(database, actor_));
            if (!may) return no_longer_in_office();
            bool const as_seen = std::exchange(first, false) && may_be_taken(group.judged);
            CE_CHECK(as_seen ? store::hold_person_rows(database, ids) : store::hold_people(database, ids));
            if (!begun_) CE_CHECK(begin(database, *pack));
            CE_TRY(auto judged, as_seen ? group.judged : judge_here(database, ids));
            CE_CHECK(issue_group(database, ids, std::move(judged), refused));
            return group.is_last() ? finish(database) : Result<void>{};
          },
          storage::Isolation::row_locks);
      if (written) {
        begun_ = true;
        report_.refused.insert(report_.refused.end(), std::make_move_iterator(refused.begin()),
                               std::make_move_iterator(refused.end()));
        return {};
      }
      // Somebody was quicker with one of these people; the next try sees it.
      auto const code = written.failure().code;
      bool const meanwhile = code == FailureCode::storage_constraint || code == FailureCode::storage_busy ||
                             code == FailureCode::storage_conflict;
      if (!meanwhile || attempt == most_tries) return written.failure();
    }
  }

  [[nodiscard]] Result<std::vector<Candidate>> judge_here(storage::Database& database,
                                                          std::vector<std::int64_t> const& ids) const {
    if (ids.empty()) return std::vector<Candidate>{};
    return candidates(database, store_.rules(), order_.year, ids, run_.now);
  }

  Result<void> finish(storage::Database& database) {
    CE_CHECK(finish_batch(database, order_.id, run_.now));
    CE_TRY(report_.runs, runs_of(database, order_.id));
    gathered_ = true;
    return {};
  }

  Result<void> issue_group(storage::Database& database, std::vector<std::int64_t> const& ids,
                           std::vector<Candidate> judged, std::vector<Refusal>& refused) {
    std::vector<NumberRun> own;
    if (std::any_of(judged.begin(), judged.end(), [](auto const& one) { return !one.in_force.empty(); })) {
      CE_TRY(own, runs_of(database, order_.id));
    }
    auto chosen = choose(ids, std::move(judged), own, refused);
    if (chosen.empty()) return {};
    Part const part{run_, std::move(chosen)};
    CE_TRY(auto const all, certify(database, store_.rules(), {&part, 1}));
    auto const& numbers = all.front();
    CE_CHECK(note_run(database, order_.id, numbers, run_.now));
    auto const detail = audit::detail({{"year", order_.year},
                                       {"count", numbers.size()},
                                       {"first", numbers.front().text()},
                                       {"last", numbers.back().text()}});
    return audit::append(database, author_of(actor_), audit::Action::certificates_issued,
                         {"batch", order_.id.text()}, detail, run_.now);
  }

  /// Who gets a certificate, by id; everybody else goes to `refused` with the reason.
  std::vector<Candidate> choose(std::vector<std::int64_t> const& ids, std::vector<Candidate> judged,
                                std::vector<NumberRun> const& own, std::vector<Refusal>& refused) const {
    std::vector<Candidate> chosen;
    chosen.reserve(judged.size());
    for (auto const id : ids) {
      auto const at = std::lower_bound(
          judged.begin(), judged.end(), id,
          [](Candidate const& one, std::int64_t wanted) { return one.professional < wanted; });
      if (at == judged.end() || at->professional != id) {
        refused.push_back({id, "系统中没有此人"});
      } else if (actor_.professional == id) {
        refused.push_back({id, "不能为本人办理，请由同事办理"});
      } else if (!at->in_force.empty() && holds(own, at->in_force)) {
        continue;  // this batch, before it was interrupted
      } else if (auto why = refusal_of(*at, run_); !why.empty()) {
        refused.push_back({id, std::move(why)});
      } else {
        chosen.push_back(std::move(*at));
      }
    }
    return chosen;
  }

  Result<void> gather() {
    return store_.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(report_.runs, runs_of(database, order_.id));
      return {};
    });
  }

  store::Store& store_;
  Actor const& actor_;
  BatchOrder const& order_;
  Run run_;
  BatchProgress const& progress_;
  BatchReport report_;
  bool begun_ = false;
  bool gathered_ = false;  // the runs, by the last transaction
  std::int64_t done_ = 0;
  std::int64_t total_ = 0;
};

}  // namespace

Result<BatchReport> issue_batch(store::Store& store, Actor const& actor, BatchOrder const& order, Instant now,
                                BatchProgress const& progress) {
  CE_CHECK(may_issue(store.rules(), actor, actor.region, now));
  CE_CHECK(check_day(store.rules(), order.year, order.day, now));
  if (order.people.size() > most_batch_people) {
    return Failure{FailureCode::input_invalid, "一批最多 100000 人"};
  }
  auto sorted = order;
  std::sort(sorted.people.begin(), sorted.people.end());
  sorted.people.erase(std::unique(sorted.people.begin(), sorted.people.end()), sorted.people.end());
  return Approving{store, actor, sorted, now, progress}.run();
}

}  // namespace ce::issuing
