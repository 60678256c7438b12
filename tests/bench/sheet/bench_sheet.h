#pragma once

#include <string>

#include "shared/certificate/sheet.h"

namespace ce {

/// The certificate that benches make a sheet of.
[[nodiscard]] inline certificate::Sheet bench_sheet(std::string const& name = "詹天佑") {
  certificate::Sheet sheet;
  sheet.number = "44010625000128";
  sheet.name = name;
  sheet.year = 2025;
  sheet.authority = "广州市天河区人力资源和社会保障局";
  sheet.issue_date = Date::make(2026, 3, 1).value();
  sheet.blank_number = "A00012345";
  sheet.verify_url = "https://verify.example.cn/c?n=44010625000128";
  return sheet;
}

}  // namespace ce
