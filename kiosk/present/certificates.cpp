#include <algorithm>

#include "kiosk/present/bodies.h"
#include "kiosk/present/printable.h"
#include "kiosk/present/terms.h"

namespace ce::present {
namespace {

struct StateWords {
  Tagged tag;
  std::string reason;
};

/// Without network: what can still be printed and until when, and when the rest will be.
StateWords words_of_offline(protocol::CertificateLine const& line, Printable can, Instant now,
                            Words const& words) {
  if (can == Printable::when_online) {
    return {{words[Word::certificates_when_online], Tone::notice}, words[Word::certificates_why_when_online]};
  }
  auto const end = line.grant->not_after;
  auto const until = china_date(end) == china_date(now) ? time_text(end) : moment_text(end, words);
  return {{words[Word::certificates_printable], Tone::good},
          words.fill(Word::certificates_why_by_grant, {{"time", until}})};
}

StateWords words_of(protocol::CertificateLine const& line, Words const& words) {
  using enum protocol::CertificateState;
  switch (line.state) {
    case printable:
      return {{words[Word::certificates_printable], Tone::good},
              words.fill(Word::certificates_why_printable,
                         {{"authority", line.authority},
                          {"date", line.issue_date ? day_text(*line.issue_date, words) : ""}})};
    case printed:
      return {{words[Word::certificates_printed], Tone::neutral},
              line.printed_at ? words.fill(Word::certificates_why_printed,
                                           {{"time", moment_text(*line.printed_at, words)}})
                              : words[Word::certificates_why_printed_before]};
    case unresolved:
      return {{words[Word::certificates_unresolved], Tone::notice}, words[Word::progress_why_unresolved]};
    case revoked:
      return {{words[Word::certificates_revoked], Tone::bad},
              line.revoked_reason.empty()
                  ? words[Word::certificates_why_revoked_plain]
                  : words.fill(Word::certificates_why_revoked, {{"reason", line.revoked_reason}})};
    case under_review:
      return {{words[Word::certificates_under_review], Tone::notice}, words[Word::progress_why_under_review]};
    case incomplete:
      break;
  }
  return {{words[Word::certificates_incomplete], Tone::neutral}, words[Word::progress_why_incomplete]};
}

}  // namespace

std::size_t certificates_per_page(session::Mode const& mode) {
  return !mode.elder && mode.size < session::TextSize::large ? 4 : 3;
}

CertificatesView certificates_view(session::State const& state, session::Certificates const& at, Instant now,
                                   Words const& words) {
  auto const& years = state.visitor->years->years;
  CertificatesView view;
  view.person = person_view(state, words);
  view.headline = words[Word::certificates_headline];
  view.none = words[Word::certificates_none];
  auto const per_page = certificates_per_page(state.mode);
  view.paging = paging(years.size(), per_page, at.page, words);
  auto const first = static_cast<std::size_t>(view.paging.page) * per_page;
  for (std::size_t i = first; i < std::min(years.size(), first + per_page); ++i) {
    auto const& line = years[i].certificate;
    auto const can = printable(state.surroundings, line, now);
    auto [tag, reason] = can == Printable::by_grant || can == Printable::when_online
                             ? words_of_offline(line, can, now, words)
                             : words_of(line, words);
    CertificateRow row{
        years[i].year,     words.fill(Word::certificates_row, {{"year", std::to_string(years[i].year)}}),
        line.number,       std::move(tag),
        std::move(reason), std::nullopt};
    if (can == Printable::now || can == Printable::by_grant)
      row.print_label = words[Word::certificates_print];
    view.rows.push_back(std::move(row));
  }
  return view;
}

}  // namespace ce::present
