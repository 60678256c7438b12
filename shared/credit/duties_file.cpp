#include <algorithm>

#include "shared/credit/pack_reading.h"
#include "shared/credit/words.h"

namespace ce::credit {
namespace {

constexpr std::string_view basis_key = "basis";

Result<toml::table const*> table_at(toml::table const& parent, std::string_view key, Place const& fail) {
  toml::node const* node = parent.get(key);
  if (node == nullptr) return nullptr;
  if (!node->is_table()) return fail(node->source(), key, "expected a table");
  return node->as_table();
}

Result<Parties> parties_of(toml::node const& node, std::string_view key, Place const& fail) {
  constexpr std::string_view expected =
      "expected a list of person, institution, employer, system, talent_agency, industry_authority, hrss";
  toml::array const* list = node.as_array();
  if (list == nullptr) return fail(node.source(), key, expected);
  Parties parties;
  for (auto const& element : *list) {
    auto const word = element.value_exact<std::string>();
    auto const party = word ? party_named(*word) : std::nullopt;
    if (!party) return fail(element.source(), key, expected);
    parties.push_back(*party);
  }
  return parties;
}

Result<void> read_basis(std::string& basis, toml::table const& table, Place const& fail) {
  toml::node const* node = table.get(basis_key);
  if (node == nullptr) return {};
  auto const text = node->value_exact<std::string>();
  bool const plain = text && !text->empty() && text->find_first_of("\"\\\n\r\t") == std::string::npos;
  if (!plain) return fail(node->source(), basis_key, "write the document's name and number on one line");
  basis = *text;
  return {};
}

Result<void> read_registering(Duties& duties, toml::table const& table, Place const& fail) {
  CE_CHECK(read_basis(duties.registering_basis, table, fail));
  for (auto const& [key, node] : table) {
    if (key.str() == basis_key) continue;
    auto const activity = activity_named(key.str());
    if (!activity) return fail(node.source(), key.str(), "no such activity");
    CE_TRY(duties.registering.at(static_cast<std::size_t>(*activity)), parties_of(node, key.str(), fail));
  }
  return {};
}

Result<void> read_chains(Chains& chains, toml::table const& table, Place const& fail) {
  for (auto const& [key, node] : table) {
    auto const subject = subject_named(key.str());
    if (!subject) return fail(node.source(), key.str(), "no such subject");
    CE_TRY(chains.at(static_cast<std::size_t>(*subject)), parties_of(node, key.str(), fail));
  }
  return {};
}

Result<void> read_hosted(Duties& duties, toml::table const& table, Place const& fail) {
  Chains chains;
  CE_CHECK(read_chains(chains, table, fail));
  bool const whole = std::none_of(chains.begin(), chains.end(), [](auto const& c) { return c.empty(); });
  if (!whole) return fail(table.source(), "hosted", "write the chains of all three subjects");
  duties.hosted = std::move(chains);
  return {};
}

}  // namespace

Result<Duties> read_duties(toml::table const& root, Place const& fail) {
  Duties duties;
  CE_TRY(toml::table const* const registers, table_at(root, "registers", fail));
  if (registers != nullptr) CE_CHECK(read_registering(duties, *registers, fail));
  CE_TRY(toml::table const* const review, table_at(root, "review", fail));
  if (review == nullptr) return duties;
  CE_CHECK(only_known(*review, {basis_key, "employed", "hosted", "provincial_unit"}, fail));
  CE_CHECK(read_basis(duties.review_basis, *review, fail));
  CE_TRY(toml::table const* const employed, table_at(*review, "employed", fail));
  if (employed != nullptr) CE_CHECK(read_chains(duties.employed, *employed, fail));
  CE_TRY(toml::table const* const provincial, table_at(*review, "provincial_unit", fail));
  if (provincial != nullptr) CE_CHECK(read_chains(duties.provincial_unit, *provincial, fail));
  CE_TRY(toml::table const* const hosted, table_at(*review, "hosted", fail));
  if (hosted != nullptr) CE_CHECK(read_hosted(duties, *hosted, fail));
  return duties;
}

}  // namespace ce::credit
