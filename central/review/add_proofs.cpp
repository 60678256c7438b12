#include "central/review/add_proofs.h"

#include "central/registration/proofs.h"
#include "central/store/closed_years.h"

namespace ce::review {

bool takes_proofs(credit::ReviewState state) {
  return state != credit::ReviewState::approved && state != credit::ReviewState::rejected;
}

Result<void> add_proofs(store::Store& store, Actor const& actor, std::int64_t record,
                        std::span<std::string const> hashes, Instant now) {
  if (hashes.empty()) return Failure{FailureCode::input_invalid, "请选择要补充的证明材料"};
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const reviewed, case_of(database, store.rules(), record));
    if (!may_mend(actor, reviewed)) return Failure{FailureCode::record_unknown, {}};
    if (!takes_proofs(reviewed.progress.state))
      return Failure{FailureCode::review_refused, "审核已经结束，不能再补充证明材料"};
    CE_CHECK(store::check_year_open(database, reviewed.year));
    for (auto const& hash : hashes)
      CE_CHECK(registration::attach_proof(database, record, hash, actor.account, now));
    CE_TRY(auto const proofs, registration::proofs_of(database, record));
    auto const there = static_cast<std::int64_t>(proofs.size());
    if (there > most_proofs_of_record)
      return Failure{FailureCode::input_invalid, "一条记录最多 20 份证明材料"};
    return audit::append(database, registration::author_of(actor), audit::Action::record_proofs_added,
                         {"record", std::to_string(record)},
                         audit::detail({{"proofs", hashes.size()}, {"all", there}}), now);
  });
}

}  // namespace ce::review
