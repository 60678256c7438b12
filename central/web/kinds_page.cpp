#include "central/web/kinds_page.h"

namespace ce::web {

std::string kinds_page(Shell const& shell, KindsView const& view) {
  Fields body;
  body.rows("kinds", rows_of(view.kinds,
                             [](KindsView::Kind const& kind) {
                               return Fields{}
                                   .text("href", kind.href)
                                   .text("icon", kind.icon)
                                   .text("word", kind.word)
                                   .text("hint", kind.hint);
                             }))
      .rows("others", rows_of(view.others,
                              [](KindsView::Other const& other) {
                                return Fields{}.text("word", other.word).text("who", other.who);
                              }))
      .text("role", view.role);
  return page(shell, "pages/kinds", std::move(body));
}

}  // namespace ce::web
