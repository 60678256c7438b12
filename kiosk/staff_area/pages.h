#pragma once

#include "kiosk/staff_area/present.h"

/// One function a page; room-internal.
namespace ce::staff_area {

[[nodiscard]] present::StaffPageView door_page(AtDoor const& door, Tick now);
[[nodiscard]] present::StaffPageView menu_page(State const& state, session::Surroundings const& around,
                                               present::Words const& words);
[[nodiscard]] present::StaffPageView health_page(HealthPage const& page, bool numbered,
                                                 present::Words const& words);
[[nodiscard]] present::StaffPageView prints_page(PrintsPage const& page, present::Words const& words);
[[nodiscard]] present::StaffPageView one_print_page(OnePrint const& page, present::Words const& words);
[[nodiscard]] present::StaffPageView paper_page(State const& state);
[[nodiscard]] present::StaffPageView loading_page(State const& state, Loading const& page);
[[nodiscard]] present::StaffPageView numbering_page(State const& state, Numbering const& page);
[[nodiscard]] present::StaffPageView printer_page(State const& state, session::Surroundings const& around,
                                                  present::Words const& words);
[[nodiscard]] present::StaffPageView accept_printer_page(State const& state, AcceptPrinter const& page);
[[nodiscard]] present::StaffPageView service_page(bool paused, bool shut);
[[nodiscard]] present::StaffPageView log_page(LogPage const& page);
[[nodiscard]] present::StaffPageView diagnostics_page();
[[nodiscard]] present::StaffPageView saving_page(Saving const& page);
[[nodiscard]] present::StaffPageView settings_page(State const& state, SettingsPage const& page);
[[nodiscard]] present::StaffPageView new_pin_page(State const& state, NewPin const& page);
[[nodiscard]] present::StaffPageView cards_page(State const& state, CardsPage const& page);
[[nodiscard]] present::StaffPageView one_card_page(OneCard const& page);
[[nodiscard]] present::StaffPageView new_card_page(State const& state, NewCard const& page);
[[nodiscard]] present::StaffPageView machine_page();
[[nodiscard]] present::StaffPageView sure_page(Sure const& page);
[[nodiscard]] present::WaitingView working_page(Working const& working);
[[nodiscard]] present::StaffPageView said_page(Said const& page);

[[nodiscard]] present::StaffPageView item_page(State const& state, ItemPage const& page);
[[nodiscard]] present::StaffPageView touch_page(State const& state, ItemPage const& page);
[[nodiscard]] present::StaffPageView printer_list_page(PrinterList const& page);
[[nodiscard]] present::WaitingView trying_page(Trying const& trying);
[[nodiscard]] present::StaffPageView item_saved_page(ItemSavedPage const& page);
[[nodiscard]] present::StaffPageView guide_start_page(State const& state);
[[nodiscard]] present::StaffPageView guide_report_page(State const& state, GuideReport const& page);
/// Of an item, on its card.
[[nodiscard]] present::StaffSign sign_of(items::ItemId id);
/// "设置向导  第 3 / 11 步  读卡器".
[[nodiscard]] std::string guide_title(State const& state);

/// "第 1 / 3 页" for that many things.
[[nodiscard]] present::PageView pages_of(std::size_t count, int per_page, int page);

/// One dot for each digit.
[[nodiscard]] std::string dots(SecretText const& typed);

/// Out of what is asked once more, by 返回's way; and on with it.
[[nodiscard]] present::StaffKeyView no_key();
[[nodiscard]] present::StaffKeyView yes_key(std::string label,
                                            present::StaffSign sign = present::StaffSign::yes);

/// While the desk is still looking.
[[nodiscard]] present::StaffPageView waiting_page();

}  // namespace ce::staff_area
