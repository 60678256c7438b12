#pragma once

#include <string>
#include <vector>

#include "central/web/shell.h"

namespace ce::web {

/// A form to register one study, or to correct a returned one.
struct RecordFormView {
  std::string action;
  std::string kind;     // word of the activity
  std::string version;  // of the record that is corrected, empty for a new one
  std::vector<Field> fields;
  struct Kept {
    std::string hash;
    std::string word;
  };
  std::vector<Kept> kept;  // proofs that were uploaded with an earlier try
  std::string submit;
  std::string back;
  std::string after;  // what happens next
};

[[nodiscard]] std::string record_form_page(Shell const& shell, RecordFormView const& view);

}  // namespace ce::web
