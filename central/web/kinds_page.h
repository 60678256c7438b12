#pragma once

#include <string>
#include <vector>

#include "central/web/shell.h"

namespace ce::web {

/// What this party may register (article 4), and who registers the rest.
struct KindsView {
  struct Kind {
    std::string href;
    std::string icon;
    std::string word;
    std::string hint;
  };
  struct Other {
    std::string word;
    std::string who;
  };
  std::vector<Kind> kinds;
  std::vector<Other> others;
  std::string role;
};

[[nodiscard]] std::string kinds_page(Shell const& shell, KindsView const& view);

}  // namespace ce::web
