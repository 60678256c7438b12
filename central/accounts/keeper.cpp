#include "central/accounts/keeper.h"

#include <algorithm>

namespace ce::accounts {
namespace {

constexpr std::string_view decides = "decides on the records of others: opened on the office's letter";
constexpr std::string_view of_the_hall = "HRSS knows the units of its region (articles 13 and 14)";

// Professionals have no row: they sign in by identity number and query password, which makes their account.
// An employer opens none for its people, because the password of an account must be its holder's alone.
constexpr auto keepings_table = std::to_array<Keeping>({
    {Role::system_operator, Role::institution, false, of_the_hall},
    {Role::system_operator, Role::employer, false, of_the_hall},
    {Role::system_operator, Role::talent_agency, false, of_the_hall},
    {Role::system_operator, Role::industry_authority, false, decides},
    {Role::system_operator, Role::hrss, false, decides},
    {Role::system_operator, Role::system_operator, false, "operators answer for each other"},
    {Role::hrss, Role::institution, true, of_the_hall},
    {Role::hrss, Role::employer, true, of_the_hall},
    {Role::hrss, Role::talent_agency, true, of_the_hall},
});

}  // namespace

Keeper keeper_of(SignedIn const& who) {
  return {who.account, who.role, who.actor.region};
}

Keeper operator_keeper(std::string_view name) {
  return {"operator:" + std::string{name}, Role::system_operator, "440000"};
}

std::span<Keeping const> keepings() {
  return keepings_table;
}

bool may_keep(Keeper const& keeper, Role role, std::string_view region) {
  return std::any_of(keepings_table.begin(), keepings_table.end(), [&](Keeping const& row) {
    return row.keeper == keeper.role && row.kept == role &&
           (!row.own_region_only || store::RegionScope{keeper.region}.covers(region));
  });
}

audit::Author author_of(Keeper const& keeper, std::string_view region) {
  return {keeper.account, std::string{party_word(keeper.role)}, std::string{region}};
}

}  // namespace ce::accounts
