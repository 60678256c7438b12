#pragma once

#include <string>

#include "kiosk/present/words.h"
#include "shared/base/clock.h"
#include "shared/base/units.h"
#include "shared/credit/record.h"
#include "shared/credit/verdict.h"

/// The regulation's terms, amounts of study and days in the language of the words; room-internal. The Chinese
/// ones are those of shared/credit and Date, which a test compares.
namespace ce::present {

[[nodiscard]] std::string const& subject_name(credit::Subject subject, Words const& words);
/// As short as it may be beside its own bar: "Professional".
[[nodiscard]] std::string const& short_subject_name(credit::Subject subject, Words const& words);
/// "36 学时", "10.5 学时", "17 学时 44 分钟"; and the same without the unit where a heading has it.
[[nodiscard]] std::string hours_text(CreditUnits units, Words const& words);
[[nodiscard]] std::string hours_number(CreditUnits units, Words const& words);
[[nodiscard]] std::string const& note_sentence(credit::Note note, Words const& words);

/// "2026年3月1日", "1 March 2026".
[[nodiscard]] std::string day_text(Date day, Words const& words);
/// "3月1日", "1 March"; with the year where that is not `year`.
[[nodiscard]] std::string day_in(Date day, int year, Words const& words);
/// "8:05", in China.
[[nodiscard]] std::string time_text(Instant instant);
/// "2026年3月1日 8:05"; without the year where that is `year`.
[[nodiscard]] std::string moment_text(Instant instant, Words const& words);
[[nodiscard]] std::string moment_in(Instant instant, int year, Words const& words);

}  // namespace ce::present
