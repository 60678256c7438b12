#include "shared/protocol/cursor.h"

#include "shared/protocol/instant_text.h"

namespace ce::protocol {

Cursor Cursor::at(std::string_view name) const {
  Json* member = nullptr;
  if (value_ != nullptr && !fault_) {
    if (!value_->is_object()) {
      fail("expected an object");
    } else if (auto found = value_->find(name); found != value_->end()) {
      member = &*found;
    }
  }
  Cursor const child{member, this, name, 0, fault_};
  if (member == nullptr) child.fail("missing");
  return child;
}

bool Cursor::has(std::string_view name) const {
  return value_ != nullptr && value_->is_object() && value_->contains(name);
}

std::int64_t Cursor::integer(std::int64_t least, std::int64_t most) const {
  if (value_ == nullptr || fault_) return least;
  if (!value_->is_number_integer()) {
    fail("expected an integer");
    return least;
  }
  bool const beyond =
      value_->is_number_unsigned() && value_->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
  auto const number = beyond ? INT64_MAX : value_->get<std::int64_t>();
  if (beyond || number < least || number > most) {
    fail("expected an integer from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
  }
  return number;
}

bool Cursor::boolean() const {
  if (value_ == nullptr || fault_) return false;
  if (!value_->is_boolean()) fail("expected true or false");
  return value_->is_boolean() && value_->get<bool>();
}

bool Cursor::is_text(std::size_t most) const {
  if (value_ == nullptr || fault_) return false;
  if (!value_->is_string()) {
    fail("expected a text");
    return false;
  }
  auto const& text = value_->get_ref<std::string const&>();
  if (text.size() > most) fail("expected a text of at most " + std::to_string(most) + " bytes");
  if (text.find('\0') != std::string::npos) fail("expected a text without U+0000");
  return !fault_;
}

std::string Cursor::text(std::size_t most) const {
  return is_text(most) ? value_->get_ref<std::string const&>() : std::string{};
}

SecretText Cursor::secret(std::size_t most) const {
  return is_text(most) ? SecretText{std::move(value_->get_ref<std::string&>())} : SecretText{};
}

Date Cursor::date() const {
  auto const read = Date::parse_iso(text(10));
  if (!read) fail("expected a date, YYYY-MM-DD");
  return read.value_or(Date{});
}

Instant Cursor::instant() const {
  auto const read = parse_rfc3339(text(24));
  if (!read) fail("expected a time, YYYY-MM-DDTHH:MM:SS.mmmZ");
  return read.value_or(Instant{});
}

EntryId Cursor::id() const {
  auto read = EntryId::parse(text(36));
  if (read) return std::move(read).value();
  fail("expected a lower-case UUID");
  return EntryId::parse("00000000-0000-4000-8000-000000000000").value();
}

CreditUnits Cursor::units() const {
  constexpr std::int64_t most = CreditUnits::hours(1'000'000).count;
  return {integer(0, most)};
}

std::size_t Cursor::elements(std::size_t most) const {
  if (value_ == nullptr || fault_) return 0;
  if (!value_->is_array()) {
    fail("expected a list");
    return 0;
  }
  if (value_->size() > most) {
    fail("expected a list of at most " + std::to_string(most));
    return 0;
  }
  return value_->size();
}

Cursor Cursor::element(std::size_t index) const {
  return {&(*value_)[index], this, {}, index, fault_};
}

std::string Cursor::path() const {
  if (parent_ == nullptr) return {};
  std::string before = parent_->path();
  if (name_.empty()) return before + "[" + std::to_string(index_) + "]";
  if (!before.empty()) before += '.';
  return before.append(name_);
}

void Cursor::fail(std::string_view what, FailureCode code) const {
  if (fault_) return;
  std::string detail = path();
  if (!detail.empty()) detail += ": ";
  fault_ = Failure{code, detail.append(what)};
}

}  // namespace ce::protocol
