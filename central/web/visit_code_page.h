#pragma once

#include <string>

#include "central/web/shell.h"

namespace ce::web {

/// Where a person gets the code that begins a visit at a kiosk.
struct VisitCodeView {
  std::string text;   // what the scanner reads; empty before a code is made
  std::string until;  // "14:35"
};

[[nodiscard]] std::string visit_code_page(Shell const& shell, VisitCodeView const& view);

}  // namespace ce::web
