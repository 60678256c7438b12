// ce-bench-sheet-haru COUNT [FILE [BARE]]: the certificate by shared/certificate_pdf, timed; into FILE, and
// into BARE without the form's ornaments. See run.
#include <cstdlib>
#include <fstream>
#include <optional>

#include "shared/certificate_pdf/render.h"
#include "times.h"

int main(int argc, char** argv) {
  using namespace ce;
  certificate::Sheet sheet;
  sheet.number = "44010625000128";
  sheet.name = "詹天佑";
  sheet.year = 2025;
  sheet.authority = "广州市天河区人力资源和社会保障局";
  sheet.issue_date = Date::make(2026, 3, 1).value();
  sheet.blank_number = "A00012345";
  sheet.verify_url = "https://verify.example.cn/c?n=44010625000128";
  std::optional<certificate_pdf::Fonts> fonts;
  tell_times(argc > 1 ? std::atoi(argv[1]) : 20, [&] {  // NOLINT(cert-err34-c)
    if (!fonts) fonts = certificate_pdf::Fonts::open(certificate_pdf::debian_font_paths()).value();
    return certificate_pdf::render(sheet, *fonts).value();
  });
  if (argc > 2) std::ofstream{argv[2], std::ios::binary} << certificate_pdf::render(sheet, *fonts).value();
  if (argc > 3)
    std::ofstream{argv[3], std::ios::binary}
        << certificate_pdf::render(sheet, *fonts, {.preprinted = true}).value();
}
