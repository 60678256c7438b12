#include "central/console/record_form.h"

#include <algorithm>
#include <array>

#include "central/console/kinds.h"
#include "central/registration/columns.h"
#include "central/registration/rows.h"
#include "shared/credit/words.h"

namespace ce::console {
namespace {

using credit::Activity;
using registration::Column;
using web::FieldKind;

constexpr auto names = std::to_array<std::string_view>(
    {"id_number", "name", "subject", "activity", "content", "institution", "start", "end", "hours", "days",
     "hours_per_day", "minutes", "assessment", "mandatory", "credit_year", "achievement", "author",
     "within_schooling"});

std::string_view name_of(Column column) {
  return names.at(static_cast<std::size_t>(column));
}

// What each kind is measured by and described with, beside what all have.
std::vector<Column> columns_of(Activity activity) {
  switch (activity) {
    case Activity::training:
      return {Column::hours, Column::assessment, Column::mandatory};
    case Activity::superior_seminar:
      return {Column::days, Column::hours_per_day, Column::assessment, Column::mandatory};
    case Activity::lecture:
      return {Column::days, Column::mandatory};
    case Activity::remote_education:
      return {Column::hours, Column::minutes, Column::assessment, Column::mandatory};
    case Activity::achievement:
      return {Column::achievement, Column::author};
    case Activity::degree:
      return {Column::assessment, Column::within_schooling};
    default:
      return {Column::days, Column::hours, Column::assessment, Column::mandatory};
  }
}

template <class E>
std::vector<web::Option> options(int count) {
  std::vector<web::Option> list;
  for (int i = 0; i < count; ++i) {
    std::string const word{credit::words_for(static_cast<E>(i))};
    list.push_back({word, word});
  }
  return list;
}

std::string hint_of(Column column, Activity activity) {
  switch (column) {
    case Column::id_number:
      return "18 位居民身份证、居住证或外国人永久居留证号码";
    case Column::content:
      return activity == Activity::achievement ? "成果名称，不超过 200 字"
                                               : "课程、会议或活动的名称，不超过 200 字";
    case Column::institution:
      if (activity == Activity::achievement) return "授予、出版或立项单位";
      return activity == Activity::degree ? "就读院校" : "施教机构或主办单位的全称";
    case Column::hours:
      return "如 6 或 10.5；1 学时为 45 分钟";
    case Column::days:
      return "如 3 或 0.5";
    case Column::hours_per_day:
      return "可以不填";
    case Column::credit_year:
      return "学习跨年度时填写，如 2026";
    case Column::end:
      return "不能晚于今天";
    default:
      return {};
  }
}

void shape(web::Field& field, Column column, Activity activity) {
  switch (column) {
    case Column::subject:
      field.kind = FieldKind::radios;
      field.options = options<credit::Subject>(3);
      if (activity == Activity::achievement || activity == Activity::degree)
        field.options = {field.options.at(1)};
      break;
    case Column::start:
    case Column::end:
      field.kind = FieldKind::date;
      break;
    case Column::assessment:
      field.kind = FieldKind::select;
      field.options = options<credit::Assessment>(4);
      break;
    case Column::achievement:
      field.kind = FieldKind::select;
      field.options = options<credit::AchievementKind>(5);
      break;
    case Column::author:
      field.kind = FieldKind::radios;
      field.options = options<credit::AuthorRole>(2);
      break;
    case Column::mandatory:
      field.kind = FieldKind::tick;
      field.label = "属于专业科目指南规定的必修内容";
      break;
    case Column::within_schooling:
      field.kind = FieldKind::tick;
      field.label = "在规定的学制年限内完成";
      break;
    case Column::content:
    case Column::institution:
      field.wide = true;
      field.most = column == Column::content ? 200 : 100;
      break;
    case Column::hours:
    case Column::days:
    case Column::hours_per_day:
      field.mode = "decimal";
      field.most = 12;
      break;
    case Column::minutes:
    case Column::credit_year:
      field.mode = "numeric";
      field.most = 8;
      break;
    default:
      field.fill = "off";
      field.most = 60;
  }
}

web::Field field_for(Column column, Activity activity, Typed const& typed) {
  auto const& row = registration::row_of(column);
  web::Field field{.id = std::string{name_of(column)}, .label = std::string{row.heading}};
  field.required = row.required && column != Column::activity;
  field.hint = hint_of(column, activity);
  if (auto const at = typed.find(name_of(column)); at != typed.end()) field.value = at->second;
  shape(field, column, activity);
  if (field.kind == FieldKind::radios && field.options.size() == 1) field.value = field.options.front().value;
  return field;
}

std::vector<Column> shown_columns(Activity activity, credit::Party party) {
  std::vector<Column> list;
  if (party != credit::Party::person) list = {Column::id_number, Column::name};
  list.insert(list.end(),
              {Column::subject, Column::content, Column::institution, Column::start, Column::end});
  auto const own = columns_of(activity);
  list.insert(list.end(), own.begin(), own.end());
  list.push_back(Column::credit_year);
  return list;
}

bool is_tick(std::string_view name) {
  return name == "mandatory" || name == "within_schooling";
}

std::string yes_no(bool on) {
  return on ? "yes" : "";
}

}  // namespace

std::string field_headed(std::string_view heading) {
  if (heading == "证明材料") return "files";
  auto const column = registration::column_headed(heading);
  return column ? std::string{name_of(*column)} : std::string{};
}

std::vector<std::string_view> form_fields() {
  return {names.begin(), names.end()};
}

std::vector<web::Field> fields_for(Activity activity, credit::Party party, Typed const& typed,
                                   std::vector<registration::Fault> const& faults,
                                   std::vector<registration::Fault>& elsewhere) {
  std::vector<web::Field> fields;
  for (auto const column : shown_columns(activity, party))
    fields.push_back(field_for(column, activity, typed));
  fields.push_back({.id = "files",
                    .label = "证明材料",
                    .kind = FieldKind::files,
                    .hint = "结业证、成绩单、照片等；PDF、JPG 或 PNG，每份不超过 10 MB，可以一次选择多份",
                    .wide = true,
                    .accept = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"});
  for (auto const& fault : faults) {
    auto const at = std::find_if(fields.begin(), fields.end(), [&](web::Field const& field) {
      return field.id == field_headed(fault.field);
    });
    if (at == fields.end()) {
      elsewhere.push_back(fault);
    } else if (at->error.empty()) {
      at->error = fault.wrong + "；" + fault.remedy;
    }
  }
  return fields;
}

registration::Entry entry_of_form(Activity activity, Typed const& typed,
                                  std::vector<registration::Fault>& faults) {
  registration::GridRow row;
  registration::Layout layout;
  for (std::size_t i = 0; i < names.size(); ++i) {
    layout.places.at(i) = static_cast<int>(i);
    auto const at = typed.find(names.at(i));
    auto text = at == typed.end() ? std::string{} : at->second;
    if (is_tick(names.at(i))) text = text.empty() ? "否" : "是";
    if (names.at(i) == "activity") text = std::string{credit::words_for(activity)};
    row.cells.push_back({std::move(text)});
  }
  // Only a degree asks for it; for all else the default holds.
  if (activity != Activity::degree) row.cells.back().text.clear();
  return registration::entry_of(row, layout, false, faults);
}

Typed typed_of(store::StoredRecord const& stored) {
  auto const& record = stored.record;
  auto const number = [](auto const& value) { return value ? std::to_string(*value) : std::string{}; };
  auto const hours = [](auto const& value) { return value ? credit::hours_number(*value) : std::string{}; };
  Typed typed;
  typed["subject"] = credit::words_for(record.subject);
  typed["content"] = stored.content;
  typed["institution"] = stored.institution;
  typed["start"] = registration::day_text(record.start);
  typed["end"] = registration::day_text(record.end);
  typed["hours"] = hours(record.hours);
  if (record.half_days) {
    typed["days"] = std::to_string(*record.half_days / 2) + (*record.half_days % 2 == 0 ? "" : ".5");
  }
  typed["hours_per_day"] = hours(record.hours_per_day);
  typed["minutes"] = number(record.minutes);
  typed["assessment"] = credit::words_for(record.assessment);
  typed["mandatory"] = yes_no(record.mandatory);
  typed["credit_year"] = number(record.credit_year);
  typed["achievement"] = credit::words_for(record.kind);
  typed["author"] = credit::words_for(record.role);
  typed["within_schooling"] = yes_no(record.within_schooling);
  return typed;
}

}  // namespace ce::console
