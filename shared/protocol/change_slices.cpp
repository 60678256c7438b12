#include "shared/protocol/change_slices.h"

#include <simdjson.h>

#include <algorithm>

#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"

namespace ce::protocol {
namespace {

namespace reading = simdjson::ondemand;

/// Thrown within this file alone, to end a page at its first fault.
struct BadPage {
  std::string why;
};

std::string_view short_text(reading::object& at, std::string_view name, std::size_t most) {
  std::string_view text;
  if (at.find_field_unordered(name).get_string().get(text) != simdjson::SUCCESS || text.size() > most)
    throw BadPage{std::string{name} + ": expected a text"};
  return text;
}

/// Whose it is; a removed thing does not say so.
std::string_view holder_of(reading::object& at) {
  auto const holder = short_text(at, "holder", holder_digits);
  bool const hexadecimal = std::all_of(
      holder.begin(), holder.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (holder.size() != holder_digits || !hexadecimal) throw BadPage{"holder: expected 64 digits"};
  return holder;
}

ChangeSlice slice_of(reading::object at) {
  ChangeSlice slice;
  slice.text = at.raw_json();
  at.reset().value();  // or it throws
  slice.kind = short_text(at, "kind", longest_number);
  slice.id = short_text(at, "id", longest_number);
  simdjson::ondemand::value ignored;
  auto const found = at.find_field_unordered("removed").get(ignored);
  // After any other error the library's cursor leads nowhere: it must not be moved again.
  if (found != simdjson::SUCCESS && found != simdjson::NO_SUCH_FIELD) throw BadPage{"changes: broken"};
  slice.removed = found == simdjson::SUCCESS;
  bool const of_person = slice.kind == "certificate" || slice.kind == "standing";
  if (of_person && !slice.removed) slice.holder = holder_of(at);
  return slice;
}

SlicedPage page_of(reading::document& document) {
  SlicedPage page;
  std::int64_t const said = document["version"];
  if (said != version) throw BadPage{"version: is not one this program knows"};
  for (reading::object change : document["changes"].get_array()) {
    if (page.changes.size() == most_changes) throw BadPage{"changes: expected a list of at most 500"};
    page.changes.push_back(slice_of(change));
  }
  std::string_view const cursor = document["cursor"];
  if (cursor.size() > longest_text) throw BadPage{"cursor: expected a text"};
  page.cursor = cursor;
  page.has_more = document["has_more"];
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
