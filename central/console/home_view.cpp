#include "central/console/home_view.h"

#include <algorithm>

#include "central/console/home_figures.h"
#include "central/console/kiosks_view.h"
#include "central/console/own_view.h"
#include "central/console/words.h"
#include "central/issuing/completion.h"
#include "central/rejudging/job.h"
#include "central/restored/standing.h"
#include "central/review/backlog.h"
#include "central/review/history.h"
#include "central/web/fields.h"

namespace ce::console {
namespace {

using accounts::Role;
using web::Tone;
using web::with_commas;

web::Bars backlog_bars(review::Backlog const& backlog) {
  web::Bars bars{"待办等待时间",
                 "共 " + with_commas(backlog.all) + " 条",
                 "等待",
                 "条数",
                 {},
                 "没有待办的记录，一切都办好了。"};
  if (backlog.all == 0) return bars;
  constexpr std::array<char const*, 4> names{"3 天以内", "4 至 7 天", "8 至 15 天", "超过 15 天"};
  auto const highest = *std::max_element(backlog.by_age.begin(), backlog.by_age.end());
  for (std::size_t i = 0; i < names.size(); ++i) {
    bars.rows.push_back({names.at(i),
                         static_cast<double>(backlog.by_age.at(i)) / static_cast<double>(highest),
                         with_commas(backlog.by_age.at(i))});
  }
  return bars;
}

Result<void> put_review(Visitor const& visitor, web::HomeView& view) {
  CE_TRY(auto const backlog, review::backlog_of(visitor.store, visitor.actor(), visitor.now));
  auto const oldest =
      backlog.oldest ? "最早的一条 " + ago(*backlog.oldest, visitor.now) + "登记" : std::string{"没有积压"};
  view.figures.push_back(
      {"待办审核", with_commas(backlog.all), "条", oldest, "/console/review", backlog.all > 0});
  if (backlog.all > 0) {
    view.todos.push_back({{Tone::warn, "待审核", "clock"},
                          "/console/review",
                          with_commas(backlog.all) + " 条学习登记等待审核",
                          oldest});
  }
  view.left.bars.push_back(backlog_bars(backlog));
  return {};
}

std::string percent_text(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return "0";
  auto const tenths = part * 1000 / whole;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

// A province's completion by its cities, a city's by its districts; places without people are left out.
std::vector<issuing::Completion> below(std::vector<issuing::Completion> const& parts,
                                       std::string const& scope, certificate::Regions const& regions) {
  std::vector<issuing::Completion> list;
  for (auto const& part : parts) {
    auto const* const region = regions.find(part.region);
    if (region == nullptr) continue;
    bool const province = scope == "440000";
    if (province && region->level == certificate::RegionLevel::district) continue;
    auto line =
        province && part.region != scope ? issuing::sum_of(parts, store::RegionScope{part.region}) : part;
    line.region = part.region;
    line.name = part.region == scope ? "本级" : region->name;
    if (line.people() > 0) list.push_back(std::move(line));
  }
  return list;
}

Result<void> put_completion(Visitor const& visitor, web::HomeView& view) {
  int const year = china_date(visitor.now).year();
  auto const& scope = visitor.actor().region;
  CE_TRY(auto const parts, issuing::completion_by_region(visitor.store, store::RegionScope{scope}, year));
  auto const sum = issuing::sum_of(parts, store::RegionScope{scope});
  web::Bars bars{"各地完成率", std::to_string(year) + " 年度", "地区", "完成率",
                 {},           "本年度还没有人员的学习情况。"};
  for (auto const& one : below(parts, scope, visitor.store.rules().regions)) {
    bars.rows.push_back({one.name, static_cast<double>(one.complete()) / static_cast<double>(one.people()),
                         percent_text(one.complete(), one.people()) + " %　" + with_commas(one.complete()) +
                             " / " + with_commas(one.people()) + " 人"});
  }
  view.right.bars.push_back(std::move(bars));
  view.figures.push_back({"本年完成率", percent_text(sum.complete(), sum.people()), "%",
                          with_commas(sum.people()) + " 人中 " + with_commas(sum.complete()) + " 人完成"});
  if (sum.ready > 0) {
    view.todos.push_back(
        {{Tone::info, "待发证", "stamp"},
         "/console/issuing",
         with_commas(sum.ready) + " 人已完成 " + std::to_string(year) + " 年度学习，等待发证",
         "核对名单后可以一次核发"});
  }
  return {};
}

Result<void> put_issued(Visitor const& visitor, web::HomeView& view) {
  int const year = china_date(visitor.now).year();
  CE_TRY(auto const months, issued_by_month(visitor, visitor.actor().region, year));
  std::int64_t all = 0;
  web::Columns columns{"issued", std::to_string(year) + " 年发证", {}, "月份", "张", {}};
  for (std::size_t i = 0; i < months.size(); ++i) {
    all += months.at(i);
    auto const month = std::to_string(i + 1);
    columns.cells.push_back({month, month + " 月", months.at(i)});
  }
  columns.note = "按月，共 " + with_commas(all) + " 张";
  view.figures.push_back({"本年已发证", with_commas(all), "张", {}, "/console/registers"});
  view.left.columns.push_back(std::move(columns));
  return {};
}

Result<void> put_kiosks(Visitor const& visitor, web::HomeView& view) {
  CE_TRY(auto kiosks, kiosks_shown(visitor));
  constexpr std::size_t most = 8;
  view.kiosks_told = "自助终端 · " + kiosks.told;
  if (kiosks.kiosks.size() > most) kiosks.kiosks.resize(most);
  view.kiosks = std::move(kiosks.kiosks);
  view.figures.insert(view.figures.end(), kiosks.figures.begin(), kiosks.figures.end());
  return {};
}

/// After an upgrade or a change of the rules, for as long as it takes.
Result<void> put_rejudging(Visitor const& visitor, web::HomeView& view) {
  std::optional<rejudging::Job> job;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(job, rejudging::read_job(database));
    return {};
  }));
  if (!job || job->ended()) return {};
  view.todos.push_back({{Tone::info, job->state == jobs::State::waiting ? "排队中" : "正在进行", "clock"},
                        {},  // nothing to be opened
                        "规则更新后，正在重新核算各人的年度学习情况",
                        "已核算 " + with_commas(job->judged) + " 人，共约 " + with_commas(job->total) +
                            " 人；自动进行，照常办理业务即可"});
  return {};
}

