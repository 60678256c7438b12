#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "central/console/typed.h"
#include "central/registration/entry.h"
#include "central/store/records.h"
#include "central/web/parts.h"
#include "shared/credit/roles.h"

namespace ce::console {

/// The field for a heading of the template ("证件号码"), by which faults name theirs; empty where none.
[[nodiscard]] std::string field_headed(std::string_view heading);

/// Every field that may be posted.
[[nodiscard]] std::vector<std::string_view> form_fields();

/// The fields that a record of that kind needs, as they were typed, each with what is wrong with it. The
/// person registers for themselves and types neither number nor name. Faults of fields that the form does not
/// have are taken out into `elsewhere`.
[[nodiscard]] std::vector<web::Field> fields_for(credit::Activity activity, credit::Party party,
                                                 Typed const& typed,
                                                 std::vector<registration::Fault> const& faults,
                                                 std::vector<registration::Fault>& elsewhere);

/// What was typed as an entry, read as a row of a registration file is: one reader, the same words.
[[nodiscard]] registration::Entry entry_of_form(credit::Activity activity, Typed const& typed,
                                                std::vector<registration::Fault>& faults);

/// A stored record as it would be typed, to be corrected.
[[nodiscard]] Typed typed_of(store::StoredRecord const& record);

}  // namespace ce::console
