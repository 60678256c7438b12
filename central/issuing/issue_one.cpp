#include <algorithm>

#include "central/audit/audit.h"
#include "central/issuing/certify.h"
#include "central/issuing/issue.h"
#include "central/store/gathering.h"
#include "central/store/people.h"

// Clerks who issue at the same time share a transaction: one look at all their people, one change of the
// counters, one insert for each table, one sync.
namespace ce::issuing {
namespace {

/// A clerk's request while it waits for its group.
struct Request {
  store::Store& store;
  Actor const& actor;
  Order order;
  Result<std::string> outcome = std::string{};
};
using Group = std::span<Request* const>;

/// Of one store and credit year, nobody twice.
bool belongs_to(Group group, Request const& one) {
  auto const& first = *group.front();
  return &one.store == &first.store && one.order.year == first.order.year &&
         std::none_of(group.begin(), group.end(), [&](Request const* other) {
           return other->order.professional == one.order.professional;
         });
}

class Together {
 public:
  explicit Together(Group group) : requests_(group.begin(), group.end()), store_(group.front()->store) {
    std::sort(requests_.begin(), requests_.end(), [](Request const* a, Request const* b) {
      return a->order.professional < b->order.professional;
    });
    for (auto const* request : requests_) ids_.push_back(request->order.professional);
  }

  Result<void> run() {
    return store_.write(
        [&](storage::Database& database) -> Result<void> {
          CE_CHECK(store::hold_people(database, ids_));
          CE_TRY(auto const judged, judge(database));
          return issue(database, judged);
        },
        storage::Isolation::row_locks);
  }

 private:
  [[nodiscard]] Order const& first() const { return requests_.front()->order; }

  /// Within the transaction: beside it would be two more journeys on a server, and on a file a new state of
  /// it to read for each group.
  Result<std::vector<Candidate>> judge(storage::Database& database) const {
    return candidates(database, store_.rules(), first().year, ids_, first().now);
  }

  Result<void> check(Request const& request, Candidate const* candidate) const {
    auto const& order = request.order;
    if (candidate == nullptr) {
      return Failure{FailureCode::person_unknown,
                     "no professional has the id " + std::to_string(order.professional)};
    }
    CE_CHECK(may_issue(store_.rules(), request.actor, candidate->issuing_region, order.now));
    Run const run{candidate->issuing_region, order.year, order.day, order.account, order.now};
    if (auto why = refusal_of(*candidate, run); !why.empty())
      return Failure{FailureCode::issuing_refused, std::move(why)};
    return {};
  }

  Result<void> issue(storage::Database& database, std::vector<Candidate> const& judged) {
    std::vector<Part> parts;
    std::vector<Request*> chosen;
    for (auto* const request : requests_) {
      auto const& order = request->order;
      auto const* const candidate = store::of_person(judged, order.professional);
      if (auto const allowed = check(*request, candidate); !allowed) {
        request->outcome = allowed.failure();
        continue;
      }
      chosen.push_back(request);
      parts.push_back(
          {{candidate->issuing_region, order.year, order.day, order.account, order.now}, {*candidate}});
    }
    if (parts.empty()) return {};
    CE_TRY(auto const numbers, certify(database, store_.rules(), parts));
    std::vector<audit::Note> notes;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      auto const& number = numbers[i].front().text();
      chosen[i]->outcome = number;
      notes.push_back({author_of(chosen[i]->actor),
                       audit::Action::certificate_issued,
                       {"certificate", number},
                       audit::detail({{"year", first().year}}),
                       chosen[i]->order.now});
    }
    return audit::append_all(database, notes);
  }

  std::vector<Request*> requests_;
  store::Store& store_;
  std::vector<std::int64_t> ids_;
};

void issue_together(Group group) {
  auto done = Together{group}.run();
  // Another process was quicker with one of these people; the next look sees it.
  if (!done && done.failure().code == FailureCode::storage_constraint) done = Together{group}.run();
  if (done) return;
  auto const& why = done.failure();
  // What took a group back need not be the fault of all, but where nobody knows whether it was kept.
  bool const alone = group.size() > 1 && why.code != FailureCode::storage_in_doubt;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (alone) {
      issue_together(group.subspan(i, 1));
    } else {
      group[i]->outcome = why;
    }
  }
}

constexpr std::size_t most_together = 64;

/// A file's writer is what is waited for, and its costs are the transaction's: one group, as large as can be.
/// On a server one is judged while another is written.
store::Gathering<Request>& gathering_of(store::Store const& store) {
  static store::Gathering<Request> on_file{most_together, 1};
  static store::Gathering<Request> on_server{most_together, 2};
  return store.on_server() ? on_server : on_file;
}

}  // namespace

Result<std::string> issue_one(store::Store& store, Actor const& actor, std::int64_t professional, int year,
                              Date day, Instant now) {
  auto const& rules = store.rules();
  CE_CHECK(may_issue(rules, actor, actor.region, now));
  CE_CHECK(not_for_oneself(actor, professional));
  CE_CHECK(check_day(rules, year, day, now));
  CE_CHECK(rules.packs.of_year(year));
  Request request{store, actor, {professional, year, day, now, actor.account}};
  gathering_of(store).join(request, issue_together, belongs_to);
  return request.outcome;
}

}  // namespace ce::issuing
