#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/web/lines_table.h"
#include "central/web/shell.h"

namespace ce::web {

/// One kiosk as it last told of itself.
struct KioskRow {
  std::string href;
  std::string name;
  std::string hall;
  std::string region;
  Badge state;
  std::string seen;
  std::string reader;
  std::string printer;
  std::string problem;
  std::vector<Badge> low = {};  // what runs out soon
  std::string levels;           // "墨粉 7%，纸号 212 个"; "—" where nothing is known
  std::string unresolved;
  std::string pending;
  std::string version;
};
[[nodiscard]] Fields fields_of(KioskRow const& kiosk);

struct KiosksView {
  std::vector<Figure> figures;
  std::vector<LinesTable> alarms;   // none, or one table
  std::vector<Field> filters = {};  // what the list is searched by
  std::vector<KioskRow> kiosks;
  std::string told;
  std::optional<Empty> empty;
};

[[nodiscard]] std::string kiosks_page(Shell const& shell, KiosksView const& view);

}  // namespace ce::web
