#include "central/console/review_view.h"

#include <algorithm>
#include <charconv>

#include "central/console/closed_view.h"
#include "central/console/words.h"
#include "central/registration/entry.h"
#include "central/review/history.h"
#include "central/review/work_list.h"
#include "central/store/person_facts.h"
#include "shared/credit/words.h"
#include "shared/identity/mask.h"
#include "shared/protocol/names.h"

namespace ce::console {
namespace {

constexpr int items_per_page = 50;

std::string words_for(Failure const& failure) {
  switch (failure.code) {
    case FailureCode::record_changed:
      return "刚刚被他人处理过，没有覆盖；请看最新情况后再办理";
    case FailureCode::record_unknown:
      return "这条记录不在您的办理范围内";
    default:
      return failure.detail;
  }
}

/// Of a record whose year was closed over it (`--even-waiting`); empty for all others.
std::string closed_over(review::WorkItem const& item, std::vector<store::ClosedYear> const& closed) {
  if (!item.facts.end && !item.facts.credit_year) return {};
  for (auto const& one : closed) {
    if (one.year == registration::year_of(item.facts)) return closed_since(one) + "，不再审核";
  }
  return {};
}

web::ReviewView::Item item_of(review::WorkItem const& item, Visitor const& visitor, Decided const& decided,
                              std::vector<store::ClosedYear> const& closed) {
  auto const said = decided.said.find(item.record);
  auto const& facts = item.facts;
  return {.key = std::to_string(item.record) + ":" + std::to_string(item.version),
          .closed = closed_over(item, closed),
          .picked = said != decided.said.end(),
          .href = "/console/records/" + std::to_string(item.record),
          .content = item.content,
          .institution = item.institution,
          .person = item.name.reveal(),
          .id_number = identity::mask_id_number(item.id_number.reveal()),
          .unit = item.employer,
          .subject = std::string{credit::words_for(facts.subject)},
          .mandatory = facts.mandatory,
          .activity = std::string{credit::words_for(facts.activity)},
          .from = day(facts.start ? facts.start : facts.end),
          .to = day(facts.end),
          .stated = claimed(facts),
          .proofs = item.proofs > 0 ? std::to_string(item.proofs) : std::string{},
          .registered = ago(item.registered, visitor.now) + "登记",
          .said = said == decided.said.end() ? std::string{} : said->second};
}

// Decisions that failed on records that are not on this page: others have dealt with them.
Result<void> put_missed(Visitor const& visitor, Decided const& decided, web::ReviewView& view) {
  for (auto const& [record, said] : decided.said) {
    auto const href = "/console/records/" + std::to_string(record);
    auto const on_page = std::any_of(view.items.begin(), view.items.end(),
                                     [&](auto const& item) { return item.href == href; });
    if (on_page) continue;
    auto const file = review::record_file(visitor.store, visitor.actor(), record);
    if (!file) {
      if (file.failure().code != FailureCode::record_unknown) return file.failure();
      view.missed.push_back({"/console/review", "记录 " + std::to_string(record), {}, said});
      continue;
    }
    std::string person;
    CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(auto const facts, store::person_facts(database, file->professional));
      person = facts.name.reveal();
      return {};
    }));
    view.missed.push_back({href, file->record.content, person, said + "（现在：" + file->standing + "）"});
  }
  return {};
}

std::vector<web::Field> filters_for(Visitor const& visitor, ReviewAsked const& asked) {
  web::Field subject{
      .id = "subject", .label = "科目", .kind = web::FieldKind::select, .value = asked.subject};
  subject.options = {{"", "全部科目"}};
  for (auto const one :
       {credit::Subject::public_subject, credit::Subject::professional, credit::Subject::elective}) {
    subject.options.push_back({std::string{protocol::word_of(one)}, std::string{credit::words_for(one)}});
  }
  std::vector<web::Field> fields{std::move(subject)};
  auto const& actor = visitor.actor();
  if (actor.party != credit::Party::hrss && actor.party != credit::Party::industry_authority) return fields;
  web::Field region{.id = "region", .label = "地区", .kind = web::FieldKind::select, .value = asked.region};
  region.options = {{"", "全部地区"}};
  store::RegionScope const scope{actor.region};
  for (auto const& one : visitor.store.rules().regions.all()) {
    if (one.code == actor.region || !scope.covers(one.code)) continue;
    bool const county = one.level == certificate::RegionLevel::district;
    region.options.push_back({one.code, (county ? "　" : "") + one.name});
  }
  if (region.options.size() > 1) fields.push_back(std::move(region));
  return fields;
}

