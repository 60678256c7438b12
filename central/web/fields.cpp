#include "central/web/fields.h"

#include <iterator>

namespace ce::web {

Fields& Fields::text(std::string name, std::string value) {
  members_.emplace_back(std::move(name), std::move(value));
  return *this;
}

Fields& Fields::flag(std::string name, bool on) {
  members_.emplace_back(std::move(name), on);
  return *this;
}

Fields& Fields::number(std::string name, std::int64_t value) {
  return text(std::move(name), with_commas(value));
}

Fields& Fields::rows(std::string name, Rows rows) {
  flag("has_" + name, !rows.empty());
  members_.emplace_back(std::move(name), std::move(rows));
  return *this;
}

Fields& Fields::part(std::string name, Fields part) {
  Rows one;
  one.push_back(std::move(part));
  members_.emplace_back(std::move(name), std::move(one));
  return *this;
}

Fields& Fields::add(Fields other) {
  std::move(other.members_.begin(), other.members_.end(), std::back_inserter(members_));
  return *this;
}

std::string with_commas(std::int64_t number) {
  auto digits = std::to_string(number < 0 ? -number : number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return number < 0 ? "-" + digits : digits;
}

}  // namespace ce::web
