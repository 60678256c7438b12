#include "central/web/detail_page.h"

namespace ce::web {
namespace {

Fields act_part(DetailView::Act const& act) {
  return Fields{}
      .text("heading", act.heading)
      .text("lead", act.lead)
      .text("action", act.action)
      .rows("fields", rows_of(act.fields, [](Field const& field) { return fields_of(field); }))
      .text("act", act.act)
      .text("word", act.word)
      .text("icon", act.icon)
      .text("version", act.version)
      .text("username", act.username)
      .text("class", act.danger ? "danger" : "");
}

Fields event_row(DetailView::Event const& event) {
  return Fields{}.text("tone", tone_class(event.tone)).text("what", event.what).text("who", event.who);
}

}  // namespace

std::string detail_page(Shell const& shell, DetailView const& view) {
  Fields body;
  body.text("heading", view.heading)
      .rows("facts", rows_of(view.facts, [](Fact const& fact) { return fields_of(fact); }))
      .text("picture", view.picture)
      .text("picture_word", view.picture_word)
      .text("history_heading", view.history_heading)
      .rows("history", rows_of(view.history, event_row))
      .rows("tables", rows_of(view.tables, [](LinesTable const& table) { return fields_of(table); }))
      .rows("forms", rows_of(view.acts, act_part));
  if (view.state) {
    body.part("state", fields_of(*view.state));
  } else {
    body.flag("state", false);
  }
  return page(shell, "pages/detail", std::move(body));
}

std::string form_page(Shell const& shell, FormView const& view) {
  Fields body;
  body.text("action", view.action)
      .text("submit", view.submit)
      .text("back", view.back)
      .text("version", view.version);
  body.flag("files", view.files).text("picture", view.picture).text("picture_word", view.picture_word);
  put_form(body, view.fields);
  return page(shell, "pages/form", std::move(body));
}

}  // namespace ce::web
