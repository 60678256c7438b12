#include <algorithm>

#include "shared/credit/duties.h"
#include "shared/credit/words.h"

namespace ce::credit {
namespace {

using Fault = std::optional<std::string>;

bool holds(Parties const& parties, Party party) {
  return std::find(parties.begin(), parties.end(), party) != parties.end();
}

bool repeats(Parties parties) {
  std::sort(parties.begin(), parties.end());
  return std::adjacent_find(parties.begin(), parties.end()) != parties.end();
}

Fault list_fault(Parties const& parties) {
  if (parties.empty()) return "names nobody";
  if (repeats(parties)) return "names a party twice";
  return std::nullopt;
}

Fault chain_fault(Parties const& chain) {
  if (auto fault = list_fault(chain)) return fault;
  for (Party const party : {Party::person, Party::institution, Party::system}) {
    if (holds(chain, party)) return std::string{code_of(party)} + " reviews nothing";
  }
  auto const recheck = std::find(chain.begin(), chain.end(), Party::hrss);
  if (std::find(recheck, chain.end(), Party::industry_authority) != chain.end()) {
    return "hrss rechecks before industry_authority recognised";
  }
  return std::nullopt;
}

// What of article 13 the chain leaves out.
std::string departure(Parties const& chain, Parties const& regular) {
  for (Party const party : regular) {
    if (holds(chain, party)) continue;
    bool const first = party == Party::employer || party == Party::talent_agency;
    std::string const paragraph = first ? "13(1)" : party == Party::hrss ? "13(3)" : "13(2)";
    return "article " + paragraph + " asks for " + std::string{code_of(party)};
  }
  return "article 13 has other parties or another order";
}

Fault chains_fault(Duties const& duties, Route route, HostedReview reading) {
  constexpr auto routes = std::to_array<std::string_view>({"employed", "hosted", "provincial_unit"});
  for (std::size_t i = 0; i < subject_count; ++i) {
    auto const subject = static_cast<Subject>(i);
    auto const chain = duties.chain(route, subject, reading);
    auto const name = "review." + std::string{routes.at(static_cast<std::size_t>(route))} + "." +
                      std::string{code_of(subject)} + ": ";
    if (auto const fault = chain_fault(chain)) return name + *fault;
    auto const regular = Duties{}.chain(route, subject, reading);
    if (chain != regular && duties.review_basis.empty()) {
      return name + departure(chain, regular) + "; name the document that allows this in review.basis";
    }
  }
  return std::nullopt;
}

Fault registering_fault(Duties const& duties) {
  static Duties const regulation;
  for (std::size_t i = 0; i < activity_count; ++i) {
    auto const& parties = duties.registering.at(i);
    auto const name = "registers." + std::string{code_of(static_cast<Activity>(i))} + ": ";
    if (auto const fault = list_fault(parties)) return name + *fault;
    bool const regular =
        std::is_permutation(parties.begin(), parties.end(), regulation.registering.at(i).begin(),
                            regulation.registering.at(i).end());
    if (!regular && duties.registering_basis.empty()) {
      return name + "article 4 names other parties; name the document that allows this in registers.basis";
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> fault_of(Duties const& duties, HostedReview reading) {
  if (auto fault = registering_fault(duties)) return fault;
  for (Route const route : {Route::employed, Route::hosted, Route::provincial_unit}) {
    if (auto fault = chains_fault(duties, route, reading)) return fault;
  }
  return std::nullopt;
}

}  // namespace ce::credit
