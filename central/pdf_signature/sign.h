#pragma once

#include <string>
#include <string_view>

#include "central/pdf_signature/signer.h"
#include "central/pdf_signature/time_stamp.h"
#include "shared/base/clock.h"

namespace ce::pdf_signature {

/// The file with the signer's PAdES signature over all of it (README). Fails with sheet_not_rendered where
/// the file is not as shared/certificate_pdf writes it or the signature cannot be made; with `stamps`, which
/// say when it was made, with time_stamp_missing too. Any thread; with `stamps` it may wait for some seconds.
[[nodiscard]] Result<std::string> sign(std::string_view pdf, Signer const& signer, Instant now,
                                       TimeStamps const* stamps = nullptr);

}  // namespace ce::pdf_signature
