#include "central/web/parts.h"

namespace ce::web {
namespace {

std::string type_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::date:
      return "date";
    case FieldKind::password:
      return "password";
    case FieldKind::search:
      return "search";
    case FieldKind::file:
    case FieldKind::files:
      return "file";
    default:
      return "text";
  }
}

std::string section_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::select:
      return "select";
    case FieldKind::area:
      return "area";
    case FieldKind::radios:
      return "radios";
    case FieldKind::tick:
      return "tick";
    default:
      return "input";
  }
}

void put_link(Fields& fields, std::optional<Link> const& link) {
  if (link) {
    fields.part("link", Fields{}.text("href", link->href).text("word", link->word));
  } else {
    fields.flag("link", false);
  }
}

/// What is wrong, without the field's own name before it: that stands beside it wherever this is shown.
std::string_view fault_of(Field const& field) {
  std::string_view said{field.error};
  auto const named = field.label + "：";
  if (said.starts_with(named)) said.remove_prefix(named.size());
  return said;
}

}  // namespace

std::string tone_class(Tone tone) {
  switch (tone) {
    case Tone::info:
      return "info";
    case Tone::good:
      return "good";
    case Tone::warn:
      return "warn";
    case Tone::bad:
      return "bad";
    case Tone::none:
      break;
  }
  return "none";
}

std::string tone_icon(Tone tone) {
  switch (tone) {
    case Tone::info:
      return "information";
    case Tone::good:
      return "check";
    case Tone::warn:
      return "back";
    case Tone::bad:
      return "cross";
    case Tone::none:
      break;
  }
  return "clock";
}

Fields fields_of(Badge const& badge) {
  return Fields{}
      .text("tone", tone_class(badge.tone))
      .text("icon", badge.icon.empty() ? tone_icon(badge.tone) : badge.icon)
      .text("word", badge.word);
}

Fields fields_of(Notice const& notice) {
  auto fields =
      Fields{}
          .text("tone", tone_class(notice.tone))
          .text("icon",
                notice.tone == Tone::warn || notice.tone == Tone::bad ? "warning" : tone_icon(notice.tone))
          .text("role", notice.tone == Tone::bad ? "alert" : "status")
          .text("text", notice.text);
  put_link(fields, notice.link);
  return fields;
}

Fields fields_of(Empty const& empty) {
  auto fields = Fields{}
                    .text("icon", empty.icon)
                    .text("title", empty.title)
                    .text("advice", empty.advice)
                    .flag("quiet", false);
  put_link(fields, empty.link);
  return fields;
}

void put_empty(Fields& page, std::optional<Empty> const& empty) {
  if (empty) {
    page.part("empty", fields_of(*empty));
  } else {
    page.flag("empty", false);
  }
}

void put_empty_card(Fields& page, std::optional<Empty> const& empty) {
  put_empty(page, empty);
  page.flag("empty_card", empty.has_value());
}

Fields fields_of(Figure const& figure) {
  return Fields{}
      .text("label", figure.label)
      .text("value", figure.value)
      .text("unit", figure.unit)
      .text("note", figure.note)
      .text("href", figure.href)
      .flag("due", figure.due);
}

Fields fields_of(Pager const& pager) {
  return Fields{}
      .text("told", pager.told)
      .text("first", pager.first)
      .text("next", pager.next)
      .text("icon", "arrow");
}

void put_pager(Fields& page, std::optional<Pager> const& pager) {
  if (pager) {
    page.part("pager", fields_of(*pager));
  } else {
    page.flag("pager", false);
  }
}

Fields fields_of(Field const& field) {
  std::string described;
  if (!field.hint.empty()) described = field.id + "-hint";
  if (!field.error.empty()) described += (described.empty() ? "" : " ") + field.id + "-error";
  auto fields = Fields{}
                    .text("id", field.id)
                    .text("label", field.label)
                    .text("value", field.kind == FieldKind::tick ? "yes" : field.value)
                    .text("type", type_of(field.kind))
                    .flag("required", field.required)
                    .text("hint", field.hint)
                    .text("error", std::string{fault_of(field)})
                    .text("fill", field.fill)
                    .text("mode", field.mode)
                    .text("most", field.most > 0 ? std::to_string(field.most) : std::string{})
                    .text("described", described)
                    .text("accept", field.accept)
                    .flag("many", field.kind == FieldKind::files)
                    .flag("wide", field.wide)
                    .flag("focus", field.focus)
                    .flag("on", !field.value.empty())
                    .text("class", field.kind == FieldKind::search ? "search" : "");
  for (auto const* section : {"input", "select", "area", "radios", "tick"}) {
    fields.flag(section, section == section_of(field.kind));
  }
  return fields.rows("options", rows_of(field.options, [&](Option const& option) {
                       return Fields{}
                           .text("option", option.value)
                           .text("shown", option.shown)
                           .flag("chosen", option.value == field.value);
                     }));
}

void put_form(Fields& page, std::vector<Field> const& fields) {
  Fields::Rows faults;
  for (auto const& field : fields) {
    if (field.error.empty()) continue;
    faults.push_back(
        Fields{}.text("at", field.id).text("label", field.label).text("said", std::string{fault_of(field)}));
  }
  bool const sound = faults.empty();
  page.number("fault_count", static_cast<std::int64_t>(faults.size()));
  page.rows("faults", std::move(faults));
  // What is wrong is told first: its summary takes the focus, and two cannot have it.
  page.rows("fields", rows_of(fields, [sound](Field field) {
              field.focus = field.focus && sound;
              return fields_of(field);
            }));
}

}  // namespace ce::web
