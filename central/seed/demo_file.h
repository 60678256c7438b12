#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/credit/record.h"

namespace ce::seed {

/// One record of a demo person; its days are month and day of the year it is put into.
struct DemoRecord {
  std::string content;
  std::string institution;  // empty: none
  bool online_site = false;
  credit::Record record;  // without dates
  Date from;              // of any leap year
  Date to;
};

struct DemoYear {
  int ago = 0;  // credit years before the current one
  std::vector<DemoRecord> records;
  bool issued = false;
  bool printed = false;
  std::string revoked;  // reason, empty: in force
};

struct DemoPerson {
  std::string card;
  std::string name;
  std::string id_number;
  std::string region;
  std::string employer;
  std::string industry;  // of the employer: code of config/industries
  std::string query_password;
  std::vector<DemoYear> years;
};

/// Reads a file like config/demo/people.toml, which explains itself. `file` is named in failures:
/// config_malformed, config_key_unknown, config_type_wrong, config_value_invalid, with the line.
[[nodiscard]] Result<std::vector<DemoPerson>> parse_demo(std::string_view toml, std::string_view file);

}  // namespace ce::seed
