#include "central/web/visit_code_page.h"

#include "shared/qr/qr.h"

namespace ce::web {
namespace {

// Runs of one row are one rectangle: one path for all, or hairlines would show between neighbours.
std::string path_of(qr::Code const& code) {
  std::string path;
  for (int row = 0; row < code.width; ++row) {
    for (int column = 0; column < code.width; ++column) {
      int run = 0;
      while (column + run < code.width && code.at(row, column + run)) ++run;
      if (run == 0) continue;
      auto const width = std::to_string(run);
      path.append("M").append(std::to_string(column + qr::quiet_zone));
      path.append(" ").append(std::to_string(row + qr::quiet_zone));
      path.append("h").append(width).append("v1h-").append(width).append("z");
      column += run;
    }
  }
  return path;
}

}  // namespace

std::string visit_code_page(Shell const& shell, VisitCodeView const& view) {
  Fields body;
  auto const code = qr::encode(view.text);
  if (code) {
    body.text("path", path_of(*code))
        .text("side", std::to_string(code->width + 2 * qr::quiet_zone))
        .text("until", view.until);
  }
  body.text("form_title", code ? "没有扫上？" : "到自助机办理")
      .text("word", code ? "重新生成" : "生成登录码");
  return page(shell, "pages/visit_code", std::move(body));
}

}  // namespace ce::web
