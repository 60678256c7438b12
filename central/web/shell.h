#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/web/fields.h"
#include "central/web/parts.h"

namespace ce::web {

/// Who is signed in, as the head of each page says it.
struct Who {
  std::string role;  // "用人单位"
  std::string name;
  std::string place;  // unit and region
};

struct NavItem {
  std::string href;
  std::string icon;
  std::string word;
  bool here = false;
  std::string waiting = {};  // how many things wait there, "" for none
};

struct Action {
  std::string href;
  std::string icon;
  std::string word;
  bool quiet = true;
  bool download = false;
};

/// The frame around a page. Values only; made by whoever knows the visitor.
struct Shell {
  std::string title;
  std::string lead = {};          // one sentence below the title
  std::vector<Link> crumbs = {};  // the last one without address
  std::vector<NavItem> nav = {};
  std::vector<Action> actions = {};
  std::vector<Notice> notices = {};
  std::optional<Who> who = {};
  std::string csrf = {};
  std::string refresh = {};  // seconds after which a browser without script loads the page again
};

/// A whole page of the console: `body_template` filled with `body`, in its frame.
[[nodiscard]] std::string page(Shell const& shell, std::string_view body_template, Fields body);

}  // namespace ce::web
