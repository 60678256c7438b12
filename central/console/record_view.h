#pragma once

#include <optional>

#include "central/console/visitor.h"
#include "central/web/record_page.h"

namespace ce::console {

/// A record's page for whoever may see it. `title` gets what it is about. Fails with record_unknown.
struct RecordShown {
  std::string title;
  std::optional<web::Notice> closed;  // where its year is
  web::RecordView view;
};
[[nodiscard]] Result<RecordShown> record_shown(Visitor const& visitor, std::int64_t record);

}  // namespace ce::console
