#include "kiosk/present/printable.h"

namespace ce::present {

Printable printable(session::Surroundings const& around, protocol::CertificateLine const& line, Instant now) {
  if (line.state != protocol::CertificateState::printable) return Printable::no;
  if (around.central_online) return Printable::now;
  return line.grant && now <= line.grant->not_after ? Printable::by_grant : Printable::when_online;
}

}  // namespace ce::present
