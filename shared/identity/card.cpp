#include "shared/identity/card.h"

#include <algorithm>
#include <array>
#include <span>

#include "shared/base/text.h"
#include "shared/identity/name.h"

namespace ce::identity {
namespace {

constexpr std::size_t block_size = 256;

struct Field {
  std::string_view name;
  std::size_t at;
  std::size_t length;
};

constexpr Field document_type{"document type", 248, 2};
constexpr Field valid_from{"valid from", 188, 16};
constexpr Field valid_to{"valid to", 204, 16};

// Where one kind of card holds what is wanted of it. Names are tried in order, the first that is not empty
// wins; a name may go on in a second field.
struct Name {
  Field start;
  std::optional<Field> rest;
};

struct Layout {
  std::span<Name const> names;
  Field birth;
  Field number;
  std::span<IdKind const> kinds;
};

constexpr std::array resident_names{Name{{"name", 0, 30}, {}}};
constexpr std::array foreigner_2017_names{Name{{"Chinese name", 158, 30}, {}}, Name{{"name", 0, 120}, {}}};
constexpr std::array foreigner_2023_names{Name{{"Chinese name", 0, 30}, {}},
                                          Name{{"name", 52, 70}, Field{"name tail", 220, 22}}};
constexpr std::array resident_kinds{IdKind::resident18};
constexpr std::array permit_kinds{IdKind::hk_residence_permit, IdKind::mo_residence_permit,
                                  IdKind::tw_residence_permit};
constexpr std::array foreigner_kinds{IdKind::foreign_permanent18, IdKind::foreign_permanent15_legacy};

constexpr Field birth_at_36{"birth", 36, 16};
constexpr Field number_at_122{"number", 122, 36};

std::optional<Layout> layout_of(std::string_view type) {
  if (type.empty()) return Layout{resident_names, birth_at_36, number_at_122, resident_kinds};
  if (type == "J") return Layout{resident_names, birth_at_36, number_at_122, permit_kinds};
  if (type == "I") {
    return Layout{foreigner_2017_names, {"birth", 220, 16}, {"number", 122, 30}, foreigner_kinds};
  }
  if (type == "Y") return Layout{foreigner_2023_names, birth_at_36, number_at_122, foreigner_kinds};
  return std::nullopt;
}

Failure unreadable(std::string_view field, std::string_view what) {
  return {FailureCode::card_unreadable, std::string{field} + ": " + std::string{what}};
}

// Blanks on the left and inside belong to the text; only the padding on the right is taken off.
Result<std::string> read(std::string_view block, Field const& field) {
  auto text = utf16le_to_utf8(block.substr(field.at, field.length));
  if (!text) return unreadable(field.name, "not UTF-16");
  return trim_right(*text);
}

Result<Date> read_date(std::string_view text, Field const& field) {
  auto date = Date::parse_compact(text);
  if (!date) return unreadable(field.name, "no such date");
  return *date;
}

Result<std::string> read_name(std::string_view block, std::span<Name const> names) {
  for (Name const& name : names) {
    std::string bytes{block.substr(name.start.at, name.start.length)};
    if (name.rest) bytes += block.substr(name.rest->at, name.rest->length);
    auto decoded = utf16le_to_utf8(bytes);
    if (!decoded) return unreadable(name.start.name, "not UTF-16");
    std::string text = trim_right(*decoded);
    if (text.empty()) continue;
    if (!is_plain_text(text)) return unreadable(name.start.name, "holds a control character");
    return text;
  }
  return unreadable("name", "empty");
}

Result<IdExamination> read_number(std::string_view block, Layout const& layout, Date today) {
  CE_TRY(std::string const text, read(block, layout.number));
  IdExamination examination = examine_id_number(text, today);
  if (!examination.valid) return unreadable(layout.number.name, code_of(examination.reason));
  if (std::find(layout.kinds.begin(), layout.kinds.end(), examination.kind) == layout.kinds.end()) {
    return unreadable(layout.number.name, "not of this kind of card");
  }
  return examination;
}

Result<void> check_birth(std::string_view block, Layout const& layout, IdExamination const& number,
                         Date today) {
  CE_TRY(std::string const text, read(block, layout.birth));
  CE_TRY(Date const birth, read_date(text, layout.birth));
  if (birth > today) return unreadable(layout.birth.name, "in the future");
  if (number.birth && *number.birth != birth) return unreadable(layout.birth.name, "differs from the number");
  return {};
}

Result<std::optional<Date>> check_validity(std::string_view block, Date today) {
  CE_TRY(std::string const from_text, read(block, valid_from));
  CE_TRY(std::string const to_text, read(block, valid_to));
  CE_TRY(Date const from, read_date(from_text, valid_from));
  if (to_text == "长期") return std::optional<Date>{};
  CE_TRY(Date const to, read_date(to_text, valid_to));
  if (to < from) return unreadable(valid_to.name, "before its beginning");
  if (to < today) return Failure{FailureCode::card_expired, "valid to " + to.iso()};
  return std::optional<Date>{to};
}

}  // namespace

Result<Identity> identity_from_card(std::string_view text_block, Date today) {
  if (text_block.size() != block_size) {
    return unreadable("text block", std::to_string(text_block.size()) + " bytes instead of 256");
  }
  CE_TRY(std::string const type, read(text_block, document_type));
  auto const layout = layout_of(type);
  if (!layout) return Failure{FailureCode::card_kind_unknown, "document type at byte 248"};

  Identity identity;
  CE_TRY(std::string name, read_name(text_block, layout->names));
  identity.name = SecretText{std::move(name)};
  CE_TRY(IdExamination number, read_number(text_block, *layout, today));
  CE_CHECK(check_birth(text_block, *layout, number, today));
  identity.kind = number.kind;
  identity.id_number = SecretText{std::move(number.canonical)};
  CE_TRY(identity.card_valid_to, check_validity(text_block, today));
  return identity;
}

}  // namespace ce::identity
