#include "central/web/shell.h"

#include "central/web/assets.h"
#include "central/web/template.h"

namespace ce::web {
namespace {

Fields nav_row(NavItem const& item) {
  return Fields{}
      .text("href", item.href)
      .text("icon", item.icon)
      .text("word", item.word)
      .flag("here", item.here)
      .text("waiting", item.waiting);
}

Fields action_row(Action const& action) {
  return Fields{}
      .text("href", action.href)
      .text("icon", action.icon)
      .text("word", action.word)
      .flag("quiet", action.quiet)
      .flag("download", action.download);
}

// What every template may refer to.
Fields common(Shell const& shell) {
  return Fields{}.text("icons", asset_address("icons.svg")).text("csrf", shell.csrf);
}

}  // namespace

std::string page(Shell const& shell, std::string_view body_template, Fields body) {
  body.add(common(shell));
  auto frame = common(shell);
  frame.text("title", shell.title)
      .text("lead", shell.lead)
      .text("style", asset_address("console.css"))
      .text("script", asset_address("console.js"))
      .text("emblem", asset_address("emblem.svg"))
      .text("refresh", shell.refresh)
      .text("home", shell.who ? "/console" : "/console/sign-in")
      .rows("nav", rows_of(shell.nav, nav_row))
      .rows("actions", rows_of(shell.actions, action_row))
      .rows("notices", rows_of(shell.notices, [](Notice const& notice) { return fields_of(notice); }))
      .rows("crumbs", rows_of(shell.crumbs,
                              [](Link const& crumb) {
                                return Fields{}.text("href", crumb.href).text("word", crumb.word);
                              }))
      .text("body", render(body_template, body));
  if (shell.who) {
    frame.part(
        "who",
        Fields{}.text("role", shell.who->role).text("name", shell.who->name).text("place", shell.who->place));
  }
  return render("pages/frame", frame);
}

}  // namespace ce::web
