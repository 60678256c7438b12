#include "kiosk/present/standing.h"

#include <algorithm>

#include "kiosk/present/terms.h"

namespace ce::present {
namespace {

CreditUnits missing(protocol::SubjectLine const& line) {
  return line.done < line.required ? line.required - line.done : CreditUnits{};
}

SubjectView subject_view(credit::Subject subject, protocol::SubjectLine const& line, Words const& words) {
  SubjectView view;
  view.name = short_subject_name(subject, words);
  view.done = hours_number(line.done, words);
  view.done_alone = hours_text(line.done, words);
  view.required = hours_text(line.required, words);
  view.fraction = fraction(line.done, line.required);
  bool const enough = line.done >= line.required;
  view.standing =
      enough ? Tagged{words[Word::progress_subject_done], Tone::good}
             : Tagged{words.fill(Word::progress_subject_short, {{"hours", hours_text(missing(line), words)}}),
                      Tone::notice};
  if (!enough) view.brief = words[Word::certificates_incomplete];
  return view;
}

}  // namespace

float fraction(CreditUnits done, CreditUnits required) {
  if (required.count <= 0) return 1.0F;
  return std::clamp(static_cast<float>(done.count) / static_cast<float>(required.count), 0.0F, 1.0F);
}

Tagged year_verdict(protocol::YearProgress const& year, Words const& words) {
  if (year.complete) return {words[Word::progress_complete], Tone::good};
  if (auto const gap = missing(year.total); gap.count > 0) {
    return {words.fill(Word::progress_short, {{"hours", hours_text(gap, words)}}), Tone::notice};
  }
  // The total is reached, yet a subject or its mandatory part is short: name the first gap.
  for (auto const& [subject, line] : {std::pair{credit::Subject::public_subject, year.public_subject},
                                      std::pair{credit::Subject::professional, year.professional},
                                      std::pair{credit::Subject::elective, year.elective}}) {
    if (missing(line).count > 0) {
      return {words.fill(Word::progress_missing,
                         {{"list", words.fill(Word::progress_missing_item,
                                              {{"subject", subject_name(subject, words)},
                                               {"hours", hours_text(missing(line), words)}})}}),
              Tone::notice};
    }
  }
  return {words.fill(Word::progress_short_mandatory,
                     {{"hours", hours_text(missing(year.professional_mandatory), words)}}),
          Tone::notice};
}

std::vector<SubjectView> subject_views(protocol::YearProgress const& year, Words const& words) {
  std::vector<SubjectView> views{subject_view(credit::Subject::public_subject, year.public_subject, words),
                                 subject_view(credit::Subject::professional, year.professional, words),
                                 subject_view(credit::Subject::elective, year.elective, words)};
  auto const& mandatory = year.professional_mandatory;
  if (mandatory.required.count > 0) {
    auto& view = views[1];
    view.mandatory_fraction = fraction(mandatory.done, mandatory.required);
    view.mandatory = words.fill(
        Word::progress_mandatory,
        {{"done", hours_number(mandatory.done, words)}, {"required", hours_text(mandatory.required, words)}});
    if (missing(year.professional).count == 0 && missing(mandatory).count > 0) {
      view.standing = {
          words.fill(Word::progress_short_mandatory, {{"hours", hours_text(missing(mandatory), words)}}),
          Tone::notice};
      view.brief.clear();
    }
  }
  return views;
}

std::vector<std::string> missing_sentences(protocol::YearProgress const& year, Words const& words) {
  if (year.complete) return {};
  std::string list;
  auto add = [&](std::string const& subject, protocol::SubjectLine const& line) {
    if (missing(line).count == 0) return;
    auto item = words.fill(Word::progress_missing_item,
                           {{"subject", subject}, {"hours", hours_text(missing(line), words)}});
    list = list.empty() ? std::move(item)
                        : words.fill(Word::progress_listed, {{"first", list}, {"second", std::move(item)}});
  };
  add(subject_name(credit::Subject::public_subject, words), year.public_subject);
  add(subject_name(credit::Subject::professional, words), year.professional);
  add(words[Word::progress_mandatory_subject], year.professional_mandatory);
  add(subject_name(credit::Subject::elective, words), year.elective);
  if (list.empty()) add(words[Word::progress_total_subject], year.total);

  // What to learn on; the mandatory part is one of the professional subject.
  std::string subjects;
  for (auto const& [subject, line] : {std::pair{credit::Subject::public_subject, year.public_subject},
                                      std::pair{credit::Subject::professional, year.professional},
                                      std::pair{credit::Subject::elective, year.elective}}) {
    bool const mandatory =
        subject == credit::Subject::professional && missing(year.professional_mandatory).count > 0;
    if (missing(line).count == 0 && !mandatory) continue;
    auto const& name = subject_name(subject, words);
    subjects =
        subjects.empty() ? name : words.fill(Word::progress_listed, {{"first", subjects}, {"second", name}});
  }

  std::vector<std::string> sentences;
  if (!list.empty()) sentences.push_back(words.fill(Word::progress_missing, {{"list", list}}));
  auto const pending = std::count_if(year.records.begin(), year.records.end(), [](auto const& record) {
    return record.review < credit::ReviewState::returned;
  });
  if (pending > 0)
    sentences.push_back(words.fill(Word::progress_pending, {{"count", std::to_string(pending)}}));
  if (!subjects.empty()) {
    sentences.push_back(
        words.fill(Word::progress_advice, {{"year", std::to_string(year.year)}, {"subjects", subjects}}));
  }
  return sentences;
}

}  // namespace ce::present
