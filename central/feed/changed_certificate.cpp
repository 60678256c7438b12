#include <algorithm>

#include "central/feed/things.h"
#include "central/store/certificate_rows.h"
#include "shared/protocol/holder.h"
#include "shared/storage/id_list.h"

namespace ce::feed {
namespace {

struct Owner {
  std::string number;
  std::string region;
  std::string holder;
};

/// Whose each of these is, by number; those of who is forgotten are left out.
Result<std::vector<Owner>> owners_of(storage::Database& database, std::span<std::string const> numbers) {
  auto rows = database.prepare(
      "SELECT c.number, c.region, p.id_number FROM certificates c "
      "JOIN professionals p ON p.id = c.professional WHERE c.number IN (" +
      storage::parameters(1, storage::padded(numbers.size())) +
      ") AND NOT EXISTS (SELECT 1 FROM forgotten_people f WHERE f.professional = c.professional) "
      "ORDER BY c.number");
  storage::bind_ids(rows, 1, numbers);
  std::vector<Owner> owners;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return owners;
    owners.push_back({rows.text(0), rows.text(1), protocol::holder_of(rows.text(2))});
  }
}

template <class Row>
Row const* by_number(std::vector<Row> const& rows, std::string_view number) {
  auto const at =
      std::lower_bound(rows.begin(), rows.end(), number,
                       [](Row const& row, std::string_view wanted) { return row.number < wanted; });
  return at == rows.end() || at->number != number ? nullptr : &*at;
}

}  // namespace

Result<std::vector<What>> certificates_now(storage::Database& database, store::Store const& store,
                                           std::span<changes::Thing const> things) {
  std::vector<std::string> numbers;
  numbers.reserve(things.size());
  for (auto const& thing : things) numbers.push_back(thing.id);
  CE_TRY(auto const owners, owners_of(database, numbers));
  CE_TRY(auto const certificates, store::certificates_numbered(database, numbers));
  std::vector<What> all;
  all.reserve(things.size());
  for (auto const& thing : things) {
    auto const* const owner = by_number(owners, thing.id);
    auto const* const certificate = by_number(certificates, thing.id);
    if (owner == nullptr || certificate == nullptr || owner->region != thing.scope) {
      all.emplace_back(protocol::Removed{});
      continue;
    }
    all.emplace_back(
        protocol::CertificateChange{.holder = owner->holder,
                                    .year = certificate->year,
                                    .line = store::line_of(*certificate, store.verify_url_prefix())});
  }
  return all;
}

}  // namespace ce::feed
