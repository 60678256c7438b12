#include "central/replay/account.h"

#include <array>
#include <nlohmann/json.hpp>

#include "shared/credit/words.h"
#include "shared/identity/mask.h"

namespace ce::replay {
namespace {

using credit::hours_text;
using Json = nlohmann::ordered_json;
using Lines = std::vector<std::string>;

struct Row {
  std::string_view key;
  std::string_view name;
  CreditUnits Figures::*figure;
};

constexpr auto rows = std::to_array<Row>({
    {"public", "公需科目", &Figures::public_subject},
    {"professional", "专业科目", &Figures::professional},
    {"professional_mandatory", "　其中必修", &Figures::mandatory},
    {"achievement_credit", "　其中成果、学历教育", &Figures::achievement},
    {"elective", "选修科目", &Figures::elective},
    {"total", "合计", &Figures::total},
});

std::string heading(Replay const& replay) {
  auto const& certificate = replay.certificate;
  return "证书 " + certificate.number + "，" + identity::mask_name(certificate.name.reveal()) + "，" +
         std::to_string(certificate.year) + " 年度，" + certificate.issue_day.chinese() + "签发，" +
         (certificate.revoked ? "已撤销" : "有效");
}

std::string basis(Replay const& replay) {
  std::string line = replay.whole ? "依据：签发时冻结的规则 " : "依据：签发时记下的规则 ";
  line += replay.pack + "，";
  line += replay.guide ? "学习指南必修 " + hours_text(*replay.guide) : "当年没有学习指南";
  return line + "，学习记录 " + std::to_string(replay.record_ids.size()) + " 条";
}

void add_figures(Replay const& replay, Lines& lines) {
  for (Row const& row : rows) {
    auto const was = replay.frozen.*row.figure;
    auto const is = replay.again.*row.figure;
    if (row.figure == &Figures::achievement && was.count == 0 && is.count == 0) continue;
    lines.push_back("　" + std::string{row.name} + "：签发时 " + hours_text(was) + "，重新计算 " +
                    hours_text(is) + (was == is ? "" : "，不一致"));
  }
}

std::string told(RecordChange const& change) {
  std::string line = "　学习记录 " + std::to_string(change.record);
  if (change.missing) return line + " 已不在系统中";
  line += " 在签发后有改动：";
  for (FactChange const& fact : change.facts) {
    if (&fact != &change.facts.front()) line += "；";
    line.append(fact.field).append("由“").append(fact.was).append("”变为“").append(fact.is).append("”");
  }
  return line;
}

// Why figures differ although no record is known to have changed.
std::string_view unexplained(Replay const& replay) {
  if (!replay.whole) {
    return "　签发时只保存了规则的名称和开关：可能是该规则的学时标准或学习记录在签发后有改动，无法分辨";
  }
  return "　所依据的规则和记录都没有改动，但计算方法与签发时不同，请报告系统管理员";
}

void add_reasons(Replay const& replay, Lines& lines) {
  for (RecordChange const& change : replay.changes) lines.push_back(told(change));
  bool const facts_agree = replay.from_facts && *replay.from_facts == replay.frozen;
  if (replay.again != replay.frozen && (replay.changes.empty() || (replay.whole && !facts_agree))) {
    lines.emplace_back(unexplained(replay));
  }
  if (!replay.changes.empty() && facts_agree) {
    lines.emplace_back("　按签发时冻结的记录计算，结果与签发时相同，签发时的认定没有错误");
  }
  if (!replay.complete) {
    lines.emplace_back("　按现存的记录，该年度学习任务没有完成；请核对原始材料，必要时更正或者撤销证书");
  }
}

std::string_view agreement(Replay const& replay) {
  if (replay.whole) {
    return "结论：一致。按签发时的规则重新计算，各项学时与签发时相同，所依据的学习记录没有改动。";
  }
  return "结论：一致。重新计算的各项学时与签发时相同（签发时未保存学时标准和记录内容，取自现行配置和现存记录"
         "）。";
}

Json units_of(Figures const& figures) {
  Json object = Json::object();
  for (Row const& row : rows) object[std::string{row.key}] = (figures.*row.figure).count;
  return object;
}

Json json_of_change(RecordChange const& change) {
  Json facts = Json::array();
  for (FactChange const& fact : change.facts) {
    facts.push_back({{"field", fact.field}, {"was", fact.was}, {"is", fact.is}});
  }
  return {{"record", change.record}, {"missing", change.missing}, {"facts", facts}};
}

}  // namespace

std::vector<std::string> account_of(Replay const& replay) {
  Lines lines{heading(replay), basis(replay)};
  add_figures(replay, lines);
  if (replay.same()) {
    lines.emplace_back(agreement(replay));
  } else {
    lines.emplace_back("结论：不一致。");
    add_reasons(replay, lines);
  }
  return lines;
}

std::string json_of(Replay const& replay) {
  Json object{{"number", replay.certificate.number},
              {"year", replay.certificate.year},
              {"revoked", replay.certificate.revoked},
              {"pack", replay.pack},
              {"evidence", replay.whole ? "whole" : "names_only"},
              {"records", replay.record_ids},
              {"same", replay.same()},
              {"complete", replay.complete},
              {"frozen", units_of(replay.frozen)},
              {"again", units_of(replay.again)}};
  object["guide_professional_mandatory"] = replay.guide ? Json(replay.guide->count) : Json{};
  object["from_frozen_records"] = replay.from_facts ? units_of(*replay.from_facts) : Json{};
  object["changes"] = Json::array();
  for (RecordChange const& change : replay.changes) object["changes"].push_back(json_of_change(change));
  return object.dump(2);
}

}  // namespace ce::replay
