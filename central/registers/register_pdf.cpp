#include "central/registers/cells.h"
#include "central/registers/register_file.h"
#include "shared/base/durable_file.h"
#include "shared/certificate_pdf/table.h"

namespace ce::registers {
namespace {

using certificate_pdf::Table;

Result<Table> begin_table(std::string title, std::span<Column const> columns, Filter const& filter,
                          certificate::Regions const& regions, Instant now,
                          certificate_pdf::Fonts const& fonts) {
  certificate_pdf::TableHead head;
  head.title = std::move(title);
  head.subtitle = words_for(filter, regions) + "；制表 " + china_minute_text(now);
  head.author = regions.authority_name(filter.scope.code);
  head.created = china_date(now);
  for (auto const& column : columns) {
    head.columns.push_back({std::string{column.heading}, static_cast<double>(column.width), column.right});
  }
  return Table::make(std::move(head), fonts);
}

Result<certificate_pdf::Fonts> open_fonts() {
  return certificate_pdf::Fonts::open(certificate_pdf::debian_font_paths());
}

Result<void> put(Table& table, std::filesystem::path const& file) {
  CE_TRY(auto const bytes, table.finish());
  return write_durably(file, bytes, MissingDirectory::make);
}

}  // namespace

Result<void> write_pdf(store::Store const& store, Filter const& filter, FileOptions const& options,
                       std::filesystem::path const& file) {
  CE_TRY(auto const fonts, open_fonts());
  CE_TRY(auto table, begin_table("广东省专业技术人员继续教育证书发放名册", columns(), filter,
                                 store.rules().regions, options.now, fonts));
  std::int64_t lines = 0;
  auto const take = [&](Line const& line) -> Result<void> {
    if (lines == most_pdf_lines) {
      return Failure{FailureCode::input_invalid,
                     "名册超过 200000 行，请按地区、年度或日期缩小范围，或用 XLSX"};
    }
    table.add_row(cells_of(line, options.names));
    bool const told = ++lines % most_lines == 0 && options.progress;
    return told && !options.progress(lines) ? ended_early() : Result<void>{};
  };
  CE_CHECK(for_each_line(store, filter, take));
  return put(table, file);
}

Result<void> write_pdf(std::span<RollUp const> lines, Filter const& filter,
                       certificate::Regions const& regions, FileOptions const& options,
                       std::filesystem::path const& file) {
  CE_TRY(auto const fonts, open_fonts());
  CE_TRY(auto table, begin_table("广东省专业技术人员继续教育证书发放汇总", roll_up_columns(), filter, regions,
                                 options.now, fonts));
  for (auto const& line : lines) table.add_row(cells_of(line));
  return put(table, file);
}

}  // namespace ce::registers
