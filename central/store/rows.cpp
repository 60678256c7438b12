#include "central/store/rows.h"

namespace ce::store {

std::string RegionScope::last() const {
  auto last = code;
  for (std::size_t i = last.size(); i >= 2 && last.compare(i - 2, 2, "00") == 0; i -= 2)
    last.replace(i - 2, 2, "99");
  return last;
}

bool RegionScope::covers(std::string_view region) const {
  return code <= region && region <= last();
}

}  // namespace ce::store
