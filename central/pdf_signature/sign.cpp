#include "central/pdf_signature/sign.h"

#include "central/pdf_signature/update.h"
#include "shared/base/text.h"

namespace ce::pdf_signature {

Result<std::string> sign(std::string_view pdf, Signer const& signer, Instant now, TimeStamps const* stamps) {
  auto const room = stamps != nullptr ? stamped_room : signature_room;
  CE_TRY(auto prepared, prepare(pdf, signer.name(), now, room));
  CE_TRY(auto const cms, signer.cms_over(prepared.signed_part(), stamps));
  if (cms.size() > room) {
    return Failure{FailureCode::sheet_not_rendered,
                   "the signature is longer than its place: a chain too long?"};
  }
  auto const digits = hex(cms);
  prepared.bytes.replace(prepared.digits_at, digits.size(), digits);
  return std::move(prepared.bytes);
}

}  // namespace ce::pdf_signature
