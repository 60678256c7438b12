#include "kiosk/sync/kept_answer.h"

#include <algorithm>
#include <utility>

namespace ce::sync {
namespace {

using protocol::CertificateState;
using protocol::YearProgress;

bool is_same(protocol::CertificateLine const& seen, protocol::CertificateLine const& newer) {
  if (seen.number != newer.number || seen.copy != newer.copy) return false;
  return seen.state == newer.state ||
         (seen.state == CertificateState::printed && newer.state == CertificateState::printable);
}

/// Whether the year was judged as it is now; the delta tells no records.
bool stands_as_it_did(YearProgress seen, YearProgress const& newer) {
  seen.records.clear();
  seen.certificate = newer.certificate;
  return seen == newer;
}

YearProgress year_of_both(YearProgress seen, YearProgress newer) {
  bool const certificate_alone = newer.pack.empty();  // its standing was not told
  if (certificate_alone || stands_as_it_did(seen, newer)) {
    if (!is_same(seen.certificate, newer.certificate)) seen.certificate = std::move(newer.certificate);
    return seen;
  }
  if (is_same(seen.certificate, newer.certificate)) newer.certificate = std::move(seen.certificate);
  return newer;
}

/// The current year is shown though there is nothing to tell of it.
bool tells_nothing(YearProgress const& year) {
  return year.records.empty() && year.certificate.number.empty();
}

bool is_printable(YearProgress const& year) {
  return year.certificate.state == CertificateState::printable;
}

}  // namespace

protocol::PersonYears newer_over(protocol::PersonYears seen, protocol::PersonYears newer) {
  auto told = std::exchange(newer.years, {});
  auto of_region_alone = std::count_if(told.begin(), told.end(), is_printable);
  for (auto& year : seen.years) {
    auto const same = std::find_if(told.begin(), told.end(),
                                   [&](YearProgress const& other) { return other.year == year.year; });
    if (same != told.end()) {
      if (is_printable(*same) && is_same(year.certificate, same->certificate)) --of_region_alone;
      *same = year_of_both(std::move(year), std::move(*same));
    } else if (tells_nothing(year)) {
      told.push_back(std::move(year));
    }
  }
  std::sort(told.begin(), told.end(),
            [](auto const& one, auto const& other) { return one.year > other.year; });
  if (of_region_alone > 0) seen.name = SecretText{};
  seen.years = std::move(told);
  seen.as_of = newer.as_of;
  return seen;
}

}  // namespace ce::sync
