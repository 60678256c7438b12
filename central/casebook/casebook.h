#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "central/casebook/rulebook.h"

namespace ce::casebook {

/// One case that we judge otherwise than its file expects, or could not read.
struct Difference {
  std::string list;
  std::string id;
  std::string text;  // "complete: expected true, ours is false"
};

struct CasebookReport {
  std::vector<Difference> differences;  // several of one case where it differs in several keys
  int passed = 0;
  int failed = 0;
  std::string verdicts_json;  // {list: [{id, ...the keys of what the file expects}]}
};

/// Judges every case of a file shaped like regulation_cases.json by our own rules alone. Lists and fields may
/// be missing, unknown ones are left alone. A case that cannot be read counts as failed. Fails with
/// input_invalid where the text is no JSON object.
[[nodiscard]] Result<CasebookReport> check_casebook(std::string_view json_text, Rulebook const& rules);

}  // namespace ce::casebook
