#include "central/console/kiosk_view.h"

#include <algorithm>

#include "central/console/kiosk_log_view.h"
#include "central/console/kiosk_settings_view.h"
#include "central/console/kiosk_state.h"
#include "central/console/kiosk_supplies.h"
#include "central/console/kiosks_view.h"
#include "central/console/words.h"
#include "central/fleet/paper.h"

namespace ce::console {
namespace {

using protocol::NoteKind;
using store::KioskLine;
using web::Tone;

constexpr std::int64_t most_notes = 100;

std::string running_time(std::int64_t seconds) {
  auto const hours = seconds / 3600;
  if (hours < 1) return std::to_string(seconds / 60) + " 分钟";
  return hours < 48 ? std::to_string(hours) + " 小时" : std::to_string(hours / 24) + " 天";
}

Tone tone_of_note(NoteKind kind) {
  switch (kind) {
    case NoteKind::service_paused:
    case NoteKind::ledger_set_aside:
    case NoteKind::ledger_outdated:
    case NoteKind::staff_refused:
      return Tone::bad;
    case NoteKind::region_full:
    case NoteKind::staff_paused:
    case NoteKind::training_begun:
    case NoteKind::events_reopened:
      return Tone::warn;
    case NoteKind::service_resumed:
    case NoteKind::ledger_accepted:
    case NoteKind::staff_resumed:
    case NoteKind::training_ended:
      return Tone::good;
    default:
      return Tone::none;
  }
}

/// Numbered blanks, where staff told of any: what is left tells when somebody has to bring more.
Result<void> put_paper(KioskLine const& line, Visitor const& visitor, std::vector<web::Fact>& facts) {
  CE_TRY(auto const days, fleet::paper_of(visitor.store, line.kiosk.id, china_date(visitor.now)));
  for (auto const& day : days) {
    if (!day.loaded) continue;
    facts.push_back({"用纸号码", "剩余 " + std::to_string(day.left) + " 个；今天用了 " +
                                     std::to_string(day.used) + " 张，作废 " + std::to_string(day.void_) +
                                     " 张（已上传的记录）"});
  }
  return {};
}

std::string supplies_words(SuppliesShown const& shown) {
  std::string words;
  for (auto const& low : shown.low) words += (words.empty() ? "" : "，") + low;
  if (shown.levels.empty()) return words.empty() ? "—" : words;
  return words.empty() ? shown.levels : words + "（" + shown.levels + "）";
}

std::vector<web::Fact> facts_of_kiosk(KioskLine const& line, fleet::Pause const* pause,
                                      Visitor const& visitor) {
  std::vector<web::Fact> facts{{"服务厅", line.kiosk.hall},
                               {"地区", visitor.store.rules().regions.full_name(line.kiosk.region)},
                               {"登记时间", china_minute_text(line.enrolled)}};
  if (line.certified_until) facts.push_back({"终端证书有效至", china_minute_text(*line.certified_until)});
  if (!line.last_seen) return facts;
  auto const& health = line.health;
  facts.push_back(
      {"最近报告", china_minute_text(*line.last_seen) + "（" + ago(*line.last_seen, visitor.now) + "）"});
  facts.push_back({"程序版本", health.program_version});
  facts.push_back({"连续运行", running_time(health.uptime_seconds)});
  facts.push_back({"读卡器", health.reader_ok ? "正常" : "故障"});
  facts.push_back({"打印机", health.printer_ok ? "正常" : "故障"});
  if (health.supplies) facts.push_back({"耗材", supplies_words(supplies_shown(line))});
  facts.push_back({"打印待核实", std::to_string(health.prints_unresolved) + " 次"});
  facts.push_back({"待上传记录", std::to_string(health.outbox_pending) + " 条"});
  if (auto const troubles = kiosk_troubles(line, pause); !troubles.empty()) {
    facts.push_back({"需要处理", troubles});
  }
  return facts;
}

// Who keeps machines answers alarms and ends identities.
void add_acts(web::DetailView& view, KioskLine const& line) {
  auto const here = "/console/kiosks/" + line.kiosk.id;
  if (line.cut_off) {
    view.acts.push_back({.heading = "确认是本机：磁盘曾恢复或更换",
                         .lead = "已到现场查明只有一台机器时办理。终端随即恢复服务。",
                         .action = here,
                         .fields = {},
                         .act = "restored",
                         .word = "恢复服务",
                         .icon = "check"});
    view.acts.push_back({.heading = "确认被盗用",
                         .lead = "它的身份立即作废，谁也不能再用；留下的一台另用登记码登记。",
                         .action = here,
                         .fields = {},
                         .act = "stolen",
                         .word = "作废身份",
                         .icon = "cross",
                         .danger = true});
  }
  view.acts.push_back(log_act(line.kiosk.id));
  view.acts.push_back(
      {.heading = "登记本机",
       .lead = "生成一个登记码，在终端的屏幕上输入：一小时内有效，只能用一次。用过以后，原来的身份作废。",
       .action = here,
       .fields = {},
       .act = "code",
       .word = "生成登记码",
       .icon = "key"});
  if (line.certified_until && !line.cut_off) {
    view.acts.push_back({.heading = "吊销终端证书",
                         .lead = "终端丢失、报废或送修时办理，立即生效。以后可以用登记码重新登记。",
                         .action = here,
                         .fields = {},
                         .act = "revoke",
                         .word = "吊销证书",
                         .icon = "cross",
                         .danger = true});
  }
}

}  // namespace

Result<KioskShown> kiosk_shown(Visitor const& visitor, std::string_view id) {
  CE_TRY(auto const lines, kiosks_of(visitor));
  auto const at =
      std::find_if(lines.begin(), lines.end(), [&](KioskLine const& line) { return line.kiosk.id == id; });
  if (at == lines.end()) return Failure{FailureCode::record_unknown, "kiosk"};
  CE_TRY(auto const paused, fleet::paused_kiosks(visitor.store));
  CE_TRY(auto const notes, fleet::notes_of(visitor.store, id, most_notes));
  auto const found = paused.find(id);
  auto const* const pause = found == paused.end() ? nullptr : &found->second;
  KioskShown shown{at->kiosk.id, {}};
  auto& view = shown.view;
  view.heading = "终端状态";
  view.state = badge_of(kiosk_state(*at, pause, visitor.now));
  view.facts = facts_of_kiosk(*at, pause, visitor);
  CE_CHECK(put_paper(*at, visitor, view.facts));
  CE_TRY(view.tables, setting_tables(visitor, at->kiosk));
  if (visitor.who.role == accounts::Role::system_operator) {
    CE_TRY(auto logs, log_table(visitor, id));
    if (!logs.lines.empty()) view.tables.push_back(std::move(logs));
    add_acts(view, *at);
  }
  if (!notes.empty()) view.history_heading = "现场记事（新的在前）";
  for (auto const& note : notes) {
    auto const detail = note.detail.empty() ? std::string{} : "　" + note.detail;
    view.history.push_back(
        {tone_of_note(note.kind), std::string{note_words(note.kind)}, china_minute_text(note.at) + detail});
  }
  return shown;
}

}  // namespace ce::console
