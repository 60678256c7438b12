#pragma once

#include "central/store/records.h"

namespace ce::tests {

/// Approved records that complete the person's `year` exactly; their ids follow `last_record`, which goes on.
inline Result<void> insert_complete_year(storage::Database& database, std::int64_t person, int year,
                                         std::int64_t& last_record) {
  for (auto const& [subject, hours] :
       {std::pair{credit::Subject::public_subject, 30}, std::pair{credit::Subject::professional, 42},
        std::pair{credit::Subject::elective, 18}}) {
    credit::Record record;
    record.subject = subject;
    record.mandatory = subject == credit::Subject::professional;
    record.review = credit::ReviewState::approved;
    record.assessment = credit::Assessment::pass;
    record.hours = CreditUnits::hours(hours);
    record.credit_year = year;
    record.start = Date::make(year, 1, 1).value();
    record.end = Date::make(year, 1, 30).value();
    CE_CHECK(store::insert_record(database, {++last_record, person, {}, "课程", record, Instant{}}));
  }
  return {};
}

}  // namespace ce::tests
