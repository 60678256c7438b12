#include "central/pdf_signature/sign.h"

#include "central/pdf_signature/update.h"
#include "shared/base/text.h"

namespace ce::pdf_signature {

Result<std::string> sign(std::string_view pdf, Signer const& signer, Instant now) {
  CE_TRY(auto prepared, prepare(pdf, signer.name(), now));
  CE_TRY(auto const cms, signer.cms_over(prepared.signed_part()));
  if (cms.size() > signature_room) {
    return Failure{FailureCode::sheet_not_rendered,
                   "the signature is longer than its place: a chain too long?"};
  }
  auto const digits = hex(cms);
  prepared.bytes.replace(prepared.digits_at, digits.size(), digits);
  return std::move(prepared.bytes);
}

}  // namespace ce::pdf_signature
