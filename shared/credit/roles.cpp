#include "shared/credit/roles.h"

#include <algorithm>

namespace ce::credit {
namespace {

std::string_view registering_article(Activity activity) {
  switch (activity) {
    case Activity::training:
    case Activity::superior_seminar:
      return "4(1)";
    case Activity::practice:
    case Activity::academic_conference:
    case Activity::lecture:
    case Activity::academic_visit:
      return "4(2)";
    case Activity::remote_education:
      return "4(3)";
    case Activity::online_approved:
      return "4(4)";
    case Activity::achievement:
    case Activity::degree:
      break;
  }
  return "silent; default by analogy with 4(2)";
}

void add_registering(std::vector<Assignment>& rows, Duties const& duties) {
  for (std::size_t i = 0; i < activity_count; ++i) {
    auto const activity = static_cast<Activity>(i);
    for (Party const party : duties.registering.at(i)) {
      rows.push_back({Duty::registers, party, activity, std::nullopt, registering_article(activity)});
    }
  }
}

void add_once(std::vector<Assignment>& rows, Assignment const& row) {
  bool const there = std::any_of(rows.begin(), rows.end(), [&row](Assignment const& r) {
    return r.duty == row.duty && r.party == row.party && r.subject == row.subject;
  });
  if (!there) rows.push_back(row);
}

void add_reviewing(std::vector<Assignment>& rows, Duties const& duties, HostedReview reading) {
  for (std::size_t i = 0; i < subject_count; ++i) {
    auto const subject = static_cast<Subject>(i);
    for (Route const route : {Route::employed, Route::hosted, Route::provincial_unit}) {
      auto const chain = duties.chain(route, subject, reading);
      for (Party const party : chain) {
        add_once(rows, {duty_in(chain, party), party, std::nullopt, subject, review_article(party)});
      }
    }
  }
}

}  // namespace

std::vector<Assignment> assignments(Duties const& duties, HostedReview reading) {
  std::vector<Assignment> rows;
  add_registering(rows, duties);
  add_reviewing(rows, duties, reading);
  rows.push_back({Duty::issues, Party::hrss, std::nullopt, std::nullopt, "14"});
  return rows;
}

Registration may_register(Party party, Activity activity, Duties const& duties) {
  auto const& parties = duties.registering.at(static_cast<std::size_t>(activity));
  bool const allowed = std::find(parties.begin(), parties.end(), party) != parties.end();
  return {allowed, registering_article(activity)};
}

Duty duty_in(Parties const& chain, Party party) {
  bool const after_recognition =
      party == Party::hrss && std::find(chain.begin(), chain.end(), Party::industry_authority) != chain.end();
  if (after_recognition) return Duty::rechecks;
  if (party == Party::industry_authority || party == Party::hrss) return Duty::recognises;
  return !chain.empty() && chain.back() == party ? Duty::recognises : Duty::first_review;
}

std::string_view review_article(Party party) {
  switch (party) {
    case Party::employer:
      return "13(1)";
    case Party::hrss:
      return "13(3)";
    default:
      return "13(2)";
  }
}

std::string issuing_region(std::string_view unit_region, std::optional<std::string_view> hosting_region) {
  return std::string{hosting_region.value_or(unit_region)};
}

}  // namespace ce::credit
