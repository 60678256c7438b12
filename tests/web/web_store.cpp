// web_store FILE: a store for the console's tests in Chromium: a seeded province, and beside it a unit of
// 天河 with people whose names try every page, an institution that trains them, and an account of each role.
// Made-up people, born in 1885. Prints nothing; every password is the one given as second word.

#include <cstdio>
#include <cstdlib>

#include "central/accounts/manage.h"
#include "central/alarms/watch.h"
#include "central/approvals/approvals.h"
#include "central/fleet/fleet.h"
#include "central/remote_settings/revisions.h"
#include "central/seed/seed.h"
#include "central/store/store.h"
#include "shared/base/clock.h"

namespace {

using namespace ce;

template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "web_store: %s\n", describe(result.failure()).c_str());
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

constexpr std::string_view units = R"(
INSERT INTO employers (id, name, region, provincial, industry) VALUES (900001, '广州市天河区建筑工程设计研究院有限责任公司', '440106', 0, 'construction');
INSERT INTO institutions (id, name, region, approved_online) VALUES (900001, '广州市继续教育基地', '440106', 0);
INSERT INTO talent_agencies (id, name, region) VALUES (900001, '天河区人才服务中心', '440106');
INSERT INTO professionals (id, id_number, name, region, employer, created_ms) VALUES
  (900001, '440106188503120198', '欧阳家明', '440106', 900001, 1735689600000),
  (900002, '440106188503120278', '阿不都热依木江·买买提吐尔逊·伊布拉音阿吉', '440106', 900001, 1735689600000),
  (900003, '440106188503120358', '<b>龑</b>𠂇', '440106', 900001, 1735689600000);
)";

struct Wanted {
  char const* login;
  char const* shown_name;
  accounts::Role role;
  char const* region;
  std::optional<std::int64_t> unit;
  std::vector<std::string> industries = {};
};

void open_account(store::Store& store, Wanted const& wanted, char const* password, Instant now) {
  must(accounts::create(store, accounts::operator_keeper("test"),
                        {.login = wanted.login,
                         .shown_name = wanted.shown_name,
                         .role = wanted.role,
                         .region = wanted.region,
                         .unit = wanted.unit,
                         .professional = {},
                         .password = SecretText{password},
                         .industries = wanted.industries},
                        now));
}

/// What was set for it from afar: taken up, refused, and for its county with some first.
void put_settings(store::Store& store, protocol::Health health, Instant now) {
  must(store.enrol_kiosk({"GZ-TH-02", "440106", "广州市天河区人力资源和社会保障服务大厅"},
                         store::key_hash(SecretText{"web-kiosk-key-of-another-machine"}), now));
  auto const by = accounts::operator_keeper("test");
  using remote_settings::Scope;
  auto const language = must(remote_settings::set(store, by, {"GZ-TH-01", "language", {"en"}}, now));
  auto const idle = must(remote_settings::set(store, by, {"GZ-TH-01", "idle", {"290", "20", "60"}}, now));
  static_cast<void>(must(remote_settings::set(
      store, by, {"GZ-TH-01", "sound", {"always", "5"}, Scope::region, {{"GZ-TH-02"}}}, now)));
  health.settings->at(0) = {"language", {"en"}, language};
  health.settings->at(2) = {
      "idle", {"60", "20", "60"}, idle, protocol::ItemOutcome::refused, "多少秒后提醒：应在 30 到 240 之间"};
  must(fleet::take_health(store, "GZ-TH-01", health, now));
  must(alarms::watch(store, {}, {.held_up = {"GZ-TH-01"}}, false, {now.ms - 3'600'000}));
  must(alarms::watch(store, {}, {.held_up = {"GZ-TH-02"}}, false, now));
}

/// A colleague's proposal, which the second person of 天河 is to confirm.
void put_proposal(store::Store& store, Instant now) {
  approvals::ChangeAuthority deed{{"440106"}};
  deed.change.name = "广州市天河区人力资源和社会保障局";
  deed.change.seal_mode = certificate::SealMode::window_stamp;
  registration::Actor const colleague{.account = "acc-colleague",
                                      .party = credit::Party::hrss,
                                      .level = credit::Level::county,
                                      .region = "440106"};
  static_cast<void>(must(approvals::ask(store, {approvals::Need::always}, colleague, deed, now)));
}

/// A kiosk that works, and what it noted on a day with trouble.
void put_kiosk(store::Store& store, Instant now) {
  must(store.enrol_kiosk({"GZ-TH-01", "440106", "广州市天河区人力资源和社会保障服务大厅"},
                         store::key_hash(SecretText{"web-kiosk-key-0123456789abcdef"}), now));
  protocol::Health health;
  health.program_version = "1.4.2";
  health.uptime_seconds = 260'000;
  health.reader_ok = health.printer_ok = true;
  health.settings = std::vector<protocol::ItemState>{{"language", {"zh"}},
                                                     {"sound", {"elder", "4"}},
                                                     {"idle", {"60", "20", "60"}},
                                                     {"hours", {"weekdays", "0900", "1200", "1400", "1700"}}};
  health.supplies = protocol::Supplies{7, true, false, 1'212, false};
  must(fleet::take_health(store, "GZ-TH-01", health, now));
  put_settings(store, health, now);
  using protocol::NoteKind;
  std::vector<protocol::KioskEvent> events;
  auto const noted = [&](NoteKind kind, std::int64_t minutes_ago, std::string detail) {
    events.push_back(
        {EntryId::make(), {now.ms - minutes_ago * 60'000}, protocol::KioskNoted{kind, std::move(detail)}});
  };
  noted(NoteKind::service_paused, 300, "磁盘已满");
  noted(NoteKind::service_resumed, 288, "");
  noted(NoteKind::region_full, 200, "1024 MB");
  noted(NoteKind::staff_refused, 31, "");
  noted(NoteKind::staff_entered, 30, "");
  noted(NoteKind::staff_paused, 29, "");
  must(store.apply_events("GZ-TH-01", events, now));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto const rules = must(rulebook::load(CE_SOURCE_DIR "/config"));
  auto store = must(store::Store::open(argv[1], rules));
  auto const now = SystemClock{}.now();
  must(seed::seed(store, {.people = 300, .seed = 7, .now = now, .demo = {}, .progress = {}}));
  must(store.write([](storage::Database& database) { return database.execute(units); }));
  put_kiosk(store, now);
  put_proposal(store, now);
  using accounts::Role;
  for (auto const& wanted :
       {Wanted{"gz-base", "黄老师", Role::institution, "", 900001},
        Wanted{"th-design", "李人事", Role::employer, "", 900001},
        Wanted{"th-industry", "王建设", Role::industry_authority, "440106", {}, {"construction"}},
        Wanted{"th-agency", "何服务", Role::talent_agency, "", 900001},
        Wanted{"th-hrss", "陈科长", Role::hrss, "440106", {}},
        Wanted{"gd-hrss", "欧阳处长", Role::hrss, "440000", {}},
        Wanted{"ops", "运维值班", Role::system_operator, "", {}}}) {
    open_account(store, wanted, argv[2], now);
  }
  must(store.write([](storage::Database& database) {
    return database.execute("UPDATE accounts SET must_change_password = 0");
  }));
  for (auto const* number : {"440106188503120198", "440106188503120278", "440106188503120358"}) {
    must(store.set_query_password(SecretText{number}, SecretText{argv[2]}));
  }
  return 0;
}
