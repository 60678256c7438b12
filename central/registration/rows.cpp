#include "central/registration/rows.h"

#include <algorithm>
#include <span>

#include "central/registration/cells.h"
#include "central/registration/csv.h"
#include "central/registration/plain_form.h"
#include "central/registration/xlsx.h"
#include "central/store/digest.h"
#include "shared/credit/words.h"
#include "shared/protocol/names.h"

namespace ce::registration {
namespace {

std::string_view short_form(credit::Activity activity) {
  switch (activity) {
    case credit::Activity::superior_seminar:
      return "研修班";
    case credit::Activity::lecture:
      return "学术报告";
    case credit::Activity::practice:
      return "实践";
    case credit::Activity::degree:
      return "学历教育";
    default:
      return credit::words_for(activity);
  }
}

template <class E>
struct Word {
  std::string_view text;
  E value;
};

template <class E>
std::vector<Word<E>> words(int count) {
  std::vector<Word<E>> list;
  for (int i = 0; i < count; ++i) {
    auto const value = static_cast<E>(i);
    list.push_back({credit::words_for(value), value});
    if constexpr (std::is_same_v<E, credit::Activity>) list.push_back({short_form(value), value});
  }
  if constexpr (std::is_same_v<E, credit::Subject>) {
    list.insert(list.end(), {{"公需", E::public_subject}, {"公需课", E::public_subject}});
    list.insert(list.end(), {{"专业", E::professional}, {"专业课", E::professional}});
    list.insert(list.end(), {{"选修", E::elective}, {"选修课", E::elective}});
  }
  if constexpr (std::is_same_v<E, credit::AuthorRole>) {
    list.insert(list.end(), {{"主创", E::lead}, {"非主创", E::other}});
  }
  return list;
}

std::string quoted(std::string_view heading) {
  return "“" + std::string{heading} + "”";
}

}  // namespace

template <class E>
E CellReader::word(Column column, Cell const* cell, int count, std::optional<E> otherwise) {
  auto const typed = text(column, cell);
  if (typed.empty() && otherwise) return *otherwise;
  for (auto const& known : words<E>(count)) {
    if (known.text == typed) return known.value;
  }
  fault(column, typed.empty() ? "没有填写" : "没有这一种");
  return otherwise.value_or(E{});
}

Cell const* Layout::cell(GridRow const& row, Column column) const {
  int const place = places.at(static_cast<std::size_t>(column));
  if (place < 0 || static_cast<std::size_t>(place) >= row.cells.size()) return nullptr;
  return &row.cells[static_cast<std::size_t>(place)];
}

Result<Layout> layout_of(GridRow const& headings) {
  Layout layout;
  layout.places.fill(-1);
  std::string wrong;
  for (std::size_t i = 0; i < headings.cells.size(); ++i) {
    auto const heading = plain_form(headings.cells[i].text);
    if (heading.empty()) continue;
    auto const column = column_headed(heading);
    if (!column) continue;  // the caller's own columns and those of our reports are no mistake
    int& place = layout.places.at(static_cast<std::size_t>(*column));
    if (place >= 0) wrong += "列名" + quoted(row_of(*column).heading) + "出现了两次；";
    place = static_cast<int>(i);
  }
  for (auto const& column : columns()) {
    if (column.required && layout.places.at(static_cast<std::size_t>(column.column)) < 0) {
      wrong += "缺少列" + quoted(column.heading) + "；";
    }
  }
  if (wrong.empty()) return layout;
  return refused_file("第 " + std::to_string(headings.number) + " 行应为列名：" + wrong + "请使用模板");
}

Entry entry_of(GridRow const& row, Layout const& layout, bool from_1904, std::vector<Fault>& faults) {
  CellReader read{from_1904, faults};
  auto const at = [&](Column column) { return layout.cell(row, column); };
  Entry entry;
  entry.id_number = SecretText{read.id_number(at(Column::id_number))};
  entry.name = SecretText{read.text(Column::name, at(Column::name))};
  entry.content = read.text(Column::content, at(Column::content));
  entry.institution = read.text(Column::institution, at(Column::institution));
  auto& record = entry.record;
  record.subject = read.word<credit::Subject>(Column::subject, at(Column::subject), 3, {});
  record.activity = read.word<credit::Activity>(Column::activity, at(Column::activity), 10, {});
  record.start = read.date(Column::start, at(Column::start));
  record.end = read.date(Column::end, at(Column::end));
  record.hours = read.hours(Column::hours, at(Column::hours));
  record.half_days = read.half_days(at(Column::days));
  record.hours_per_day = read.hours(Column::hours_per_day, at(Column::hours_per_day));
  record.minutes = read.whole(Column::minutes, at(Column::minutes), 1'000'000);
  record.assessment =
      read.word<credit::Assessment>(Column::assessment, at(Column::assessment), 4, credit::Assessment::none);
  record.mandatory = read.yes(Column::mandatory, at(Column::mandatory), false);
  if (auto const year = read.whole(Column::credit_year, at(Column::credit_year), 2099)) {
    record.credit_year = static_cast<std::int16_t>(*year);
  }
  if (record.activity == credit::Activity::achievement) {
    record.kind = read.word<credit::AchievementKind>(Column::achievement, at(Column::achievement), 5, {});
    record.role = read.word<credit::AuthorRole>(Column::author, at(Column::author), 2, {});
  }
  record.within_schooling = read.yes(Column::within_schooling, at(Column::within_schooling), true);
  return entry;
}

std::string sameness_of(Entry const& entry) {
  auto const& record = entry.record;
  return store::sha256_hex(entry.id_number.reveal() + '\n' + std::string{protocol::word_of(record.subject)} +
                           '\n' + std::string{protocol::word_of(record.activity)} + '\n' + entry.content +
                           '\n' + day_text(record.start) + '\n' + day_text(record.end));
}

Result<Grid> read_table(std::string_view bytes) {
  if (bytes.empty()) return refused_file("文件是空的");
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return refused_file("是旧版 XLS 文件或有密码的文件，请另存为没有密码的 XLSX 或 CSV");
  }
  CE_TRY(auto grid, bytes.starts_with("PK") ? read_xlsx(bytes) : read_csv(bytes));
  if (grid.rows.size() < 2) return refused_file("列名之下没有内容");
  return grid;
}

}  // namespace ce::registration
