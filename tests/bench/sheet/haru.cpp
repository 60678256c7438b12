// ce-bench-sheet-haru COUNT [FILE [BARE]]: the certificate by shared/certificate_pdf, timed; into FILE, and
// into BARE without the form's ornaments. See run.
#include <cstdlib>
#include <fstream>
#include <optional>

#include "bench_sheet.h"
#include "shared/certificate_pdf/render.h"
#include "times.h"

int main(int argc, char** argv) {
  using namespace ce;
  auto const sheet = bench_sheet();
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
