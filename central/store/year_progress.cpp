#include "central/store/year_progress.h"

#include <algorithm>
#include <functional>
#include <set>

#include "shared/credit/counting.h"
#include "shared/credit/judge.h"

namespace ce::store {
namespace {

using credit::Note;
using credit::ReviewState;

constexpr int longest_study = 10;  // years; degree study at most

protocol::SubjectLine line_of(credit::SubjectStanding const& standing) {
  return {standing.done, standing.required};
}

protocol::RecordLine line_of(StoredRecord const& stored, credit::Counted const& counted,
                             credit::RulePack const& pack) {
  auto const& record = stored.record;
  protocol::RecordLine line;
  line.content = stored.content;
  line.institution = stored.institution;
  line.subject = record.subject;
  line.activity = record.activity;
  line.mandatory = record.mandatory;
  line.start = record.start;
  line.end = record.end;
  line.review = record.review;
  line.stated = credit::stated_time(record, pack).units;
  line.counted = counted.units;
  line.notes.assign(counted.notes.begin(), counted.notes.end());
  return line;
}

bool is_pending(ReviewState review) {
  return review == ReviewState::pending_employer || review == ReviewState::pending_agency ||
         review == ReviewState::pending_industry || review == ReviewState::pending_hrss;
}

bool complete_once_recognised(std::vector<credit::Record> records, credit::RulePack const& pack, int year) {
  for (auto& record : records) {
    if (is_pending(record.review)) record.review = ReviewState::approved;
  }
  return credit::judge(records, pack, pack.guide_of(year), year).complete;
}

}  // namespace

protocol::YearProgress judge_year(std::vector<StoredRecord> const& stored, credit::RulePack const& pack,
                                  int year) {
  std::vector<credit::Record> records;
  records.reserve(stored.size());
  for (auto const& one : stored) records.push_back(one.record);
  auto const verdict = credit::judge(records, pack, pack.guide_of(year), year);

  protocol::YearProgress progress;
  progress.year = year;
  progress.pack = pack.id;
  progress.public_subject = line_of(verdict.public_subject);
  progress.professional = line_of(verdict.professional);
  progress.professional_mandatory = line_of(verdict.professional_mandatory);
  progress.elective = line_of(verdict.elective);
  progress.total = line_of(verdict.total);
  progress.achievement_credit = verdict.achievement_credit;
  progress.complete = verdict.complete;
  progress.reasons.assign(verdict.reasons.begin(), verdict.reasons.end());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    if (verdict.counted[i].notes.contains(Note::other_year)) continue;
    progress.records.push_back(line_of(stored[i], verdict.counted[i], pack));
  }
  bool const review = verdict.complete || complete_once_recognised(std::move(records), pack, year);
  progress.certificate.state =
      review ? protocol::CertificateState::under_review : protocol::CertificateState::incomplete;
  return progress;
}

std::vector<int> years_touched(std::vector<StoredRecord> const& records, std::vector<int> const& others) {
  std::set<int, std::greater<>> years{others.begin(), others.end()};
  for (auto const& stored : records) {
    auto const& record = stored.record;
    if (record.credit_year) years.insert(*record.credit_year);
    if (record.end) {
      int const last = record.end->year();
      int const first = record.start ? std::max(record.start->year(), last - longest_study) : last;
      for (int year = first; year <= last; ++year) years.insert(year);
    }
  }
  return {years.begin(), years.end()};
}

}  // namespace ce::store
