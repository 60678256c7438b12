#include "central/registers/cells.h"

#include <array>

#include "shared/identity/mask.h"

namespace ce::registers {
namespace {

using protocol::PrintOutcome;

constexpr std::array<Column, 12> line_columns{{{"证书编号", 16},
                                               {"姓名", 14},
                                               {"年度", 6},
                                               {"发证单位", 30},
                                               {"发证日期", 11},
                                               {"状态", 8},
                                               {"份次", 5, true},
                                               {"证书纸 N0", 18},
                                               {"终端", 14},
                                               {"打印时间", 17},
                                               {"打印结果", 14},
                                               {"备注", 30}}};

constexpr std::array<Column, 10> sum_columns{{{"代码", 8},
                                              {"地区", 30},
                                              {"发放", 10, true},
                                              {"其中作废", 10, true},
                                              {"有效", 10, true},
                                              {"登记缺失", 10, true},
                                              {"打印张数", 10, true},
                                              {"待核实", 10, true},
                                              {"用去证书纸", 11, true},
                                              {"作废证书纸", 11, true}}};

std::string remark_of(Line const& line) {
  std::string remark;
  auto const add = [&remark](std::string const& words) {
    if (!remark.empty()) remark += "；";
    remark += words;
  };
  if (!line.retired.empty()) add("以原 " + line.retired + " 代码 " + line.region + " 编号");
  if (line.lost) {
    add("恢复备份前打印，登记资料缺失，" +
        (line.successor.empty() ? std::string{"待核对"} : "已另发 " + line.successor));
    return remark;
  }
  if (line.revoked) add(china_minute_text(*line.revoked).substr(0, 10) + " 作废：" + line.revoked_reason);
  if (!line.successor.empty()) add("更正为 " + line.successor);
  if (!line.predecessor.empty()) add("更正自 " + line.predecessor);
  if (line.print && !line.print->cause.empty()) add("原因 " + line.print->cause);
  return remark;
}

std::string_view state_of(Line const& line) {
  if (line.lost) return line.successor.empty() ? "待核对" : "已另发";
  return line.revoked ? "已作废" : "有效";
}

std::string span_words(std::string_view what, std::optional<Date> const& from,
                       std::optional<Date> const& to) {
  if (!from && !to) return {};
  std::string words = "，" + std::string{what} + " ";
  if (from) words += from->iso();
  words += from && to && *from == *to ? "" : (to ? " 至 " + to->iso() : " 起");
  return words;
}

}  // namespace

std::span<Column const> columns() {
  return line_columns;
}

std::span<Column const> roll_up_columns() {
  return sum_columns;
}

std::string_view words_for(std::optional<PrintOutcome> const& outcome) {
  if (!outcome) return "已交终端，未回报";
  switch (*outcome) {
    case PrintOutcome::sent_to_printer:
      return "已送打印机";
    case PrintOutcome::confirmed:
      return "已打印";
    case PrintOutcome::failed:
      return "打印失败";
    case PrintOutcome::unknown:
      break;
  }
  return "待核实";
}

std::vector<std::string> cells_of(Line const& line, Names names) {
  auto const& name = line.name.reveal();
  std::vector<std::string> cells{line.number,
                                 names == Names::whole || line.lost ? name : identity::mask_name(name),
                                 std::to_string(line.year),
                                 line.authority,
                                 line.lost ? "" : line.issue_day.iso(),
                                 std::string{state_of(line)}};
  if (line.print) {
    auto const& print = *line.print;
    cells.insert(cells.end(), {std::to_string(print.copy), print.blank_number, print.kiosk,
                               china_minute_text(print.requested), std::string{words_for(print.outcome)}});
  } else {
    cells.insert(cells.end(), {"", "", "", "", "未打印"});
  }
  cells.push_back(remark_of(line));
  return cells;
}

std::vector<std::string> cells_of(RollUp const& line) {
  auto name = line.name;
  if (line.with_all_below) {
    name += "（合计）";
  } else if (line.level != certificate::RegionLevel::district) {
    name += "本级";
  }
  std::vector<std::string> cells{line.region, std::move(name)};
  for (auto const count : {line.issued, line.revoked, line.issued - line.revoked, line.lost, line.printed,
                           line.unresolved, line.blanks_used, line.blanks_void}) {
    cells.push_back(std::to_string(count));
  }
  return cells;
}

std::string words_for(Filter const& filter, certificate::Regions const& regions) {
  auto words = regions.full_name(filter.scope.code);
  words += filter.year ? "，" + std::to_string(*filter.year) + " 年度" : "，全部年度";
  words += span_words("发证日期", filter.issued_from, filter.issued_to);
  words += span_words("打印日期", filter.printed_from, filter.printed_to);
  if (!filter.kiosk.empty()) words += "，终端 " + filter.kiosk;
  return words;
}

}  // namespace ce::registers
