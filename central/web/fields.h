#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ce::web {

/// What a template is filled with: texts, switches and lists, by name. A text that is empty counts as absent,
/// so that `{{#hint}}...{{/hint}}` asks whether there is one. Value type.
class Fields {
 public:
  using Rows = std::vector<Fields>;
  using Value = std::variant<std::string, bool, Rows>;

  Fields& text(std::string name, std::string value);
  Fields& flag(std::string name, bool on);
  /// With a comma between each three digits: "12,345".
  Fields& number(std::string name, std::int64_t value);
  /// Also sets `has_NAME`, for headings and frames around a list.
  Fields& rows(std::string name, Rows rows);
  /// One block of the page that is there.
  Fields& part(std::string name, Fields part);
  /// Everything of `other` as well.
  Fields& add(Fields other);

  [[nodiscard]] std::vector<std::pair<std::string, Value>> const& members() const { return members_; }

 private:
  std::vector<std::pair<std::string, Value>> members_;
};

/// "12,345".
[[nodiscard]] std::string with_commas(std::int64_t number);

/// A row each, by `row_of`.
template <class List, class RowOf>
[[nodiscard]] Fields::Rows rows_of(List const& list, RowOf row_of) {
  Fields::Rows rows;
  rows.reserve(list.size());
  for (auto const& one : list) rows.push_back(row_of(one));
  return rows;
}

}  // namespace ce::web
