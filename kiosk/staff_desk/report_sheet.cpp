#include "kiosk/staff_desk/report_sheet.h"

#include "shared/certificate_pdf/table.h"

namespace ce::staff_desk {

Result<std::string> report_sheet(items::Draft const& draft, std::vector<staff_area::ReportLine> const& lines,
                                 std::string const& version, Instant now) {
  CE_TRY(auto const fonts, certificate_pdf::Fonts::open(certificate_pdf::debian_font_paths()));
  auto const& s = draft.settings;
  certificate_pdf::TableHead head{"自助服务终端设置报告",
                                  s.location.hall + "  本机编号 " + s.central.kiosk_id + "  ce-kiosk " +
                                      version + "  " + china_minute_text(now),
                                  s.location.hall,
                                  china_date(now),
                                  {{"项目", 0.16}, {"设置", 0.42}, {"结果", 0.42}}};
  CE_TRY(auto table, certificate_pdf::Table::make(std::move(head), fonts));
  for (auto const& line : lines) table.add_row({line.name, line.value, line.result});
  return table.finish();
}

}  // namespace ce::staff_desk
