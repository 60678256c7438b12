#include "kiosk/staff_area/pages.h"

namespace ce::staff_area {

using present::StaffPageView;
using present::StaffSign;
using session::StaffKey;

StaffPageView prints_page(PrintsPage const& page, present::Words const& words) {
  if (!page.list) return waiting_page();
  StaffPageView view;
  if (page.list->empty()) {
    view.note = {"没有待确认的打印", present::Tone::good};
    return view;
  }
  view.note = {"请查看出纸口和打印机周围，逐件登记有没有见到证书", present::Tone::notice};
  view.paging = pages_of(page.list->size(), prints_per_page, page.page);
  if (view.paging.pages > 1) view.rows_least = prints_per_page;
  auto const from = static_cast<std::size_t>(view.paging.page) * prints_per_page;
  auto const to = std::min(page.list->size(), from + prints_per_page);
  for (std::size_t i = from; i < to; ++i) {
    auto const& entry = (*page.list)[i];
    std::string hint = china_minute_text(entry.requested_at) + "  纸号 " + entry.blank_number;
    if (entry.cause) hint += "  " + words.of(*entry.cause).headline;
    view.cards.push_back({.id = "print_" + std::to_string(i),
                          .label = "证书 " + entry.certificate.number,
                          .hint = std::move(hint),
                          .sign = StaffSign::prints,
                          .touch = {StaffKey::choose, static_cast<int>(i)}});
  }
  return view;
}

StaffPageView one_print_page(OnePrint const& page, present::Words const& words) {
  auto const& entry = page.entry;
  StaffPageView view;
  view.headline = "证书 " + entry.certificate.number + " 打印出来了吗？";
  view.sentences = {"第 " + std::to_string(entry.copy) + " 份，纸号 " + entry.blank_number + "，" +
                    china_minute_text(entry.requested_at) + " 开始打印。"};
  if (entry.cause) view.sentences.push_back(without_commands(words.of(*entry.cause).staff));
  view.sentences.emplace_back(
      "按“没有出纸”后，程序会先问打印机：打印机说已经打印完成的，按已出纸登记；没有出纸的，这个纸号作废，证"
      "书可以重新打印。");
  view.keys = {{.id = "came_out",
                .label = "见到了证书",
                .sign = StaffSign::yes,
                .touch = {StaffKey::choose, static_cast<int>(Ending::came_out)}},
               {.id = "no_sheet",
                .label = "没有出纸",
                .sign = StaffSign::no,
                .touch = {StaffKey::choose, static_cast<int>(Ending::no_sheet)}}};
  return view;
}

}  // namespace ce::staff_area