// What was returned to an institution or an employer, which registered it (article 4).
Result<void> put_returned(Visitor const& visitor, web::HomeView& view) {
  constexpr int most = 20;
  CE_TRY(auto const returned, review::returned_to(visitor.store, visitor.actor(), most));
  if (returned.empty()) return {};
  auto const count = std::to_string(returned.size()) + (returned.size() == most ? "+" : "");
  view.figures.push_back({"退回待改", count, "条", "改正后重新提交，审核从头开始", {}, true});
  for (auto const& one : returned) {
    view.todos.push_back({badge_of(credit::ReviewState::returned),
                          "/console/records/" + std::to_string(one.record), one.content,
                          one.reason.empty() ? std::string{} : "原因：" + one.reason});
  }
  return {};
}

/// After the store was brought back from a backup (central/restored).
Result<void> put_restored(Visitor const& visitor, web::HomeView& view) {
  restored::Brief brief;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(brief, restored::brief(database));
    return {};
  }));
  if (brief.paused) {
    view.todos.push_back(
        {{Tone::bad, "发证暂停", "stamp"},
         {},  // what ends it is done on the server
         "系统刚从备份恢复，暂停发证",
         brief.unheard > 0
             ? "备份之后发出的编号不能再发给他人；还有 " + with_commas(brief.unheard) +
                   " 台终端没有补传完毕。由系统管理员在服务器上查清后恢复（ce-admin numbers）"
             : std::string{"各终端均已补传完毕，由系统管理员在服务器上恢复发证（ce-admin numbers resume）"}});
  }
  if (brief.unrecorded > 0) {
    view.todos.push_back(
        {{Tone::warn, "待补登", "stamp"},
         "/console/issuing",
         with_commas(brief.unrecorded) + " 张恢复前打印的证书，发证记录已丢失",
         "编号已停用，不会发给他人；持证人来办时重新发证并收回原证。编号由系统管理员查询（ce-admin "
         "numbers）"});
  }
  return {};
}

