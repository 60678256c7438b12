#pragma once

#include "stay.h"

namespace ce::staff_area {

using items::ItemId;
using items::Verdict;

inline items::Draft draft_of_a_kiosk() {
  items::Draft draft;
  draft.settings.location = {"440106", "天河区服务大厅"};
  draft.settings.central = {"https://127.0.0.1:8443", "tianhe-01", "/k/kiosk.key", {}, {}};
  draft.settings.printer_uri = "ipp://127.0.0.1/ipp/print";
  return draft;
}

inline items::Known known() {
  auto regions = certificate::Regions::parse(
      "code,name_zh,level,parent\n440000,广东省,province,\n440100,广州市,prefecture,440000\n"
      "440106,天河区,district,440100\n440300,深圳市,prefecture,440000\n440304,福田区,district,440300\n",
      "code,name_zh,first_seen_mca,last_seen_mca,successor\n");
  return {std::make_shared<certificate::Regions const>(std::move(regions).value()), {}, {}};
}

inline Stay& press(Stay& stay, ItemKey key) {
  return stay.press(StaffKey::choose, static_cast<int>(key));
}

}  // namespace ce::staff_area
