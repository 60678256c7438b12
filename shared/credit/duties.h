#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/credit/party.h"
#include "shared/credit/record.h"

namespace ce::credit {

/// Whose chain a record takes.
enum class Route : std::uint8_t { employed, hosted, provincial_unit };

/// The agency that hosts a file reviews in place of the employer, or after it (article 13(2)).
enum class HostedReview : std::uint8_t { replace_employer, in_addition };

using Parties = std::vector<Party>;
/// Who reviews, in order, by subject.
using Chains = std::array<Parties, subject_count>;

/// Who registers and who reviews in the years of a pack (articles 4 and 13). Made anew it is the regulation's
/// own table; a pack may hold another one, where a document that it names allows that.
struct Duties {
  Duties();

  std::array<Parties, activity_count> registering;  // by activity
  Chains employed;
  Chains provincial_unit;
  std::optional<Chains> hosted;   // nothing: as `employed`, with the agency where HostedReview says
  std::string registering_basis;  // the document by which registering departs from article 4, else empty
  std::string review_basis;       // the same for reviewing and article 13

  /// The parties that a record passes, in order.
  [[nodiscard]] Parties chain(Route route, Subject subject, HostedReview reading) const;
};

/// What is wrong with a table, as "review.employed.professional: ...": an empty or repeated party, a party
/// that reviews nothing, a recheck before the recognition, a hosted chain against `reading`, and whatever
/// departs from articles 4 and 13 without naming the document that allows it. Nothing for a sound one.
[[nodiscard]] std::optional<std::string> fault_of(Duties const& duties, HostedReview reading);

}  // namespace ce::credit
