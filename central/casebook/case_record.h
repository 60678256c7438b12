#pragma once

#include "central/casebook/fields.h"
#include "shared/credit/record.h"

namespace ce::casebook {

/// The activity that a record or registration case names.
[[nodiscard]] Result<credit::Activity> activity_of(Json const& object);
[[nodiscard]] Result<credit::Subject> subject_of(Json const& object);

/// One learning record of a credit case. Fails with input_invalid, naming the field.
[[nodiscard]] Result<credit::Record> record_of(Json const& object);

}  // namespace ce::casebook
