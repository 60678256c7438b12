#include "central/registration/check.h"

#include "central/registration/check_words.h"
#include "central/registration/columns.h"
#include "central/registration/overlaps.h"
#include "central/registration/plain_form.h"
#include "central/store/closed_years.h"
#include "central/store/records.h"
#include "central/store/words.h"
#include "central/verification/name_match.h"
#include "shared/credit/words.h"
#include "shared/identity/id_number.h"
#include "shared/protocol/names.h"

namespace ce::registration {
namespace {

struct KnownPerson {
  std::int64_t id = 0;
  std::string name;
  std::optional<std::int64_t> employer;
  bool closed = false;
};

Fault fault_of(Column column, std::string wrong, std::string remedy) {
  return {std::string{row_of(column).heading}, std::move(wrong), std::move(remedy)};
}

Result<std::optional<KnownPerson>> person_of(storage::Database& database, Entry const& entry, Date today) {
  auto const examined = identity::examine_id_number(entry.id_number.reveal(), today);
  if (!examined.valid) return std::optional<KnownPerson>{};
  auto row = database.prepare("SELECT id, name, employer, closed_ms FROM professionals WHERE id_number = $1");
  CE_TRY(bool const there, row.bind(1, examined.canonical).step());
  if (!there || !verification::same_name(row.text(1), entry.name.reveal())) {
    return std::optional<KnownPerson>{};
  }
  return std::optional{KnownPerson{row.integer(0), row.text(1), row.optional_integer(2), !row.is_null(3)}};
}

// Whether this party may write about this person (article 4): the person itself, or its employer.
void check_person(Actor const& actor, KnownPerson const& person, std::vector<Fault>& faults) {
  if (person.closed) {
    faults.push_back(fault_of(Column::id_number, "此人已停止登记", "如需恢复，请联系所属人社部门"));
  }
  if (actor.party == credit::Party::person && actor.professional != person.id) {
    faults.push_back(fault_of(Column::id_number, "不是本人", "个人只能登记本人的学习"));
  }
  if (actor.party == credit::Party::employer && actor.unit != person.employer) {
    faults.push_back(fault_of(Column::id_number, "不是本单位人员", "请先办理人员调入，或由其所在单位登记"));
  }
}

// Article 13 begins with the employer or the hosting agency; where there is neither the record would wait for
// ever.
Result<void> check_reviewer(storage::Database& database, std::int64_t person, credit::Subject subject,
                            Checked& checked) {
  CE_TRY(auto const way, store::review_route_of(database, person));
  if (subject == credit::Subject::professional && way.industry.empty()) {
    checked.warnings.emplace_back(
        "此人和其用人单位都没有登记所属行业，专业科目要等人社部门补登后才能由行业主管部门审核认定");
  }
  if (!way.employer && !way.agency) {
    checked.faults.push_back(fault_of(Column::name, "此人没有登记用人单位，也没有人事档案托管机构",
                                      "请先登记单位或托管机构，否则无人审核"));
  }
  return {};
}

Result<void> check_own_institution(storage::Database& database, Actor const& actor, Entry const& entry,
                                   Checked& checked) {
  auto row = database.prepare("SELECT name, approved_online FROM institutions WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, actor.unit.value_or(0)).step());
  if (!there) {
    checked.faults.push_back(fault_of(Column::institution, "账号没有对应的施教机构", "请联系人社部门"));
    return {};
  }
  checked.institution = actor.unit;
  if (!entry.institution.empty() && plain_form(entry.institution) != plain_form(row.text(0))) {
    checked.faults.push_back(
        fault_of(Column::institution, "不是本机构", "请留空，或写本机构全称：" + row.text(0)));
  }
  if (actor.party == credit::Party::system && row.integer(1) == 0) {
    checked.faults.push_back(
        fault_of(Column::institution, "不是省人社厅审定的网上学习系统", "请先办理审定（第四条第四项）"));
  }
  return {};
}

Result<void> find_institution(storage::Database& database, Entry const& entry, Checked& checked) {
  if (entry.institution.empty()) return {};
  auto row = database.prepare("SELECT id FROM institutions WHERE name = $1 ORDER BY id LIMIT 1");
  CE_TRY(bool const there, row.bind(1, entry.institution).step());
  if (there) checked.institution = row.integer(0);
  return {};
}

Result<void> check_open(storage::Database& database, credit::Record const& record, Checked& checked) {
  if (!record.end && !record.credit_year) return {};
  int const year = year_of(record);
  CE_TRY(bool const closed, store::is_closed(database, year));
  if (closed) {
    checked.faults.push_back(fault_of(record.credit_year ? Column::credit_year : Column::end,
                                      store::closed_sentence(year), std::string{store::closed_remedy}));
  }
  return {};
}

// The same study of the same person twice. A rejected record does not count: it may be entered anew.
Result<void> check_double(storage::Database& database, Entry const& entry, std::int64_t own,
                          Checked& checked) {
  auto row = database.prepare(
      "SELECT review FROM learning_records WHERE professional = $1 AND subject = $2 AND activity = $3 AND "
      "content = $4 AND COALESCE(start_day, '') = $5 AND COALESCE(end_day, '') = $6 AND review <> 'rejected' "
      "AND id <> $7 ORDER BY id LIMIT 1");
  auto const& record = entry.record;
  row.bind(1, checked.professional).bind(2, protocol::word_of(record.subject));
  row.bind(3, protocol::word_of(record.activity)).bind(4, entry.content);
  row.bind(5, day_text(record.start)).bind(6, day_text(record.end)).bind(7, own);
  CE_TRY(bool const there, row.step());
  if (!there) return {};
  CE_TRY(auto const state, store::from_protocol_word<credit::ReviewState>(row.text(0)));
  checked.faults.push_back(
      fault_of(Column::content, "相同的学习已经登记（" + std::string{credit::words_for(state)} + "）",
               state == credit::ReviewState::returned ? "请在已退回的记录上修改后重新提交"
                                                      : "不必重复登记，请删去这一条"));
  return {};
}

}  // namespace

Result<Checked> check(storage::Database& database, rulebook::Rulebook const& rules, Actor const& actor,
                      Entry const& entry, Date today, std::optional<std::int64_t> own) {
  Checked checked;
  checked.faults = faults_of(entry, actor, rules, today);
  CE_CHECK(check_open(database, entry.record, checked));
  bool const own_course = actor.party == credit::Party::institution || actor.party == credit::Party::system;
  CE_CHECK(own_course ? check_own_institution(database, actor, entry, checked)
                      : find_institution(database, entry, checked));
  CE_TRY(auto const person, person_of(database, entry, today));
  if (!person) {
    // One sentence for both, so that nobody learns who is in the store by trying numbers.
    checked.faults.push_back(fault_of(Column::id_number, "系统中没有此证件号码和姓名的人员",
                                      "请核对证件号码和姓名；新人员请先建档"));
    return checked;
  }
  checked.professional = person->id;
  check_person(actor, *person, checked.faults);
  CE_CHECK(check_reviewer(database, person->id, entry.record.subject, checked));
  if (!checked.faults.empty()) return checked;
  CE_CHECK(check_double(database, entry, own.value_or(0), checked));
  if (checked.faults.empty()) CE_CHECK(warn_of_overlaps(database, rules, entry.record, own, checked));
  return checked;
}

}  // namespace ce::registration
