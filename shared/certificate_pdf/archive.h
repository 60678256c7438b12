#pragma once

#include <string>

#include "shared/base/date.h"

namespace ce::certificate_pdf {

/// What PDF/A-2b (ISO 19005-2) asks of a file beyond its pages, and libharu has no call for.
namespace archive {

inline constexpr char const* producer = "ce-kiosk with Haru Free PDF Library 2.3.0";

struct Facts {
  std::string title;   // UTF-8
  std::string author;  // UTF-8
  Date created;
};

/// The XMP packet (ISO 16684-1), saying the same as the Info dictionary.
[[nodiscard]] std::string xmp_packet(Facts const& facts);

/// An ICC profile (ICC.1:2001-04) with the primaries and white of sRGB and a plain gamma of 2.2: to what
/// paper and screens are to match the sheet's colours.
[[nodiscard]] std::string rgb_profile();

/// 16 bytes that depend on `content` alone, for the file identifier; no digest of cryptographic worth.
[[nodiscard]] std::string identifier(std::string const& content);

}  // namespace archive
}  // namespace ce::certificate_pdf
