#pragma once

#include <cstdint>
#include <string>

#include "shared/base/date.h"

namespace ce::certificate {

/// How the sheet becomes valid (article 15: 加盖印章方为有效); rules.md, `seal_mode`.
enum class SealMode : std::uint8_t { e_seal, window_stamp, prestamped_stock };

/// Every variable fact printed on the form of the regulation's annex. Text is UTF-8.
struct Sheet {
  std::string number;  // 14 digits
  std::string name;
  int year = 0;              // the credit year
  std::string authority;     // 发证单位
  Date issue_date;           // 发证时间
  std::string blank_number;  // N0; empty: no paper, as of an electronic copy
  std::string verify_url;    // what the QR code leads to
  SealMode seal_mode = SealMode::e_seal;
  bool reprint = false;  // says 补打 beside the number
  /// With e_seal: the authority's picture of its seal, a PNG file; empty: it is drawn of the authority's
  /// name.
  std::string seal_png;
};

}  // namespace ce::certificate
