#include "shared/protocol/change_slices.h"

#include <simdjson.h>

#include <algorithm>
#include <set>

#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"

namespace ce::protocol {
namespace {

namespace reading = simdjson::ondemand;

/// Thrown within this file alone, to end a page at its first fault.
struct BadPage {
  std::string why;
};

/// A text of at most `most` bytes.
std::string_view short_text(reading::field& field, std::string_view name, std::size_t most) {
  std::string_view text;
  if (field.value().get_string().get(text) != simdjson::SUCCESS || text.size() > most)
    throw BadPage{std::string{name} + ": expected a text"};
  return text;
}

/// Of a member that means nothing but to some kinds: empty where it is no text.
std::string_view text_if_any(reading::field& field) {
  std::string_view text;
  auto const read = field.value().get_string().get(text);
  if (read == simdjson::INCORRECT_TYPE) return {};
  if (read != simdjson::SUCCESS) throw BadPage{"changes: broken"};
  return text;
}

void check_holder(std::string_view holder) {
  bool const hexadecimal = std::all_of(
      holder.begin(), holder.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (holder.size() != holder_digits || !hexadecimal) throw BadPage{"holder: expected 64 digits"};
}

/// Its members in one pass, as they come: to look for one by its name, after the whole was skipped for its
/// text, the library takes the text for sound and goes where a broken one leads it.
ChangeSlice slice_of(reading::object at) {
  ChangeSlice slice;
  slice.text = at.raw_json();
  at.reset().value();  // or it throws
  std::string_view holder;
  for (reading::field field : at) {
    std::string_view const name = field.unescaped_key();
    if (name == "kind") slice.kind = short_text(field, name, longest_number);
    if (name == "id") slice.id = short_text(field, name, longest_number);
    if (name == "holder") holder = text_if_any(field);
    if (name == "removed") slice.removed = true;
  }
  if (slice.kind.data() == nullptr) throw BadPage{"kind: expected a text"};
  if (slice.id.data() == nullptr) throw BadPage{"id: expected a text"};
  bool const of_person = slice.kind == "certificate" || slice.kind == "standing";
  // Whose it is; a removed thing does not say so.
  if (of_person && !slice.removed) {
    check_holder(holder);
    slice.holder = holder;
  }
  return slice;
}

void add_slices(reading::value list, SlicedPage& page) {
  for (reading::object change : list.get_array()) {
    if (page.changes.size() == most_changes) throw BadPage{"changes: expected a list of at most 500"};
    page.changes.push_back(slice_of(change));
  }
}

/// In one pass too.
SlicedPage page_of(reading::document& document) {
  SlicedPage page;
  std::set<std::string_view> found;
  for (reading::field field : document.get_object()) {
    std::string_view const name = field.unescaped_key();
    found.insert(name);
    if (name == "version" && std::int64_t{field.value()} != version)
      throw BadPage{"version: is not one this program knows"};
    if (name == "changes") add_slices(field.value(), page);
    if (name == "cursor") page.cursor = short_text(field, name, longest_text);
    if (name == "has_more") page.has_more = bool{field.value()};
  }
  for (auto const* name : {"version", "changes", "cursor", "has_more"}) {
    if (!found.contains(name)) throw BadPage{std::string{"no member "} + name};
  }
  return page;
}

}  // namespace

struct ChangeSlicer::Buffers {
  reading::parser parser;
  simdjson::padded_string text;
};

ChangeSlicer::ChangeSlicer() : buffers_(std::make_unique<Buffers>()) {}
ChangeSlicer::ChangeSlicer(ChangeSlicer&&) noexcept = default;
ChangeSlicer& ChangeSlicer::operator=(ChangeSlicer&&) noexcept = default;
ChangeSlicer::~ChangeSlicer() = default;

Result<SlicedPage> ChangeSlicer::cut(std::string_view page) {
  if (page.size() > max_body_bytes)
    return Failure{FailureCode::answer_too_large, "a page of " + std::to_string(page.size()) + " bytes"};
  try {
    buffers_->text = simdjson::padded_string{page};
    reading::document document = buffers_->parser.iterate(buffers_->text);
    return page_of(document);
  } catch (BadPage const& bad) {
    auto const code =
        bad.why.starts_with("version") ? FailureCode::answer_version_unknown : FailureCode::answer_malformed;
    return Failure{code, bad.why};
  } catch (simdjson::simdjson_error const& error) {
    return Failure{FailureCode::answer_malformed, simdjson::error_message(error.error())};
  }
}

Result<std::vector<Change>> read_slices(std::span<SecretText const> texts) {
  // As one page, so that there is one reader of changes.
  SecretText page{R"({"version":1,"changes":[)"};
  for (auto const& text : texts) {
    if (&text != texts.data()) page.reveal() += ',';
    page.reveal() += text.reveal();
  }
  page.reveal() += R"(],"cursor":"","has_more":false})";
  CE_TRY(auto read, read_changes(page.reveal()));
  return std::move(read.changes);
}

}  // namespace ce::protocol
