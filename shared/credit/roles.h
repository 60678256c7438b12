#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/credit/duties.h"

namespace ce::credit {

/// One row of the table: who does what to which records.
struct Assignment {
  Duty duty = Duty::registers;
  Party party = Party::person;
  std::optional<Activity> activity;  // registering goes by activity
  std::optional<Subject> subject;    // review goes by subject
  std::string_view article;          // "13(1)", or why where the regulation is silent
};

/// The whole table: registering by activity, reviewing by the steps of all chains, issuing. `reading` says
/// where the agency that hosts a file stands.
[[nodiscard]] std::vector<Assignment> assignments(Duties const& duties, HostedReview reading);

/// Article 4: whether `party` may register a record of that activity, and by which paragraph.
struct Registration {
  bool allowed = false;
  std::string_view article;
};
[[nodiscard]] Registration may_register(Party party, Activity activity, Duties const& duties);

/// What a party of a chain does with the records of a subject (article 13).
[[nodiscard]] Duty duty_in(Parties const& chain, Party party);

/// The paragraph of article 13 by which that party reviews.
[[nodiscard]] std::string_view review_article(Party party);

/// Article 14: the six-digit region whose HRSS issues the certificate: that of the agency which hosts the
/// file where one does, else of the unit. `unit_region` is 440000 for units directly under the province.
[[nodiscard]] std::string issuing_region(std::string_view unit_region,
                                         std::optional<std::string_view> hosting_region);

}  // namespace ce::credit
