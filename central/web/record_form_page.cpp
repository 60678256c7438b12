#include "central/web/record_form_page.h"

namespace ce::web {

std::string record_form_page(Shell const& shell, RecordFormView const& view) {
  Fields body;
  body.text("action", view.action)
      .text("kind", view.kind)
      .text("version", view.version)
      .text("submit", view.submit)
      .text("back", view.back)
      .text("after", view.after)
      .rows("kept", rows_of(view.kept, [](RecordFormView::Kept const& kept) {
              return Fields{}.text("hash", kept.hash).text("word", kept.word).text("icon", "document");
            }));
  put_form(body, view.fields);
  return page(shell, "pages/record_form", std::move(body));
}

}  // namespace ce::web
