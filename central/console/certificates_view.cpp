#include "central/console/certificates_view.h"

#include "central/console/people_view.h"
#include "central/console/words.h"
#include "central/issuing/permission.h"
#include "central/store/words.h"
#include "shared/certificate/number.h"
#include "shared/identity/id_number.h"
#include "shared/identity/mask.h"

namespace ce::console {
namespace {

using web::Tone;

struct Issued {
  std::string number;
  std::string name;
  std::string id_number;
  int year = 0;
  std::string region;
  std::string authority;
  std::string day;
  std::optional<Instant> revoked;
  std::string reason;
  std::string successor;
  std::string predecessor;
};

constexpr std::string_view select_rows =
    "SELECT c.number, c.name, p.id_number, c.year, c.region, c.authority, c.issue_day, c.revoked_ms, "
    "COALESCE(c.revoked_reason, ''), COALESCE(c.successor, ''), COALESCE(c.predecessor, '') "
    "FROM certificates c JOIN professionals p ON p.id = c.professional WHERE ";

Issued row_at(storage::Statement const& row) {
  Issued one{row.text(0), row.text(1), row.text(2), static_cast<int>(row.integer(3)),
             row.text(4), row.text(5), row.text(6), {},
             row.text(8), row.text(9), row.text(10)};
  if (auto const revoked = row.optional_integer(7)) one.revoked = Instant{*revoked};
  return one;
}

web::Badge state_of_row(Issued const& row) {
  return row.revoked ? web::Badge{Tone::bad, "已撤销"} : web::Badge{Tone::good, "有效"};
}

Result<std::vector<Issued>> find_rows(Visitor const& visitor, std::string_view condition,
                                      std::string const& value) {
  store::RegionScope const scope{visitor.actor().region};
  int const year = china_date(visitor.now).year();
  std::vector<Issued> found;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(
        std::string{select_rows}.append(condition).append(" ORDER BY c.year DESC, c.number LIMIT 100"));
    rows.bind(1, value);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      auto row = row_at(rows);
      // What a region that is no more issued is its successor's.
      auto const heir = visitor.store.rules().regions.issuing_code(row.region, year);
      if (scope.covers(row.region) || scope.covers(heir)) found.push_back(std::move(row));
    }
  }));
  return found;
}

std::string outcome_words(std::optional<std::string> const& outcome) {
  if (!outcome) return "打印结果未报告";
  if (*outcome == "confirmed") return "已打印，本人取走";
  if (*outcome == "sent_to_printer") return "已打印";
  return *outcome == "failed" ? "打印失败" : "打印结果待核实";
}

Tone outcome_tone(std::optional<std::string> const& outcome) {
  if (outcome == "confirmed" || outcome == "sent_to_printer") return Tone::good;
  return outcome == "failed" ? Tone::bad : Tone::warn;
}

Result<std::vector<web::DetailView::Event>> prints_of(storage::Database& database,
                                                      std::string const& number) {
  auto rows = database.prepare(
      "SELECT p.copy, p.blank_number, p.requested_ms, p.outcome, k.hall FROM prints p JOIN kiosks k ON k.id "
      "= p.kiosk "
      "WHERE p.certificate = $1 ORDER BY p.requested_ms, p.print_id");
  rows.bind(1, number);
  std::vector<web::DetailView::Event> events;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return events;
    auto const outcome = rows.optional_text(3);
    auto const blank = rows.text(1).empty() ? std::string{} : " · 证书纸 " + rows.text(1);
    events.push_back({outcome_tone(outcome),
                      "第 " + std::to_string(rows.integer(0)) + " 份：" + outcome_words(outcome),
                      rows.text(4) + " · " + china_minute_text(Instant{rows.integer(2)}) + blank});
  }
}

web::Field reason_field(std::string hint) {
  return {.id = "reason",
          .label = "原因",
          .kind = web::FieldKind::area,
          .required = true,
          .hint = std::move(hint),
          .most = 200,
          .wide = true};
}

