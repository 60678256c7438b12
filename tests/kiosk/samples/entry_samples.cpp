#include "tests/kiosk/samples/visits.h"

namespace ce::samples {

std::vector<Sample> entry_samples(session::Mode const& mode) {
  using session::EntryField;
  using session::NumberEntry;
  using session::VerifyEntry;
  Gathering all{mode};
  SecretText const number{"440524188001010014"};
  all.add("entry-empty", at_rest(), NumberEntry{});
  all.add("entry-typed", at_rest(),
          NumberEntry{EntryField::id_number, SecretText{"44052418800101001"}, {}, {}});
  all.add("entry-wrong", at_rest(),
          NumberEntry{
              EntryField::id_number, SecretText{"440524188001010015"}, {}, FailureCode::id_number_invalid});
  all.add("entry-password", at_rest(), NumberEntry{EntryField::password, number, SecretText{"123456"}, {}});
  all.add("entry-password-wrong", at_rest(),
          NumberEntry{EntryField::password, number, SecretText{"123456"}, FailureCode::credential_refused});
  all.add("entry-certificate", at_rest(), VerifyEntry{"4401062600", {}});
  all.add("entry-certificate-wrong", at_rest(),
          VerifyEntry{number_of(2025), FailureCode::certificate_number_invalid});
  return all.take();
}

}  // namespace ce::samples
