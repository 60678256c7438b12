#pragma once

#include <optional>

#include "central/console/visitor.h"
#include "central/web/records_page.h"
#include "central/web/year_page.h"

/// What professionals see of themselves.
namespace ce::console {

/// The person's year (the present one where none is asked for): progress, what is missing, records,
/// certificate. Fails with person_unknown and storage errors.
[[nodiscard]] Result<web::YearView> own_year(Visitor const& visitor, std::optional<int> year);

/// Every record and where it stands.
[[nodiscard]] Result<web::RecordsView> own_records(Visitor const& visitor);

}  // namespace ce::console
