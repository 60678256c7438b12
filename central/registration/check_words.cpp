#include "central/registration/check_words.h"

#include <algorithm>

#include "central/registration/columns.h"
#include "shared/base/text.h"
#include "shared/credit/check_record.h"
#include "shared/credit/words.h"
#include "shared/identity/id_number.h"
#include "shared/identity/name.h"

namespace ce::registration {
namespace {

constexpr std::size_t most_content_characters = 200;
constexpr std::size_t most_institution_characters = 100;
constexpr std::size_t most_proofs = 20;

Fault at(Column column, std::string wrong, std::string remedy) {
  return {std::string{row_of(column).heading}, std::move(wrong), std::move(remedy)};
}

void check_text(Column column, std::string_view text, std::size_t most, bool required,
                std::vector<Fault>& faults) {
  if (text.empty()) {
    if (required) faults.push_back(at(column, "没有填写", "请填写" + std::string{row_of(column).heading}));
    return;
  }
  auto const decoded = decode_utf8(text);
  if (!decoded || !identity::is_plain_text(text)) {
    faults.push_back(at(column, "含有不能使用的字符", "请删去换行、控制符等看不见的字符"));
  } else if (decoded->size() > most) {
    faults.push_back(at(column, "超过 " + std::to_string(most) + " 字", "请缩短"));
  }
}

void check_identity(Entry const& entry, Date today, std::vector<Fault>& faults) {
  if (!identity::examine_id_number(entry.id_number.reveal(), today).valid) {
    faults.push_back(at(Column::id_number, "号码不正确", "请对照证件核对每一位，并把单元格设为文本格式"));
  }
  if (auto const name = identity::checked_name(entry.name.reveal()); !name) {
    auto const sentence = name.failure().detail.substr(std::string_view{"name: "}.size());
    faults.push_back(at(Column::name, sentence, "请按证件填写"));
  }
}

std::string who_registers(credit::Parties const& allowed) {
  std::string parties;
  for (auto const party : allowed) {
    parties += (parties.empty() ? "" : "或") + std::string{credit::words_for(party)};
  }
  return "按第四条由" + parties + "登记";
}

// Article 4 as the record's year has it; a year without rules has a fault of its own.
void check_registrar(credit::Record const& record, credit::Party party, rulebook::Rulebook const& rules,
                     std::vector<Fault>& faults) {
  if (!record.end && !record.credit_year) return;  // of no year: that has a fault too
  auto const pack = rules.packs.of_year(year_of(record));
  auto const duties = pack ? (*pack)->duties : credit::Duties{};
  if (credit::may_register(party, record.activity, duties).allowed) return;
  faults.push_back(at(Column::activity,
                      std::string{credit::words_for(record.activity)} + "不能由" +
                          std::string{credit::words_for(party)} + "登记",
                      who_registers(duties.registering.at(static_cast<std::size_t>(record.activity)))));
}

void check_year(credit::Record const& record, rulebook::Rulebook const& rules, std::vector<Fault>& faults) {
  if (!record.end && !record.credit_year) return;
  int const year = year_of(record);
  if (!rules.packs.of_year(year)) {
    faults.push_back(at(record.credit_year ? Column::credit_year : Column::end,
                        std::to_string(year) + " 年度没有继续教育规则", "请核对日期和计入年度"));
  }
}

bool is_amount(Column column) {
  return column == Column::hours || column == Column::days || column == Column::hours_per_day ||
         column == Column::minutes;
}

/// Whether what is said of `judged` may come of `unread` alone.
bool follows(std::optional<Column> judged, std::optional<Column> unread) {
  if (!judged || !unread) return false;
  if (judged == unread || (is_amount(*judged) && is_amount(*unread))) return true;
  if (judged == Column::mandatory) return unread == Column::subject;
  return judged == Column::credit_year && (unread == Column::start || unread == Column::end);
}

}  // namespace

std::vector<Fault> faults_of(Entry const& entry, Actor const& actor, rulebook::Rulebook const& rules,
                             Date today) {
  std::vector<Fault> faults;
  check_identity(entry, today, faults);
  check_text(Column::content, entry.content, most_content_characters, true, faults);
  check_text(Column::institution, entry.institution, most_institution_characters, false, faults);
  check_registrar(entry.record, actor.party, rules, faults);
  for (auto const& fault : credit::faults_of(entry.record, today)) {
    auto const& column = column_of_field(fault.field);
    faults.push_back({std::string{column.heading}, std::string{fault.sentence}, std::string{column.hint}});
  }
  check_year(entry.record, rules, faults);
  if (entry.proofs.size() > most_proofs) {
    faults.push_back({"证明材料", "超过 " + std::to_string(most_proofs) + " 份", "请合并后上传"});
  }
  return faults;
}

std::vector<Fault> faults_beside(std::vector<Fault> unread, Entry const& entry, Actor const& actor,
                                 rulebook::Rulebook const& rules, Date today) {
  auto all = unread;
  for (auto& fault : faults_of(entry, actor, rules, today)) {
    auto const judged = column_headed(fault.field);
    bool const follows_one = std::any_of(unread.begin(), unread.end(), [&](Fault const& one) {
      return follows(judged, column_headed(one.field));
    });
    if (!follows_one) all.push_back(std::move(fault));
  }
  return all;
}

std::string day_text(std::optional<Date> const& day) {
  return day ? day->iso() : std::string{};
}

int year_of(credit::Record const& record) {
  return record.credit_year ? *record.credit_year : record.end->year();
}

std::string sentence(std::vector<Fault> const& faults) {
  std::string text;
  for (auto const& fault : faults) {
    text += (text.empty() ? "" : "；") + fault.field + "：" + fault.wrong + "，" + fault.remedy;
  }
  return text;
}

}  // namespace ce::registration
