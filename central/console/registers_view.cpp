#include "central/console/registers_view.h"

#include "central/audit/audit.h"
#include "central/console/words.h"
#include "central/registers/roll_up.h"
#include "central/web/fields.h"
#include "central/web/html.h"
#include "shared/identity/mask.h"

namespace ce::console {
namespace {

using registers::Line;
using web::Tone;

constexpr int lines_per_page = 100;
constexpr std::size_t most_kiosk_id = 64;

web::Badge state_of_line(Line const& line) {
  if (line.lost && !line.successor.empty()) return {Tone::none, "已另发新证"};
  if (line.lost) return {Tone::warn, "登记待核对", "warning"};
  if (line.revoked) return {Tone::bad, "已撤销"};
  if (!line.print) return {Tone::none, "未打印"};
  if (!line.print->outcome) return {Tone::warn, "待核实", "warning"};
  switch (*line.print->outcome) {
    case protocol::PrintOutcome::confirmed:
    case protocol::PrintOutcome::sent_to_printer:
      return {Tone::good, "已打印"};
    case protocol::PrintOutcome::failed:
      return {Tone::bad, "打印失败"};
    case protocol::PrintOutcome::unknown:
      break;
  }
  return {Tone::warn, "待核实", "warning"};
}

std::string note_of(Line const& line) {
  auto under = line.retired.empty() ? std::string{} : "原" + line.retired + "（" + line.region + "）编号";
  auto const then = under.empty() ? under : under + "；";
  if (line.lost) {
    return then + (line.successor.empty() ? "恢复备份时缺失" : "已另发 " + spaced_number(line.successor));
  }
  if (!line.successor.empty()) return then + "更正为 " + spaced_number(line.successor);
  if (!line.predecessor.empty()) return then + "由 " + spaced_number(line.predecessor) + " 更正";
  if (!under.empty()) return under;
  return line.print && line.print->copy > 1 ? "第 " + std::to_string(line.print->copy) + " 份"
                                            : std::string{};
}

std::string name_on(Line const& line, registers::Names names) {
  if (line.lost) return {};
  return names == registers::Names::whole ? line.name.reveal() : identity::mask_name(line.name.reveal());
}

web::RegistersView::Row row_of_line(Line const& line, registers::Names names) {
  // Of a lost one there is no page but what everybody is told of its number.
  web::RegistersView::Row row{.href = (line.lost ? "/v/" : "/console/certificates/") + line.number,
                              .number = spaced_number(line.number),
                              .name = name_on(line, names),
                              .day = line.lost ? "" : line.issue_day.iso(),
                              .state = state_of_line(line),
                              .note = note_of(line),
                              .printed = {},
                              .kiosk = {},
                              .hall = {},
                              .blank = {}};
  if (!line.print) return row;
  row.printed = china_minute_text(line.print->requested);
  row.kiosk = line.print->kiosk;
  row.hall = line.print->hall;
  row.blank = line.print->blank_number;
  return row;
}

std::vector<web::Field> filters_of(Visitor const& visitor, RegistersAsked const& asked) {
  web::Field region{.id = "region", .label = "地区", .kind = web::FieldKind::select, .value = asked.region};
  region.options = {{"", "全部"}};
  store::RegionScope const own{visitor.actor().region};
  for (auto const& one : visitor.store.rules().regions.all()) {
    if (one.code == own.code || !own.covers(one.code)) continue;
    region.options.push_back(
        {one.code, (one.level == certificate::RegionLevel::district ? "　" : "") + one.name});
  }
  web::Field year{.id = "year", .label = "学习年度", .kind = web::FieldKind::select, .value = asked.year};
  year.options = {{"", "全部年度"}};
  for (int one = china_date(visitor.now).year(); one >= 2010; --one)
    year.options.push_back({std::to_string(one), std::to_string(one)});
  std::vector<web::Field> fields;
  if (region.options.size() > 1) fields.push_back(std::move(region));
  fields.push_back(std::move(year));
  fields.push_back({.id = "from", .label = "打印日期从", .kind = web::FieldKind::date, .value = asked.from});
  fields.push_back({.id = "to", .label = "到", .kind = web::FieldKind::date, .value = asked.to});
  fields.push_back(
      {.id = "kiosk", .label = "终端", .value = asked.kiosk, .fill = "off", .most = most_kiosk_id});
  return fields;
}

web::RegistersView::Sum sum_of_line(registers::RollUp const& line, RegistersAsked asked) {
  asked.region = line.region;
  asked.after = {};
  return {.href = registers_address("/console/registers", asked),
          .name = line.name,
          .level = line.with_all_below ? "含所属各地" : "",
          .issued = line.issued,
          .revoked = line.revoked,
          .lost = line.lost,
          .printed = line.printed,
          .unresolved = line.unresolved,
          .blanks_used = line.blanks_used,
          .blanks_void = line.blanks_void};
}

}  // namespace

registers::Filter filter_of(Visitor const& visitor, RegistersAsked const& asked) {
  store::RegionScope const own{visitor.actor().region};
  registers::Filter filter{.scope = own};
  auto const& regions = visitor.store.rules().regions;
  bool const known = regions.find(asked.region) != nullptr || regions.find_change(asked.region) != nullptr;
  if (known && registers::holds(regions, own, asked.region)) filter.scope.code = asked.region;
  if (asked.year.size() == 4 && asked.year >= "2010" && asked.year <= "2099")
    filter.year = std::stoi(asked.year);
  if (auto const day = Date::parse_iso(asked.from)) filter.printed_from = *day;
  if (auto const day = Date::parse_iso(asked.to)) filter.printed_to = *day;
  if (asked.kiosk.size() <= most_kiosk_id) filter.kiosk = asked.kiosk;
  return filter;
}

std::string registers_address(std::string const& path, RegistersAsked const& asked) {
  std::string query;
  auto const add = [&](char const* name, std::string const& value) {
    if (!value.empty()) query += (query.empty() ? "?" : "&") + std::string{name} + "=" + web::url_text(value);
  };
  add("region", asked.region);
  add("year", asked.year);
  add("from", asked.from);
  add("to", asked.to);
  add("kiosk", asked.kiosk);
  if (!asked.after.number.empty()) {
    add("after", asked.after.number);
    add("at", std::to_string(asked.after.requested_ms));
    add("print", asked.after.print);
  }
  return path + query;
}

Result<web::RegistersView> registers_shown(Visitor const& visitor, RegistersAsked const& asked) {
  auto const filter = filter_of(visitor, asked);
  auto const names = registers::names_for(visitor.store.rules().regions, visitor.actor(), filter.scope);
  CE_TRY(auto const page, registers::lines_of(visitor.store, filter, asked.after, lines_per_page));
  web::RegistersView view;
  view.filters = filters_of(visitor, asked);
  if (asked.after.number.empty()) {
    CE_TRY(auto const sums, registers::roll_up(visitor.store, filter));
    for (auto const& line : sums) view.sums.push_back(sum_of_line(line, asked));
    view.sums_told = "汇总：" + visitor.store.rules().regions.full_name(filter.scope.code);
  }
  for (auto const& line : page.lines) view.rows.push_back(row_of_line(line, names));
  view.told = filter.asks_for_prints() ? "打印情况，先打印的在前" : "发放名册，按证书编号";
  if (view.rows.empty()) {
    view.empty =
        web::Empty{"book", "名册中没有符合条件的证书", "证书核发和打印后自动进入名册（第十五条）。", {}};
  } else if (page.after || !asked.after.number.empty()) {
    auto first = asked;
    first.after = {};
    auto next = asked;
    next.after = page.after.value_or(registers::Key{});
    view.pager = web::Pager{
        "本页 " + std::to_string(view.rows.size()) + " 行",
        asked.after.number.empty() ? std::string{} : registers_address("/console/registers", first),
        page.after ? registers_address("/console/registers", next) : std::string{}};
  }
  return view;
}

Result<void> note_register_taken(Visitor const& visitor, registers::Filter const& filter,
                                 registers::Names names, std::string_view format) {
  return visitor.store.write([&](storage::Database& database) {
    return audit::append(database, registration::author_of(visitor.actor()),
                         audit::Action::register_downloaded, {"region", filter.scope.code},
                         audit::detail({{"format", format},
                                        {"year", filter.year.value_or(0)},
                                        {"kiosk", filter.kiosk},
                                        {"whole_names", names == registers::Names::whole}}),
                         visitor.now);
  });
}

}  // namespace ce::console