std::optional<web::Empty> nothing_here(Visitor const& visitor, ReviewAsked const& asked) {
  auto const& actor = visitor.actor();
  if (actor.party == credit::Party::industry_authority && actor.industries.empty()) {
    return web::Empty{
        "search", "账号还没有登记所管行业",
        "行业主管部门只审核认定所管行业的专业科目（第十三条第二项）。请联系系统运维人员登记所管行业。",
        web::Link{"/console", "回到首页"}};
  }
  if (asked.subject.empty() && asked.region.empty() && asked.after == 0) {
    return web::Empty{"check", "没有待办的记录", "新登记的学习到您这一步时，会出现在这里。",
                      web::Link{"/console", "回到首页"}};
  }
  return web::Empty{"search", "没有符合条件的记录", "换一个条件，或者查看全部待办。",
                    web::Link{"/console/review", "查看全部待办"}};
}

std::string told(Visitor const& visitor, std::size_t shown) {
  std::string const verb = visitor.actor().party == credit::Party::hrss ? "待审核认定或复核" : "待审核";
  return verb + "，本页 " + std::to_string(shown) + " 条，先登记的在前";
}

}  // namespace

bool read_pick(std::string_view pick, review::Judgement& judgement) {
  auto const colon = pick.find(':');
  if (colon == std::string_view::npos) return false;
  auto const number = [](std::string_view text, std::int64_t& value) {
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value > 0;
  };
  return number(pick.substr(0, colon), judgement.record) && number(pick.substr(colon + 1), judgement.version);
}

Result<Decided> decide(Visitor const& visitor, std::span<review::Judgement const> judgements) {
  if (judgements.empty()) return Failure{FailureCode::input_invalid, "请先勾选要办理的记录"};
  CE_TRY(auto const outcomes, review::take_steps(visitor.store, visitor.actor(), judgements, visitor.now));
  Decided decided;
  decided.reason = judgements.front().reason;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (outcomes[i]) {
      ++decided.done;
    } else {
      decided.said[judgements[i].record] = words_for(outcomes[i].failure());
    }
  }
  return decided;
}

std::string review_address(ReviewAsked const& asked, bool with_after) {
  std::string query;
  auto const add = [&](std::string const& name, std::string const& value) {
    if (!value.empty()) query += (query.empty() ? "?" : "&") + name + "=" + value;
  };
  add("subject", asked.subject);
  add("region", asked.region);
  if (with_after && asked.after > 0) add("after", std::to_string(asked.after));
  return "/console/review" + query;
}

Result<web::ReviewView> review_shown(Visitor const& visitor, ReviewAsked const& asked,
                                     Decided const& decided) {
  review::WorkFilter filter{
      .after = asked.after, .limit = items_per_page, .subject = {}, .region = asked.region};
  if (!asked.subject.empty()) filter.subject = protocol::named<credit::Subject>(asked.subject);
  CE_TRY(auto const page, review::work_list(visitor.store, visitor.actor(), filter));
  web::ReviewView view;
  view.filters = filters_for(visitor, asked);
  view.action = review_address(asked, true);
  CE_TRY(auto const closed, closed_now(visitor));
  for (auto const& item : page.items) view.items.push_back(item_of(item, visitor, decided, closed));
  view.told = told(visitor, view.items.size());
  view.reason = decided.said.empty() ? std::string{} : decided.reason;
  CE_CHECK(put_missed(visitor, decided, view));
  if (view.items.empty()) view.empty = nothing_here(visitor, asked);
  if (!view.items.empty() && (page.after || asked.after > 0)) {
    auto next = asked;
    next.after = page.after.value_or(0);
    view.pager = web::Pager{"本页 " + std::to_string(view.items.size()) + " 条",
                            asked.after > 0 ? review_address(asked, false) : std::string{},
                            page.after ? review_address(next, true) : std::string{}};
  }
  return view;
}

}  // namespace ce::console
