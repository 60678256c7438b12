#include "kiosk/staff_desk/staff_desk.h"

#include <sstream>
#include <utility>

#include "kiosk/staff/pause.h"
#include "kiosk/staff/serve_today.h"
#include "kiosk/staff_desk/condition.h"
#include "kiosk/staff_desk/log_tail.h"
#include "kiosk/staff_desk/power_off.h"

namespace ce::staff_desk {

using namespace staff_area;

staff::CardUse card_use(settings::Settings const& settings) {
  switch (settings.staff.card) {
    case settings::StaffCards::off:
      break;
    case settings::StaffCards::alone:
      return staff::CardUse::alone;
    case settings::StaffCards::with_pin:
      return staff::CardUse::with_pin;
  }
  return staff::CardUse::off;
}

StaffDesk::StaffDesk(DeskParts parts, std::function<void()> knock)
    : parts_(std::move(parts)),
      knock_(std::move(knock)),
      door_(parts_.work.storage, card_use(*parts_.settings)),
      worker_(std::chrono::hours{1}, nullptr) {}

void StaffDesk::perform(Effect effect, StayId stay) {
  // Not in its turn: the thread is what waits.
  if (std::holds_alternative<StopTrying>(effect)) {
    given_up_ = true;
    return;
  }
  if (std::holds_alternative<TryItem>(effect)) given_up_ = false;
  worker_.give([this, effect = std::move(effect), stay] {
    working_for_ = stay;
    auto found = std::visit(
        [this](auto const& ask) -> std::optional<Answer> {
          using E = std::decay_t<decltype(ask)>;
          if constexpr (std::is_same_v<E, Restart> || std::is_same_v<E, Train> || std::is_same_v<E, Leave> ||
                        std::is_same_v<E, StopTrying>) {
            return std::nullopt;
          } else {
            return answer(ask);
          }
        },
        effect);
    if (found) post(std::move(*found));
  });
}

void StaffDesk::post(Answer answer) {
  {
    std::scoped_lock const lock{mutex_};
    letters_.push_back({working_for_, std::move(answer)});
  }
  knock_();
}

/// Where it cannot be told now the work was done all the same.
void StaffDesk::tell_central(protocol::NoteKind kind, std::string const& detail) {
  auto* const journal = parts_.work.journal;
  if (journal == nullptr) return;  // the guided set-up: there is no ledger yet
  if (auto const told = journal->note(kind, detail); !told) (void)failed(told.failure());
  parts_.noted();
}

std::vector<Letter> StaffDesk::take() {
  std::unique_lock const lock{mutex_, std::try_to_lock};
  if (!lock) return {};  // the knock that follows leads here again
  return std::exchange(letters_, {});
}

Told StaffDesk::failed(Failure const& failure) const {
  parts_.logger->event(log::Event::failure, {{"where", "staff"}, {"why", describe(failure)}});
  // What a person typed wrong is said by the detail; everything else has words of its own.
  bool const typed = failure.code == FailureCode::input_invalid || failure.code == FailureCode::not_permitted;
  return {false, typed ? failure.detail : parts_.work.words->of(failure.code).staff};
}

Answer StaffDesk::answer(SeeCondition const& /*ask*/) {
  return look_at(parts_);
}

Answer StaffDesk::answer(SeePrints const& /*ask*/) {
  auto const list = parts_.work.journal->unresolved();
  if (!list) return failed(list.failure());
  return PrintsSeen{*list};
}

Result<PaperSeen> StaffDesk::see_paper() {
  auto const& journal = *parts_.work.journal;
  PaperSeen seen;
  CE_TRY(seen.next, journal.next_blank());
  CE_TRY(auto const count, journal.paper());
  seen.left = count.left;
  CE_TRY(seen.today, journal.paper_of(china_date(parts_.work.clock->now())));
  CE_TRY(seen.check_due, journal.paper_check_due());
  return seen;
}

Answer StaffDesk::answer(SeePaper const& /*ask*/) {
  auto const seen = see_paper();
  if (!seen) return failed(seen.failure());
  return *seen;
}

Answer StaffDesk::answer(SeePrinter const& /*ask*/) {
  PrinterSeen seen;
  seen.address = parts_.settings->printer_uri;
  auto const status = parts_.work.printer->status();
  if (!status) {
    seen.problem = failed(status.failure()).text;
    return seen;
  }
  seen.make = status->make_and_model;
  seen.uuid = status->uuid;
  return seen;
}

Answer StaffDesk::answer(SeeLog const& ask) {
  return read_log(parts_.settings->log_file, ask.least);
}

Answer StaffDesk::answer(Obey const& ask) {
  std::ostringstream said;
  auto work = parts_.work;
  work.out = &said;
  auto const done = staff::run(ask.order, work);
  parts_.noted();
  if (done) return Told{true, said.str()};
  auto told = failed(done.failure());
  told.text = said.str() + told.text;
  return told;
}

Answer StaffDesk::answer(SetPaused const& ask) {
  auto const done = staff::pause(parts_.work.storage, ask.paused, *parts_.work.journal);
  parts_.noted();
  bool const paused = staff::is_paused(parts_.work.storage);
  if (!done) {
    auto told = failed(done.failure());
    if (paused != ask.paused) return told;
  }
  parts_.logger->event(paused ? log::Event::paused_by_staff : log::Event::resumed_by_staff);
  return PausedNow{paused};
}

/// Where it cannot be kept it holds until the program ends.
Answer StaffDesk::answer(ServeToday const& /*ask*/) {
  auto const today = china_date(parts_.work.clock->now());
  if (auto const kept = staff::serve_on(parts_.work.storage, today); !kept) (void)failed(kept.failure());
  tell_central(protocol::NoteKind::settings_changed, "开放时间：" + today.iso() + " 照常开放");
  return ServesToday{};
}

Answer StaffDesk::answer(PowerOff const& /*ask*/) {
  auto const done = power_off(parts_.settings->staff.power_off);
  if (!done) return failed(done.failure());
  return Told{true, "本机正在关机"};
}

}  // namespace ce::staff_desk
