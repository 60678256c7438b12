// The door, and the cards that open it.
#include "kiosk/staff/card_code.h"
#include "kiosk/staff_desk/card_sheet.h"
#include "kiosk/staff_desk/staff_desk.h"
#include "shared/base/entry_id.h"

namespace ce::staff_desk {

using namespace staff_area;
using protocol::NoteKind;

namespace {

/// For central's audit: which card, and how often something was wrong.
std::string entry_words(staff::EntryTry const& entry, bool by_card) {
  std::string words;
  if (entry.card) {
    words = (entry.card->taken_back ? "已收回的 " : "") + staff::name_of(entry.card->card);
  } else if (by_card) {
    words = "不是本机的员工卡";
  }
  int const wrong = entry.tried.wrong;
  if (wrong == 0) return words;
  return words + (words.empty() ? "" : "，") + "连续不对 " + std::to_string(wrong) + " 次";
}

}  // namespace

Answer StaffDesk::answer(LookAtDoor const& /*ask*/) {
  return DoorStood{door_.pin_is_set(), door_.locked(parts_.machine->now()), door_.card()};
}

Answer StaffDesk::answer(JudgePin const& ask) {
  return judge({ask.pin, {}});
}

Answer StaffDesk::answer(JudgeCard const& ask) {
  return judge({ask.pin, ask.card});
}

PinJudged StaffDesk::judge(staff::Shown const& shown) {
  auto const judged = door_.judge(shown, parts_.machine->now());
  if (!judged) {
    (void)failed(judged.failure());
    return PinJudged{false, std::chrono::seconds{30}};
  }
  auto const& tried = judged->tried;
  // A ledger that cannot be written is what staff come for.
  tell_central(tried.right ? NoteKind::staff_entered : NoteKind::staff_refused,
               entry_words(*judged, !shown.card.reveal().empty()));
  parts_.logger->event(tried.right ? log::Event::staff_entered : log::Event::staff_refused,
                       {{"wrong", tried.wrong}, {"card", judged->card ? judged->card->card.number : 0}});
  return PinJudged{tried.right, tried.locked};
}

Answer StaffDesk::answer(SeeCards const& /*ask*/) {
  auto list = staff::CardFile{parts_.work.storage}.list();
  if (!list) return failed(list.failure());
  return CardsSeen{std::move(list).value()};
}

Answer StaffDesk::answer(MakeCard const& ask) {
  staff::CardFile cards{parts_.work.storage};
  auto made = cards.make(ask.label, china_date(parts_.machine->now()));
  if (!made) return failed(made.failure());
  auto const card = made->card;
  auto const& settings = *parts_.settings;
  CardSheet const sheet{settings.location.hall, settings.central.kiosk_id, card, made->code,
                        settings.staff.card == settings::StaffCards::with_pin};
  auto const printed = [&]() -> Result<void> {
    CE_TRY(auto const pdf, card_sheet(sheet));
    CE_CHECK(parts_.work.printer->submit(pdf, "ce-staff-card-" + EntryId::make().text()));
    return {};
  }();
  if (!printed) {
    // Nobody has it, or nobody should: a sheet that comes out after all opens nothing.
    auto told = failed(printed.failure());
    if (auto const back = cards.take_back(card.number); !back) (void)failed(back.failure());
    told.text = "没有做成，" + staff::name_of(card) + "没有启用。如果已经打印出来，请剪碎。" + told.text;
    return told;
  }
  tell_central(NoteKind::staff_card_made, staff::name_of(card));
  parts_.logger->event(log::Event::settings_changed, {{"item", "staff_card"}, {"card", card.number}});
  return Told{true, staff::name_of(card) + "已送到打印机，请看出纸口。剪下以前，请先退出，再扫卡试一次。"};
}

}  // namespace ce::staff_desk
