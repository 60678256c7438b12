#pragma once

#include "central/console/visitor.h"
#include "central/web/detail_page.h"
#include "central/web/issuing_pages.h"

namespace ce::console {

/// The search form, and what `find` (a certificate number, or a person's identity number) has found among the
/// certificates of the visitor's region. An empty `find` only shows the form.
[[nodiscard]] Result<web::CertificatesView> certificates_shown(Visitor const& visitor,
                                                               std::string const& find);

/// One certificate with its prints, and what the visitor may do about it. Fails with certificate_unknown
/// where there is none in their region.
[[nodiscard]] Result<web::DetailView> certificate_shown(Visitor const& visitor, std::string const& number);

}  // namespace ce::console
