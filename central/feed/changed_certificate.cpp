#include "central/feed/things.h"
#include "central/store/certificate_rows.h"
#include "shared/protocol/holder.h"

namespace ce::feed {

Result<What> certificate_now(storage::Database& database, store::Store const& store,
                             changes::Thing const& thing) {
  auto row = database.prepare(
      "SELECT c.professional, c.year, p.id_number FROM certificates c "
      "JOIN professionals p ON p.id = c.professional WHERE c.number = $1 AND c.region = $2 "
      "AND NOT EXISTS (SELECT 1 FROM forgotten_people f WHERE f.professional = c.professional)");
  CE_TRY(bool const there, row.bind(1, thing.id).bind(2, thing.scope).step());
  if (!there) return What{protocol::Removed{}};
  protocol::CertificateChange change{
      .holder = protocol::holder_of(row.text(2)), .year = static_cast<int>(row.integer(1)), .line = {}};
  CE_TRY(auto const all, store::certificates_of(database, row.integer(0)));
  for (auto const& one : all) {
    if (one.number == thing.id) change.line = store::line_of(one, store.verify_url_prefix());
  }
  return What{std::move(change)};
}

}  // namespace ce::feed
