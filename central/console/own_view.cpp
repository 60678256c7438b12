#include "central/console/own_view.h"

#include <algorithm>

#include "central/console/closed_view.h"
#include "central/console/words.h"
#include "central/review/history.h"
#include "central/store/person_facts.h"
#include "shared/credit/words.h"

namespace ce::console {
namespace {

using protocol::CertificateState;
using protocol::YearProgress;

std::string of_text(CreditUnits done, CreditUnits required) {
  return credit::hours_number(done) + " / " + credit::hours_text(required);
}

double share_of(protocol::SubjectLine const& line) {
  if (line.required.count == 0) return 1;
  return std::min(1.0, static_cast<double>(line.done.count) / static_cast<double>(line.required.count));
}

web::YearView::Subject subject_of(std::string name, protocol::SubjectLine const& line) {
  return {std::move(name), share_of(line), line.done >= line.required, of_text(line.done, line.required)};
}

// The verdict again, as far as its sentences ask for it.
credit::Verdict verdict_of(YearProgress const& year) {
  credit::Verdict verdict;
  auto const standing = [](protocol::SubjectLine const& line) {
    return credit::SubjectStanding{line.done, line.required};
  };
  verdict.year = static_cast<std::int16_t>(year.year);
  verdict.public_subject = standing(year.public_subject);
  verdict.professional = standing(year.professional);
  verdict.professional_mandatory = standing(year.professional_mandatory);
  verdict.elective = standing(year.elective);
  verdict.total = standing(year.total);
  verdict.achievement_credit = year.achievement_credit;
  verdict.complete = year.complete;
  for (auto const reason : year.reasons) verdict.reasons.insert(reason);
  return verdict;
}

std::string advice_for(CertificateState state) {
  switch (state) {
    case CertificateState::printable:
      return "请携带身份证到任一人社服务厅的自助终端打印。";
    case CertificateState::printed:
      return "证书已经打印；需要补打请到服务窗口办理。";
    case CertificateState::unresolved:
      return "最近一次打印的结果正在核实，请到服务窗口查询。";
    case CertificateState::revoked:
      return "证书已经撤销，不再有效；如有疑问请联系发证单位。";
    case CertificateState::under_review:
      return "本年度学习已经完成，等待人社部门核发证书。";
    case CertificateState::incomplete:
      break;
  }
  return {};
}

std::optional<web::YearView::Certificate> certificate_of(YearProgress const& year) {
  auto const& line = year.certificate;
  if (line.state == CertificateState::incomplete) return std::nullopt;
  web::YearView::Certificate shown{std::to_string(year.year), badge_of(line.state), {},
                                   advice_for(line.state),    line.number,          {}};
  if (!line.number.empty()) shown.facts.push_back({"证书编号", spaced_number(line.number)});
  if (!line.authority.empty()) shown.facts.push_back({"发证单位", line.authority});
  if (line.issue_date) shown.facts.push_back({"发证日期", line.issue_date->chinese()});
  if (!line.revoked_reason.empty()) shown.facts.push_back({"撤销原因", line.revoked_reason});
  return shown;
}

std::string notes_of(protocol::RecordLine const& line) {
  std::string text;
  for (auto const note : line.notes) {
    if (note == credit::Note::not_approved) continue;  // its state says so already
    text += (text.empty() ? "" : "；") + std::string{credit::sentence(note)};
  }
  return text;
}

web::YearView::Record record_of(protocol::RecordLine const& line) {
  return {.href = {},
          .content = line.content,
          .institution = line.institution,
          .subject = std::string{credit::words_for(line.subject)},
          .mandatory = line.mandatory,
          .activity = std::string{credit::words_for(line.activity)},
          .from = day(line.start ? line.start : line.end),
          .to = day(line.end),
          .stated = credit::hours_number(line.stated),
          .counted = credit::hours_number(line.counted),
          .state = badge_of(line.review),
          .note = notes_of(line)};
}

void put_year(YearProgress const& year, web::YearView& view) {
  view.headline = std::to_string(year.year) + " 年度学习进度";
  view.state =
      year.complete ? web::Badge{web::Tone::good, "已完成"} : web::Badge{web::Tone::none, "尚未完成"};
  view.share = year.complete ? 1.0 : std::min(0.99, share_of(year.total));
  view.done = credit::hours_number(year.total.done);
  view.required = credit::hours_number(year.total.required);
  view.ring_told =
      "已认定 " + credit::hours_text(year.total.done) + "，共需 " + credit::hours_text(year.total.required);
  view.subjects = {subject_of("公需科目", year.public_subject), subject_of("专业科目", year.professional)};
  if (year.professional_mandatory.required.count > 0) {
    view.subjects.push_back(subject_of("其中必修", year.professional_mandatory));
  }
  view.subjects.push_back(subject_of("选修科目", year.elective));
  view.ways = credit::ways_to_close(verdict_of(year));
  view.certificate = certificate_of(year);
  for (auto const& line : year.records) view.records.push_back(record_of(line));
}

/// Nothing can be done any more about what is missing.
void put_closed_year(store::ClosedYear const& year, YearProgress const& progress, web::YearView& view) {
  view.closed = closed_notice(year);
  for (std::size_t i = 0; i < view.records.size(); ++i) {
    view.records[i].state = badge_in_closed_year(progress.records[i].review);
  }
  view.ways.clear();
  if (view.empty) view.empty->link.reset();
}

web::Empty no_records() {
  return {"hat", "这一年度还没有学习记录", "参加培训后，施教机构会为您登记；您也可以自己登记并上传证明材料。",
          web::Link{"/console/register", "登记学习"}};
}

}  // namespace

Result<web::YearView> own_year(Visitor const& visitor, std::optional<int> year) {
  auto const professional = visitor.actor().professional;
  if (!professional) return Failure{FailureCode::person_unknown, {}};
  SecretText number;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const facts, store::person_facts(database, *professional));
    number = facts.id_number;
    return {};
  }));
  CE_TRY(auto const person, visitor.store.person_years(number, {}, visitor.now));
  if (!person || person->years.empty()) return Failure{FailureCode::person_unknown, {}};
  auto shown = std::find_if(person->years.begin(), person->years.end(),
                            [&](YearProgress const& one) { return one.year == year; });
  if (shown == person->years.end()) shown = person->years.begin();
  web::YearView view;
  for (auto const& one : person->years) {
    auto const word = std::to_string(one.year);
    view.years.push_back({"/console/year?year=" + word, word, one.year == shown->year});
  }
  put_year(*shown, view);
  if (view.records.empty()) view.empty = no_records();
  CE_TRY(auto const closed, closed_now(visitor, shown->year));
  if (closed) put_closed_year(*closed, *shown, view);
  return view;
}

Result<web::RecordsView> own_records(Visitor const& visitor) {
  CE_TRY(auto const standings, review::standings(visitor.store, visitor.actor()));
  web::RecordsView view;
  view.told = "共 " + std::to_string(standings.size()) + " 条，最新的在前";
  for (auto const& one : standings) {
    view.records.push_back({"/console/records/" + std::to_string(one.record), one.content,
                            one.closed ? badge_in_closed_year(one.state) : badge_of(one.state),
                            one.sentence});
  }
  if (view.records.empty()) view.empty = no_records();
  return view;
}

}  // namespace ce::console
