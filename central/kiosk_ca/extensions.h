#pragma once

#include <string>
#include <vector>

#include "shared/base/clock.h"

struct evp_pkey_st;
struct x509_st;

/// How certificates are put together. Private to this room.
namespace ce::kiosk_ca {

/// One extension in OpenSSL's own words: NID and "critical,CA:TRUE".
struct Extension {
  int nid;
  std::string text;
};

struct Plan {
  std::string name;  // of the subject
  Instant begins;
  Instant ends;
  std::vector<Extension> extensions;
};

/// A signed certificate for `subject_key`, with a random serial number; `issuer` null: it signs itself.
[[nodiscard]] x509_st* make_certificate(Plan const& plan, evp_pkey_st& subject_key, x509_st* issuer,
                                        evp_pkey_st& issuer_key);

}  // namespace ce::kiosk_ca
