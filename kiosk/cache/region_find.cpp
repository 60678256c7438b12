#include <algorithm>

#include "kiosk/cache/region_state.h"
#include "shared/protocol/holder.h"

namespace ce::cache {
namespace {

Failure not_here() {
  return {FailureCode::not_cached, "the region's copy has nothing of this person"};
}

/// The certificate that a year is shown with: one in force before a void one, else the later number.
bool goes_before(protocol::CertificateLine const& one, protocol::CertificateLine const& other) {
  bool const void_one = one.state == protocol::CertificateState::revoked;
  bool const void_other = other.state == protocol::CertificateState::revoked;
  if (void_one != void_other) return void_other;
  return one.number > other.number;
}

protocol::YearProgress& year_of(protocol::PersonYears& person, int year) {
  auto const found = std::find_if(person.years.begin(), person.years.end(),
                                  [&](auto const& progress) { return progress.year == year; });
  if (found != person.years.end()) return *found;
  person.years.emplace_back().year = year;
  return person.years.back();
}

void add(protocol::PersonYears& person, protocol::CertificateChange& change) {
  auto& year = year_of(person, change.year);
  year.complete = year.complete || change.line.state != protocol::CertificateState::revoked;
  if (year.certificate.number.empty() || goes_before(change.line, year.certificate))
    year.certificate = std::move(change.line);
}

Result<std::vector<SecretText>> texts_of(RegionCopy::State& state, std::string const& table,
                                         std::string const& holder) {
  std::vector<SecretText> texts;
  auto select = state.database.prepare("SELECT thing, body FROM " + table + " WHERE holder = $1");
  select.bind_blob(1, holder);
  for (;;) {
    CE_TRY(bool const more, select.step());
    if (!more) return texts;
    auto text = state.sealer.open(select.blob(1), select.blob(0));
    if (!text) return Failure{FailureCode::not_cached, "a record of the region's copy does not open"};
    texts.push_back(*std::move(text));
  }
}

}  // namespace

Result<protocol::PersonYears> RegionCopy::find(SecretText const& id_number) {
  std::scoped_lock const alone{state_->mutex};
  auto& state = *state_;
  CE_TRY(auto const row, state.row());
  if (!row.place.as_of) return not_here();
  auto const holder = state.holder_key(protocol::holder_of(id_number.reveal()));
  CE_TRY(auto const texts, texts_of(state, held_table(row.serving), holder));
  if (texts.empty()) return not_here();
  CE_TRY(auto changes, protocol::read_slices(texts));
  protocol::PersonYears person;
  person.id_number = id_number;
  person.as_of = *row.place.as_of;
  for (auto& change : changes) {
    if (auto* standing = std::get_if<protocol::StandingChange>(&change.what))
      person.years = std::move(standing->years);
  }
  for (auto& change : changes) {
    if (auto* certificate = std::get_if<protocol::CertificateChange>(&change.what)) add(person, *certificate);
  }
  if (person.years.empty()) return not_here();
  std::sort(person.years.begin(), person.years.end(),
            [](auto const& one, auto const& other) { return one.year > other.year; });
  return person;
}

}  // namespace ce::cache