// Who belongs to no industry is recognised by nobody (article 13(2)).
Result<void> put_without_industry(Visitor const& visitor, web::HomeView& view) {
  CE_TRY(auto const waiting, review::waiting_without_industry(visitor.store, visitor.actor()));
  if (waiting == 0) return {};
  view.todos.push_back({{Tone::warn, "缺所属行业", "clock"},
                        "/console/units",
                        with_commas(waiting) + " 条专业科目登记没有行业主管部门可以审核认定",
                        "在“单位”中为用人单位登记所属行业后，自动送到该行业"});
  return {};
}

Result<void> put_own(Visitor const& visitor, web::HomeView& view) {
  CE_TRY(auto const standings, review::standings(visitor.store, visitor.actor()));
  CE_TRY(auto const year, own_year(visitor, {}));
  std::int64_t waiting = 0;
  for (auto const& one : standings) {
    if (one.state == credit::ReviewState::returned && !one.closed) {
      view.todos.push_back(
          {badge_of(one.state), "/console/records/" + std::to_string(one.record), one.content, one.sentence});
    }
    bool const settled = one.closed || one.state == credit::ReviewState::approved ||
                         one.state == credit::ReviewState::rejected ||
                         one.state == credit::ReviewState::returned;
    waiting += settled ? 0 : 1;
  }
  view.figures = {
      {year.headline, year.done, "学时", "共需 " + year.required + " 学时", "/console/year"},
      {"正在审核", std::to_string(waiting), "条", "审核认定后计入学时", "/console/records"},
      {"退回待改", std::to_string(view.todos.size()), "条", {}, "/console/records", !view.todos.empty()}};
  web::Bars bars{year.headline, year.state.word, "科目", "已认定 / 要求", {}, {}};
  for (auto const& subject : year.subjects) bars.rows.push_back({subject.name, subject.share, subject.value});
  view.left.bars.push_back(std::move(bars));
  return {};
}

web::Empty welcome(Role role) {
  if (role == Role::institution) {
    return {"hat", "登记学员的学习情况",
            "一次登记一人，或者下载模板填好后批量登记。登记后由学员的用人单位初审。",
            web::Link{"/console/imports", "批量登记"}};
  }
  return {"check", "没有待办事项", "一切都办好了。", {}};
}

}  // namespace

Result<web::HomeView> home_shown(Visitor const& visitor) {
  web::HomeView view;
  auto const role = visitor.who.role;
  switch (role) {
    case Role::professional:
      CE_CHECK(put_own(visitor, view));
      return view;
    case Role::hrss:
      CE_CHECK(put_restored(visitor, view));
      CE_CHECK(put_review(visitor, view));
      CE_CHECK(put_without_industry(visitor, view));
      CE_CHECK(put_completion(visitor, view));
      CE_CHECK(put_issued(visitor, view));
      CE_CHECK(put_kiosks(visitor, view));
      return view;
    case Role::system_operator:
      CE_CHECK(put_restored(visitor, view));
      CE_CHECK(put_kiosks(visitor, view));
      CE_CHECK(put_rejudging(visitor, view));
      break;
    case Role::institution:
      CE_CHECK(put_returned(visitor, view));
      break;
    default:
      CE_CHECK(put_review(visitor, view));
      CE_CHECK(put_returned(visitor, view));
      if (role == Role::industry_authority && visitor.actor().industries.empty()) {
        view.todos.push_back({{Tone::warn, "未定行业", "clock"},
                              "/console/review",
                              "您的账号还没有登记所管行业，看不到任何记录",
                              "请联系系统运维人员登记所管行业（第十三条第二项）"});
      }
      return view;
  }
  if (view.figures.empty()) view.empty = welcome(role);
  return view;
}

}  // namespace ce::console
