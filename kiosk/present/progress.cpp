#include <algorithm>

#include "kiosk/present/bodies.h"
#include "kiosk/present/printable.h"
#include "kiosk/present/standing.h"
#include "kiosk/present/terms.h"

namespace ce::present {
namespace {

Tagged review_tag(credit::ReviewState state, Words const& words) {
  using enum credit::ReviewState;
  switch (state) {
    case pending_employer:
      return {words[Word::review_pending_employer], Tone::neutral};
    case pending_agency:
      return {words[Word::review_pending_agency], Tone::neutral};
    case pending_industry:
      return {words[Word::review_pending_industry], Tone::neutral};
    case pending_hrss:
      return {words[Word::review_pending_hrss], Tone::neutral};
    case returned:
      return {words[Word::review_returned], Tone::notice};
    case rejected:
      return {words[Word::review_rejected], Tone::bad};
    case approved:
      break;
  }
  return {words[Word::review_approved], Tone::good};
}

std::string dates(protocol::RecordLine const& record, int year, Words const& words) {
  if (!record.end) return record.start ? day_in(*record.start, year, words) : "";
  auto end = day_in(*record.end, year, words);
  if (!record.start || *record.start == *record.end) return end;
  return words.fill(Word::progress_dates, {{"from", day_in(*record.start, year, words)}, {"to", end}});
}

std::string joined(std::initializer_list<std::string> parts) {
  std::string out;
  for (auto const& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += " · ";
    out += part;
  }
  return out;
}

RecordView record_view(protocol::RecordLine const& record, int year, Words const& words) {
  RecordView view;
  view.content = record.content;
  std::string subject = subject_name(record.subject, words);
  if (record.mandatory) subject = words.fill(Word::progress_mandatory_mark, {{"subject", subject}});
  // The institution last: it is the longest, and where a line ends early neither subject nor day is lost.
  view.detail = joined({subject, dates(record, year, words), record.institution});
  view.hours = record.counted.count > 0
                   ? words.fill(Word::progress_counted, {{"hours", hours_text(record.counted, words)}})
                   : words[Word::progress_not_counted];
  view.review = review_tag(record.review, words);
  for (auto note : record.notes) {
    // The review state beside it says this already.
    if (note == credit::Note::not_approved) continue;
    view.note = joined({view.note, note_sentence(note, words)});
  }
  return view;
}

std::string print_hint(protocol::CertificateState state, Words const& words) {
  using enum protocol::CertificateState;
  switch (state) {
    case incomplete:
      return words[Word::progress_why_incomplete];
    case under_review:
      return words[Word::progress_why_under_review];
    case printed:
      return words[Word::progress_why_printed];
    case unresolved:
      return words[Word::progress_why_unresolved];
    case revoked:
      return words[Word::progress_why_revoked];
    case printable:
      break;
  }
  return "";
}

}  // namespace

std::size_t records_per_page(session::Mode const& mode) {
  if (mode.elder || mode.size == session::TextSize::extra_large) return 2;
  if (mode.size == session::TextSize::large) return 3;
  return mode.size == session::TextSize::small ? 5 : 4;
}

ProgressView progress_view(session::State const& state, session::Progress const& at, Setting const& setting,
                           Words const& words) {
  auto const& years = state.visitor->years->years;
  ProgressView view;
  view.person = person_view(state, words);
  view.year = at.year;
  view.year_label = words.fill(Word::progress_year, {{"year", std::to_string(at.year)}});
  view.certificates_label = words[Word::progress_certificates];
  view.newer_label = words[Word::progress_newer];
  view.older_label = words[Word::progress_older];
  view.no_records = words[Word::progress_no_records];
  for (auto const& line : years) {
    view.years.push_back({line.year, words.fill(Word::progress_year, {{"year", std::to_string(line.year)}}),
                          line.year == at.year, line.complete});
  }
  auto const found =
      std::find_if(years.begin(), years.end(), [&](auto const& line) { return line.year == at.year; });
  if (found == years.end()) return view;

  view.verdict = year_verdict(*found, words);
  view.total_done = hours_number(found->total.done, words);
  view.total_required = hours_text(found->total.required, words);
  view.total_fraction = fraction(found->total.done, found->total.required);
  view.subjects = subject_views(*found, words);
  view.missing = missing_sentences(*found, words);
  if (!found->complete && setting.learning != nullptr)
    view.learn =
        LearnView{words[Word::progress_learn], words[Word::progress_learn_address], *setting.learning};
  view.records_title = words.fill(Word::progress_records, {{"count", std::to_string(found->records.size())}});
  auto const per_page = records_per_page(state.mode);
  view.paging = paging(found->records.size(), per_page, at.page, words);
  auto const first = static_cast<std::size_t>(view.paging.page) * per_page;
  for (std::size_t i = first; i < std::min(found->records.size(), first + per_page); ++i) {
    view.records.push_back(record_view(found->records[i], at.year, words));
  }
  switch (printable(state.surroundings, found->certificate, setting.now)) {
    case Printable::now:
    case Printable::by_grant:
      view.print_label = words[Word::progress_print];
      break;
    case Printable::when_online:
      view.print_hint = words[Word::progress_why_when_online];
      break;
    case Printable::no:
      view.print_hint = print_hint(found->certificate.state, words);
  }
  return view;
}

}  // namespace ce::present
