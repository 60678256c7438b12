#include "central/console/record_view.h"

#include <algorithm>

#include "central/console/closed_view.h"
#include "central/console/words.h"
#include "central/registration/proofs.h"
#include "central/review/history.h"
#include "central/review/standing_words.h"
#include "central/store/person_facts.h"
#include "shared/credit/words.h"
#include "shared/identity/mask.h"

namespace ce::console {
namespace {

using credit::Decision;
using web::Tone;

void put(std::vector<web::Fact>& facts, std::string name, std::string value) {
  if (!value.empty()) facts.push_back({std::move(name), std::move(value)});
}

std::vector<web::Fact> facts_of(store::StoredRecord const& stored, store::PersonFacts const& person,
                                rulebook::Rulebook const& rules) {
  auto const& record = stored.record;
  std::vector<web::Fact> facts;
  put(facts, "姓名", person.name.reveal());
  put(facts, "证件号码", identity::mask_id_number(person.id_number.reveal()));
  put(facts, "单位", person.employer);
  put(facts, "地区", rules.regions.full_name(person.region));
  put(facts, "学习内容", stored.content);
  put(facts, "科目", std::string{credit::words_for(record.subject)} + (record.mandatory ? "（必修）" : ""));
  put(facts, "学习形式", std::string{credit::words_for(record.activity)});
  put(facts, "施教机构", stored.institution);
  put(facts, "学习时间", days(record.start, record.end));
  put(facts, "申报", claimed(record));
  put(facts, "考核结果", std::string{credit::words_for(record.assessment)});
  if (record.credit_year) put(facts, "计入年度", std::to_string(*record.credit_year));
  return facts;
}

Tone tone_of(Decision decision) {
  switch (decision) {
    case Decision::approve:
      return Tone::good;
    case Decision::return_for_correction:
      return Tone::warn;
    case Decision::reject:
      return Tone::bad;
    case Decision::resubmit:
      break;
  }
  return Tone::none;
}

// "人力资源社会保障部门 · 广州市天河区"
std::string author_words(credit::Party party, std::string const& region, rulebook::Rulebook const& rules) {
  std::string who{credit::words_for(party)};
  bool const by_region = party == credit::Party::hrss || party == credit::Party::industry_authority;
  if (by_region && !region.empty()) who += " · " + rules.regions.full_name(region);
  return who;
}

std::vector<web::RecordView::Step> steps_of(review::RecordFile const& file, rulebook::Rulebook const& rules) {
  std::vector<web::RecordView::Step> steps;
  steps.push_back(
      {Tone::none, "登记", author_words(file.registrar, {}, rules), china_minute_text(file.registered), {}});
  for (auto const& line : file.history) {
    steps.push_back({tone_of(line.decision), review::words_for(line.decision),
                     author_words(line.party, line.region, rules), china_minute_text(line.at), line.reason});
  }
  return steps;
}

/// Each where it belongs by time.
void put_added(review::RecordFile const& file, std::vector<web::RecordView::Step>& steps) {
  std::size_t put = 0;
  for (auto const& added : file.added) {
    auto const after = std::count_if(file.history.begin(), file.history.end(),
                                     [&](auto const& line) { return line.at.ms <= added.at.ms; });
    auto const at = steps.begin() + 1 + after + static_cast<std::ptrdiff_t>(put++);
    steps.insert(
        at,
        {Tone::none, "补充证明材料", std::to_string(added.proofs) + " 份", china_minute_text(added.at), {}});
  }
}

std::vector<web::RecordView::Proof> proofs_of(review::RecordFile const& file) {
  std::vector<web::RecordView::Proof> proofs;
  for (auto const& proof : file.proofs) {
    std::string const kind = proof.kind == registration::ProofKind::pdf    ? "PDF 文件"
                             : proof.kind == registration::ProofKind::jpeg ? "JPG 图片"
                                                                           : "PNG 图片";
    proofs.push_back({"/console/records/" + std::to_string(file.record.id) + "/proofs/" + proof.hash,
                      kind + "，" + size_text(proof.bytes)});
  }
  return proofs;
}

constexpr std::int64_t most_overlaps = 20;

Result<std::vector<web::RecordView::Overlap>> overlaps_of(storage::Database& database,
                                                          review::RecordFile const& file) {
  std::vector<web::RecordView::Overlap> overlaps;
  auto const& own = file.record.record;
  if (!own.end) return overlaps;
  CE_TRY(auto const others, store::records_meeting(database, file.professional, own.start.value_or(*own.end),
                                                   *own.end, most_overlaps));
  for (auto const& other : others) {
    if (other.id == file.record.id) continue;
    overlaps.push_back({other.content, days(other.record.start, other.record.end),
                        std::string{credit::words_for(other.record.review)}});
  }
  return overlaps;
}

}  // namespace

Result<RecordShown> record_shown(Visitor const& visitor, std::int64_t record) {
  CE_TRY(auto const file, review::record_file(visitor.store, visitor.actor(), record));
  RecordShown shown;
  auto& view = shown.view;
  auto const& rules = visitor.store.rules();
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const person, store::person_facts(database, file.professional));
    view.facts = facts_of(file.record, person, rules);
    CE_TRY(view.overlaps, overlaps_of(database, file));
    return {};
  }));
  shown.title = file.record.content;
  auto const state = file.record.record.review;
  view.state = file.closed ? badge_in_closed_year(state) : badge_of(state);
  view.standing = file.standing;
  view.proofs = proofs_of(file);
  view.history = steps_of(file, rules);
  put_added(file, view.history);
  view.version = std::to_string(file.version);
  view.action = "/console/records/" + std::to_string(record);
  if (file.closed) shown.closed = closed_notice(*file.closed);
  view.decides = file.my_turn && !file.closed;
  view.resubmits = file.may_mend && !file.closed;
  view.adds_proofs = file.may_add_proofs && !file.closed;
  if (view.resubmits && file.record.record.activity != credit::Activity::online_approved) {
    view.edit = view.action + "/edit";
  }
  if (view.decides) {
    view.fields = {{.id = "reason",
                    .label = "理由",
                    .kind = web::FieldKind::area,
                    .hint = "退回或不予认定时必填，本人能看到",
                    .most = 500,
                    .wide = true}};
  }
  return shown;
}

}  // namespace ce::console
