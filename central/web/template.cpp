#include "central/web/template.h"

#include <cstdlib>
#include <kainjow/mustache.hpp>
#include <map>

#include "central/web/embedded.h"
#include "central/web/html.h"

namespace ce::web {
namespace {

namespace mustache = kainjow::mustache;

std::string_view find_text(std::string_view name) {
  for (auto const& one : embedded_templates()) {
    if (one.name == name) return one.text;
  }
  std::abort();
}

mustache::data data_of(Fields const& fields);

mustache::data data_of(Fields::Value const& value) {
  if (auto const* text = std::get_if<std::string>(&value)) {
    return text->empty() ? mustache::data{false} : mustache::data{*text};
  }
  if (auto const* on = std::get_if<bool>(&value)) return mustache::data{*on};
  mustache::data list{mustache::data::type::list};
  for (auto const& row : std::get<Fields::Rows>(value)) list.push_back(data_of(row));
  return list;
}

mustache::data data_of(Fields const& fields) {
  mustache::data object;
  for (auto const& [name, value] : fields.members()) object.set(name, data_of(value));
  return object;
}

// Rendering changes a parsed template's own state, so each thread has its own.
mustache::mustache& parsed(std::string_view name) {
  thread_local std::map<std::string, mustache::mustache, std::less<>> kept;
  auto const found = kept.find(name);
  if (found != kept.end()) return found->second;
  mustache::mustache fresh{template_text(name)};
  if (!fresh.is_valid()) std::abort();
  fresh.set_custom_escape([](std::string const& text) { return escape(text); });
  return kept.emplace(std::string{name}, std::move(fresh)).first->second;
}

}  // namespace

std::string template_text(std::string_view name) {
  std::string text{find_text(name)};
  for (auto at = text.find("{{>"); at != std::string::npos; at = text.find("{{>", at)) {
    auto const end = text.find("}}", at);
    auto const part = "parts/" + text.substr(at + 3, end - at - 3);
    text.replace(at, end + 2 - at, find_text(part));
  }
  return text;
}

std::string render(std::string_view name, Fields const& fields) {
  return parsed(name).render(data_of(fields));
}

std::vector<std::string_view> template_names() {
  std::vector<std::string_view> names;
  for (auto const& one : embedded_templates()) names.push_back(one.name);
  return names;
}

}  // namespace ce::web
