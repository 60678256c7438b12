#include "shared/certificate_pdf/sample_sheet.h"

#include <cstdio>
#include <cstdlib>

namespace ce::certificate_pdf::testing {

Fonts const& fonts() {
  static Fonts const opened = [] {
    auto result = Fonts::open(debian_font_paths());
    if (!result) {
      std::fprintf(stderr, "%s\n", describe(result.failure()).c_str());
      std::abort();
    }
    return std::move(result).value();
  }();
  return opened;
}

certificate::Sheet sample_sheet() {
  certificate::Sheet sheet;
  sheet.number = "44010625000128";
  sheet.name = "詹天佑";
  sheet.year = 2025;
  sheet.authority = "广州市天河区人力资源和社会保障局";
  sheet.issue_date = Date::make(2026, 3, 1).value();
  sheet.blank_number = "A00012345";
  // A token of these facts, signed with the key of tests/support/token_key.h that begins with 'a'.
  sheet.verify_url =
      "https://jxjy.example.gov.cn/v/"
      "AEUAOBNLMLABSBVXFILQ76X53MCKQVJ6IWMTCJ65HIL3SIRP3HGMJ4QE5XXZZYWLO777O27E6TYDXRST47HOS7CSWSGYCQWP3R2IFQ"
      "ZTURXN"
      "TUSXCCGFRQVWJ326CMWCSDRYBVMJDGSNFH2YBXID2QAF";
  return sheet;
}

}  // namespace ce::certificate_pdf::testing