void put_acts(Visitor const& visitor, Issued const& row, web::DetailView& view) {
  bool const may = issuing::may_issue(visitor.store.rules(), visitor.actor(), row.region, visitor.now).ok();
  if (row.revoked || !may) return;
  auto const here = "/console/certificates/" + row.number;
  view.acts.push_back({.heading = "更正",
                       .lead = "姓名等记载有误时：原证书作废，按现在的记录重新核发，使用新的编号。",
                       .action = here,
                       .fields = {reason_field("写入操作记录和名册"),
                                  {.id = "day",
                                   .label = "新证书发证日期",
                                   .kind = web::FieldKind::date,
                                   .value = china_date(visitor.now).iso(),
                                   .required = true}},
                       .act = "correct",
                       .word = "作废并重新核发",
                       .icon = "register"});
  view.acts.push_back({.heading = "撤销",
                       .lead = "撤销后证书不再有效，编号不再使用；公众查验立即显示已撤销。",
                       .action = here,
                       .fields = {reason_field("如学时造假，第十六条")},
                       .act = "revoke",
                       .word = "撤销证书",
                       .icon = "cross",
                       .danger = true});
}

}  // namespace

Result<web::CertificatesView> certificates_shown(Visitor const& visitor, std::string const& find) {
  web::CertificatesView view;
  view.fields = {{.id = "find",
                  .label = "证书编号或证件号码",
                  .kind = web::FieldKind::search,
                  .value = {},
                  .required = true,
                  .fill = "off",
                  .most = 24,
                  .focus = true}};
  if (find.empty()) {
    view.empty = web::Empty{"certificate", "查找本地区的证书", "输入 14 位证书编号，或者持证人的证件号码。",
                            web::Link{"/console/registers", "按名册查看"}};
    return view;
  }
  auto const number = certificate::examine_number(find, visitor.store.rules().regions);
  std::vector<Issued> found;
  if (number.number) {
    CE_TRY(found, find_rows(visitor, "c.number = $1", number.normalized));
  } else {
    auto const examined = identity::examine_id_number(find, china_date(visitor.now));
    CE_TRY(found, find_rows(visitor, "p.id_number = $1", examined.canonical));
    CE_CHECK(note_people_searched(visitor, "number", found.size()));  // it tells who has that number
  }
  for (auto const& row : found) {
    view.rows.push_back({"/console/certificates/" + row.number, spaced_number(row.number), row.name,
                         std::to_string(row.year), row.authority, row.day, state_of_row(row)});
  }
  view.told = "找到 " + std::to_string(found.size()) + " 张";
  if (found.empty())
    view.empty = web::Empty{"search", "没有找到", "本地区没有这个编号或这个人的证书，请核对后再查。", {}};
  return view;
}

Result<web::DetailView> certificate_shown(Visitor const& visitor, std::string const& number) {
  CE_TRY(auto const found, find_rows(visitor, "c.number = $1", number));
  if (found.empty()) return Failure{FailureCode::certificate_unknown, {}};
  auto const& row = found.front();
  web::DetailView view;
  view.heading = "证书 " + spaced_number(row.number);
  view.state = state_of_row(row);
  view.facts = {{"证书编号", spaced_number(row.number)},
                {"姓名", row.name},
                {"证件号码", identity::mask_id_number(row.id_number)},
                {"学习年度", std::to_string(row.year) + " 年"},
                {"发证单位", row.authority},
                {"发证日期", row.day}};
  if (row.revoked) view.facts.push_back({"撤销时间", china_minute_text(*row.revoked)});
  if (!row.reason.empty()) view.facts.push_back({"撤销原因", row.reason});
  if (!row.successor.empty()) view.facts.push_back({"更正后的编号", spaced_number(row.successor)});
  if (!row.predecessor.empty()) view.facts.push_back({"由此编号更正", spaced_number(row.predecessor)});
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(view.history, prints_of(database, row.number));
    return {};
  }));
  view.history_heading = "打印情况";
  if (view.history.empty())
    view.history.push_back({Tone::none, "还没有打印", "本人可到任一服务厅自助终端打印"});
  put_acts(visitor, row, view);
  return view;
}

}  // namespace ce::console
