#include "kiosk/set_up/enrol.h"

#include "kiosk/drivers/central/enrol.h"
#include "kiosk/identity/identity.h"
#include "shared/enrolment/code.h"

namespace ce::set_up {

drivers::CentralAddress address_of(settings::CentralLink const& link) {
  kiosk_identity::Files const files{link.identity};
  drivers::CentralAddress address;
  address.base_url = link.url;
  address.kiosk_id = link.kiosk_id;
  address.key_file = link.key_file;
  address.ca_file = link.ca_file;
  address.identity = files.pair;
  address.authority = files.authority;
  return address;
}

bool is_code(SecretText const& typed) {
  return enrolment::code_in(typed.reveal()).has_value();
}

Result<void> enrol(settings::CentralLink const& link, SecretText const& code) {
  kiosk_identity::Files const files{link.identity};
  if (kiosk_identity::enrolled_by(files, code)) return {};
  return kiosk_identity::enrol(files, link.kiosk_id, code, link.tpm,
                               [&](protocol::EnrolmentRequest const& request) {
                                 return drivers::ask_enrolment(link.url, link.ca_file, request);
                               });
}

}  // namespace ce::set_up
