#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "central/issuing/permission.h"
#include "central/store/store.h"
#include "shared/base/entry_id.h"

namespace ce::issuing {

/// The most people that one batch may name.
inline constexpr std::size_t most_batch_people = 100'000;

/// What an HRSS clerk approves in one go.
struct BatchOrder {
  EntryId id;  // made by who asks; the same order under the same id goes on where it stopped
  int year = 0;
  Date day;                          // 发证时间
  std::vector<std::int64_t> people;  // nobody named: everybody ready of the actor's region
};

/// Numbers without gap that one transaction of the batch gave out.
struct NumberRun {
  std::string first;
  std::string last;
  bool operator==(NumberRun const&) const = default;
};

/// Somebody asked for who got no certificate.
struct Refusal {
  std::int64_t professional = 0;
  std::string why;  // Chinese, for the clerk
};

struct BatchReport {
  std::int64_t issued = 0;       // by this batch, earlier interrupted runs included
  std::vector<NumberRun> runs;   // by number; together exactly `issued` numbers
  std::vector<Refusal> refused;  // of this run, by person
  bool resumed = false;          // an earlier run had begun it
};

/// Told after each transaction; `done` of about `total` people were looked at. False stops there: the report
/// tells what was issued, and the same order goes on.
using BatchProgress = std::function<bool(std::int64_t done, std::int64_t total)>;

/// Issues certificates to many people of the actor's region (articles 14 and 15): a transaction for each 256,
/// in which everyone is judged by their records, one change of the counter takes the numbers, and
/// certificates, frozen verdicts, standings and an audit entry are written. Who is not complete, of another
/// region, the actor themselves or holds a certificate of that year already is reported and takes no number.
/// Two batches at once never issue twice and leave no gap; a batch that was interrupted goes on under its id,
/// and people whom it had issued count as issued. Fails with issuing_refused (not the actor's to do),
/// input_invalid (day, too many people, the id stands for another order), year_without_pack, number_exhausted
/// (before anything is written), and storage errors: what was issued so far stays, and the same order may be
/// given again.
[[nodiscard]] Result<BatchReport> issue_batch(store::Store& store, Actor const& actor,
                                              BatchOrder const& order, Instant now,
                                              BatchProgress const& progress = {});

}  // namespace ce::issuing
