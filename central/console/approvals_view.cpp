#include "central/console/approvals_view.h"

#include <algorithm>

#include "central/accounts/account.h"
#include "central/console/words.h"
#include "shared/protocol/names.h"

namespace ce::console {
namespace {

using approvals::Proposal;
using approvals::State;
using web::Tone;

constexpr std::int64_t most_shown = 100;

std::string page_of_proposal(Proposal const& one) {
  return "/console/approvals/" + one.id;
}

std::string deed_words(approvals::Deed const& deed) {
  if (std::holds_alternative<approvals::Revoke>(deed)) return "撤销证书";
  return std::holds_alternative<approvals::Correct>(deed) ? "证书作废并重新编号核发" : "更改发证单位或印章";
}

std::string subject_words(Visitor const& visitor, Proposal const& one) {
  if (auto const* revoke = std::get_if<approvals::Revoke>(&one.deed)) return spaced_number(revoke->number);
  if (auto const* correct = std::get_if<approvals::Correct>(&one.deed)) return spaced_number(correct->number);
  return visitor.store.rules().regions.full_name(one.region);
}

web::Badge badge_of_proposal(State state) {
  switch (state) {
    case State::waiting:
      return {Tone::warn, "等待第二人确认"};
    case State::confirmed:
      return {Tone::good, "已确认并办理"};
    case State::refused:
      return {Tone::bad, "不同意"};
    case State::withdrawn:
      return {Tone::none, "已撤回"};
    case State::expired:
      break;
  }
  return {Tone::none, "逾期未确认"};
}

Result<std::string> person_words(Visitor const& visitor, std::string const& account) {
  std::string words = account;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    auto const found = accounts::find(database, account);
    if (found) words = found->shown_name + "（" + found->login + "）";
    return {};
  }));
  return words;
}

void add_authority_facts(web::DetailView& view, Proposal const& one, issuing::AuthorityChange const& change) {
  if (change.name) view.facts.push_back({"发证单位名称", *change.name});
  if (change.seal_mode) {
    auto const mode = *change.seal_mode;
    view.facts.push_back({"盖章方式", mode == certificate::SealMode::e_seal ? "电子印章（印在证书上）"
                                      : mode == certificate::SealMode::window_stamp ? "窗口盖章"
                                                                                    : "预盖章证书纸"});
  }
  if (!change.seal) return;
  view.facts.push_back({"印章图片", change.seal->empty() ? "不再使用现在的图片" : "换成下面这一张"});
  if (change.seal->empty()) return;
  view.picture = page_of_proposal(one) + "/seal.png";
  view.picture_word = "拟使用的印章";
}

void add_acts(web::DetailView& view, Visitor const& visitor, Proposal const& one) {
  if (one.state != State::waiting) return;
  if (one.account == visitor.who.account) {
    view.acts.push_back({.heading = "撤回",
                         .lead = "由另一位同级人员确认后才办理；不需要了可以撤回。",
                         .action = page_of_proposal(one),
                         .fields = {},
                         .act = "withdraw",
                         .word = "撤回申请",
                         .icon = "cross"});
    return;
  }
  view.acts.push_back({.heading = "确认并办理",
                       .lead = "请先核对申请的内容。确认后立即办理，与提出人一同记入操作记录。",
                       .action = page_of_proposal(one),
                       .fields = {},
                       .act = "confirm",
                       .word = "确认并办理",
                       .icon = "check"});
  view.acts.push_back({.heading = "不同意",
                       .lead = "什么也不改变，原因告知提出人。",
                       .action = page_of_proposal(one),
                       .fields = {{.id = "reason",
                                   .label = "不同意的原因",
                                   .kind = web::FieldKind::area,
                                   .required = true,
                                   .most = 200,
                                   .wide = true}},
                       .act = "refuse",
                       .word = "不同意",
                       .icon = "cross",
                       .danger = true});
}

}  // namespace

Result<web::DetailView> approvals_list(Visitor const& visitor) {
  CE_TRY(auto const all, approvals::listed(visitor.store, visitor.actor().region, visitor.now, most_shown));
  web::DetailView view;
  view.heading = "两人办理";
  view.facts = {{"哪些事要两人", "撤销证书、证书作废并重新编号、更改发证单位名称或印章"},
                {"怎样办理", "一人提出，本单位另一位同级人员确认后才生效；提出人不能自己确认"}};
  if (all.empty()) view.facts.push_back({"现在", "没有等待确认的申请"});
  if (all.empty()) return view;
  web::LinesTable table{"申请", "等待确认的在前", {"办理什么", "对象", "状态", "提出"}, {}};
  for (auto const& one : all) {
    CE_TRY(auto const person, person_words(visitor, one.account));
    table.lines.push_back({.href = page_of_proposal(one),
                           .name = deed_words(one.deed),
                           .value = subject_words(visitor, one),
                           .state = badge_of_proposal(one.state),
                           .note = china_minute_text(one.made) + "　" + person});
  }
  view.tables.push_back(std::move(table));
  return view;
}

Result<std::size_t> approvals_due(Visitor const& visitor) {
  CE_TRY(auto const all, approvals::listed(visitor.store, visitor.actor().region, visitor.now, most_shown));
  auto const due = std::count_if(all.begin(), all.end(), [&](Proposal const& one) {
    return one.state == State::waiting && one.account != visitor.who.account;
  });
  return static_cast<std::size_t>(due);
}

Result<web::DetailView> approval_shown(Visitor const& visitor, std::string_view id) {
  CE_TRY(auto const one, approvals::find(visitor.store, visitor.actor().region, id, visitor.now));
  web::DetailView view;
  view.heading = deed_words(one.deed);
  view.state = badge_of_proposal(one.state);
  CE_TRY(auto const person, person_words(visitor, one.account));
  view.facts = {{"对象", subject_words(visitor, one)},
                {"提出", china_minute_text(one.made) + "　" + person},
                {"有效至", china_minute_text(one.expires)}};
  if (auto const* revoke = std::get_if<approvals::Revoke>(&one.deed))
    view.facts.push_back({"原因", revoke->reason});
  if (auto const* correct = std::get_if<approvals::Correct>(&one.deed)) {
    view.facts.push_back({"原因", correct->reason});
    view.facts.push_back({"新证书发证日期", correct->day.iso()});
  }
  if (auto const* authority = std::get_if<approvals::ChangeAuthority>(&one.deed))
    add_authority_facts(view, one, authority->change);
  if (one.decided && !one.decided_by.empty()) {
    CE_TRY(auto const second, person_words(visitor, one.decided_by));
    view.facts.push_back({"答复", china_minute_text(*one.decided) + "　" + second});
  }
  if (!one.decided_reason.empty()) view.facts.push_back({"不同意的原因", one.decided_reason});
  add_acts(view, visitor, one);
  return view;
}

Result<std::string> proposed_seal(Visitor const& visitor, std::string_view id) {
  CE_TRY(auto const one, approvals::find(visitor.store, visitor.actor().region, id, visitor.now));
  auto const* const authority = std::get_if<approvals::ChangeAuthority>(&one.deed);
  if (authority == nullptr || !authority->change.seal) return Failure{FailureCode::record_unknown, "seal"};
  return issuing::seal_picture(visitor.store, *authority->change.seal);
}

}  // namespace ce::console
