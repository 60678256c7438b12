#include "tests/kiosk/samples/visits.h"

namespace ce::samples {
namespace {

using protocol::CertificateState;
using session::Certificates;

// Every state that a certificate can be in.
std::vector<protocol::YearProgress> six_years() {
  auto years = four_years();
  years.push_back(year_of(2022, all_done(), CertificateState::unresolved));
  years.push_back(year_of(2021, all_done(), CertificateState::under_review));
  return years;
}

session::State from_cache() {
  auto years = four_years();
  years[0] = year_of(2026, all_done(), CertificateState::printable);
  years[0].certificate.grant = grant::Grant{.id = EntryId::make(),
                                            .certificate = {},
                                            .kiosk = {},
                                            .not_before = {},
                                            .not_after = Instant{1'795'586'700'000},  // 2026-11-25 14:05
                                            .key_id = {},
                                            .signature = {}};
  auto state = visit_of(person_with(std::move(years)));
  state.visitor->from_cache = true;
  state.surroundings.central_online = false;
  return state;
}

}  // namespace

std::vector<Sample> certificate_samples(session::Mode const& mode) {
  Gathering all{mode};
  all.add("certificates", visit_of(person_with(six_years())), Certificates{0});
  all.add("certificates-more", visit_of(person_with(six_years())), Certificates{1});
  all.add("certificates-offline", from_cache(), Certificates{0});
  all.add("certificates-one", visit_of(person_with({four_years()[1]})), Certificates{0});
  all.add("certificates-none", visit_of(person_with({})), Certificates{0});
  return all.take();
}

}  // namespace ce::samples
