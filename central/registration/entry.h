#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/secret.h"
#include "shared/credit/record.h"

namespace ce::registration {

/// What somebody states about one professional's study (article 5). `record.review` is not looked at.
struct Entry {
  SecretText id_number;
  SecretText name;
  std::string content;
  std::string institution;  // as typed; may be empty
  credit::Record record;
  std::vector<std::string> proofs;  // hashes of stored documents
};

/// ISO, empty where there is none.
[[nodiscard]] std::string day_text(std::optional<Date> const& day);

/// The credit year stated, else that of the end (rules.md, year_attribution). One of them must be there.
[[nodiscard]] int year_of(credit::Record const& record);

/// One thing that keeps an entry from being registered. Chinese, for the person who typed it; says the field
/// by its heading in the file and the form, and never a name or number.
struct Fault {
  std::string field;
  std::string wrong;
  std::string remedy;
  bool operator==(Fault const&) const = default;
};

/// "学时：应大于零；请写学时、天数或分钟数。" for one fault, joined for several.
[[nodiscard]] std::string sentence(std::vector<Fault> const& faults);

}  // namespace ce::registration
