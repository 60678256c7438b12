#pragma once

#include <string>

#include "central/web/shell.h"

namespace ce::web {

/// A page that says one thing: not found, not permitted, a fault, signed out.
struct MessageView {
  std::string icon = "warning";
  std::string headline;
  std::string advice;  // what to do now
  Link next;           // where to go on
};

[[nodiscard]] std::string message_page(Shell const& shell, MessageView const& view);

}  // namespace ce::web
