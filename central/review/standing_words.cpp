#include "central/review/standing_words.h"

#include <algorithm>
#include <array>

#include "central/review/add_proofs.h"
#include "shared/credit/roles.h"

namespace ce::review {
namespace {

std::optional<credit::Party> awaited(credit::ReviewState state) {
  switch (state) {
    case credit::ReviewState::pending_employer:
      return credit::Party::employer;
    case credit::ReviewState::pending_agency:
      return credit::Party::talent_agency;
    case credit::ReviewState::pending_industry:
      return credit::Party::industry_authority;
    case credit::ReviewState::pending_hrss:
      return credit::Party::hrss;
    default:
      return std::nullopt;
  }
}

std::string because(std::string_view reason) {
  return reason.empty() ? std::string{} : "，原因：" + std::string{reason};
}

}  // namespace

std::string standing_of(ReviewCase const& record, std::string_view reason, bool closed) {
  if (closed && takes_proofs(record.progress.state)) return "年度归档时还没有审核完毕，不再办理，不计学时";
  if (auto const party = awaited(record.progress.state)) {
    auto const chain = record.pack->chain_of(record.subject.subject, record.subject.route);
    auto const place = std::find(chain.begin(), chain.end(), *party) - chain.begin() + 1;
    return "待" + std::string{credit::words_for(*party)} +
           std::string{credit::words_for(credit::duty_in(chain, *party))} + "（第 " + std::to_string(place) +
           " 步，共 " + std::to_string(chain.size()) + " 步）";
  }
  switch (record.progress.state) {
    case credit::ReviewState::returned:
      return "已退回" + because(reason) + "。请修改或补充证明材料后重新提交";
    case credit::ReviewState::rejected:
      return "未通过审核认定" + because(reason);
    default:
      return "已认定，计入学时";
  }
}

std::string words_for(credit::Decision decision) {
  constexpr auto words = std::to_array<std::string_view>({"通过", "退回修改", "不予通过", "重新提交"});
  return std::string{words.at(static_cast<std::size_t>(decision))};
}

}  // namespace ce::review
