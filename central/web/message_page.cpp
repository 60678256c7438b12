#include "central/web/message_page.h"

namespace ce::web {

std::string message_page(Shell const& shell, MessageView const& view) {
  Fields body;
  body.part("empty", fields_of(Empty{view.icon, view.headline, view.advice, view.next}));
  return page(shell, "pages/message", std::move(body));
}

}  // namespace ce::web
