#pragma once

#include <string>
#include <string_view>

#include "central/http/message.h"
#include "shared/base/failure.h"

namespace ce::http {

/// RFC 9457 problem details, in Chinese for a person, with the failure's name as stable `code`. The
/// failure's own detail is added only where it tells the caller what was wrong with what they sent; what it
/// says of our insides (paths, SQL) stays in the log.
[[nodiscard]] Response problem(Failure const& failure);

/// The same with a status that HTTP demands (405, 413, 431 ...) and words of its own.
[[nodiscard]] Response problem(int status, FailureCode code, std::string_view chinese);

/// A failure in Chinese for a person, as problem() has it.
[[nodiscard]] std::string words_for(Failure const& failure);

/// The status that goes with a failure.
[[nodiscard]] int status_of(FailureCode code);

}  // namespace ce::http
