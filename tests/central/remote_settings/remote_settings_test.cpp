// Settings of kiosks from afar, at central: revisions, stages, taking back, what kiosks answer.
#include "central/remote_settings/revisions.h"

#include <gmock/gmock.h>

#include "central/changes/epoch.h"
#include "central/fleet/fleet.h"
#include "central/fleet/kiosk_settings.h"
#include "central/remote_settings/shown.h"
#include "central/store/fixture.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

using protocol::ItemOutcome;
using protocol::ItemState;
using remote_settings::Change;
using remote_settings::Scope;
using remote_settings::Standing;
using testing::ElementsAre;
using testing::HasSubstr;

/// What the heartbeats of a kiosk say, and what it is told.
struct FarKiosk {
  std::vector<ItemState> items{{"idle", {"60", "20", "60"}}, {"sound", {"elder", "4"}}};

  ItemState& item(std::string const& code) {
    for (auto& one : items) {
      if (one.item == code) return one;
    }
    return items.emplace_back(ItemState{code, {}});
  }
  void take(protocol::ItemTold const& told, ItemOutcome outcome = ItemOutcome::applied,
            std::string const& reason = {}) {
    auto& one = item(told.item);
    if (outcome == ItemOutcome::applied) one.values = told.values;
    one.revision = told.revision;
    one.outcome = outcome;
    one.reason = reason;
  }
};

struct RemoteSettings : StoreTest {
  accounts::Keeper const tianhe{"acc-th", accounts::Role::hrss, "440106"};
  accounts::Keeper const yuexiu{"acc-yx", accounts::Role::hrss, "440104"};
  accounts::Keeper const operators{"acc-op", accounts::Role::system_operator, "440000"};
  FarKiosk kiosk;

  std::vector<protocol::ItemTold> beat(FarKiosk const& of, std::string const& id = "K1") {
    protocol::Health health;
    health.program_version = "1";
    health.settings = of.items;
    auto const reply = fleet::take_health(store, id, health, now);
    EXPECT_TRUE(reply) << describe(reply.failure());
    return reply ? reply->settings : std::vector<protocol::ItemTold>{};
  }
  Result<std::int64_t> set(std::string const& item, kiosk_items::Values const& values,
                           Scope scope = Scope::kiosk, remote_settings::FirstStage const& first = {}) {
    return remote_settings::set(store, tianhe, {"K1", item, values, scope, first}, now);
  }
  Standing standing(std::string const& item, std::string const& id = "K1") const {
    auto const all = remote_settings::items_of(store, id).value();
    for (auto const& one : all) {
      if (one.item->code == item) return one.standing;
    }
    ADD_FAILURE() << item;
    return Standing::own;
  }
  std::string value(std::string const& sql) const { return first_value(store, sql); }
};

TEST_F(RemoteSettings, AKioskIsToldUntilItSaysThatItHasIt) {
  EXPECT_THAT(beat(kiosk), ElementsAre());
  auto const number = set("idle", {"90", "30", "60"}).value();
  EXPECT_EQ(standing("idle"), Standing::waiting);
  protocol::ItemTold const word{"idle", number, {"90", "30", "60"}};
  EXPECT_THAT(beat(kiosk), ElementsAre(word));
  EXPECT_THAT(beat(kiosk), ElementsAre(word)) << "the reply may have been lost";
  kiosk.take(word);
  EXPECT_THAT(beat(kiosk), ElementsAre());
  EXPECT_EQ(standing("idle"), Standing::applied);
  auto const history = remote_settings::history_of(store, "K1", 9).value();
  ASSERT_EQ(history.size(), 1U);
  EXPECT_EQ(history[0].target.old_values, (kiosk_items::Values{"60", "20", "60"}));
  EXPECT_EQ(history[0].account, "acc-th");
  EXPECT_TRUE(history[0].target.answered);
  EXPECT_THAT(value("SELECT detail FROM audit_entries WHERE action = 'kiosk_items_set'"),
              HasSubstr("再过 20 秒退出"));
  EXPECT_EQ(value("SELECT actor FROM audit_entries WHERE action = 'kiosk_items_answered'"), "kiosk:K1");
}

TEST_F(RemoteSettings, WhatTheKioskRefusesIsShownWithItsReasonAndNotToldAgain) {
  static_cast<void>(beat(kiosk));
  ASSERT_TRUE(set("idle", {"290", "20", "60"})) << "an older kiosk has its own rules";
  kiosk.take(beat(kiosk).at(0), ItemOutcome::refused, "多少秒后提醒：应在 30 到 240 之间");
  EXPECT_THAT(beat(kiosk), ElementsAre());
  EXPECT_EQ(standing("idle"), Standing::refused);
  EXPECT_EQ(value("SELECT outcome || ' ' || reason FROM setting_targets"),
            "refused 多少秒后提醒：应在 30 到 240 之间");
}

TEST_F(RemoteSettings, WhatNoKioskTakesIsRefusedAtOnce) {
  EXPECT_EQ(set("idle", {"90", "x", "60"}).failure().detail, "再过多少秒退出：只能填数字");
  EXPECT_EQ(set("idle", {"90"}).failure().code, FailureCode::input_invalid);
  EXPECT_EQ(set("idle", {"999", "20", "60"}).failure().detail, "多少秒后提醒：应在 30 到 300 之间");
  EXPECT_EQ(set("idle", {"90", "19", "60"}).failure().detail, "再过多少秒退出：应在 20 到 45 之间");
  EXPECT_EQ(set("hours", {"weekdays", "", "", "", ""}).failure().detail,
            "上午开门：至少填写一个时间段，如 0900 到 1200");
  EXPECT_EQ(set("sound", {"loud", "4"}).failure().detail, "什么时候播报：请从列出的选项中选择");
  EXPECT_EQ(set("printer", {"ipp://x/"}).failure().code, FailureCode::record_unknown)
      << "what is plugged in is set where it stands";
  EXPECT_EQ(value("SELECT COUNT(*) FROM setting_revisions"), "0");
}

TEST_F(RemoteSettings, AnotherCountysDepartmentIsRefusedAtEachStep) {
  static_cast<void>(beat(kiosk));
  EXPECT_EQ(remote_settings::set(store, yuexiu, {"K1", "sound", {"always", "5"}}, now).failure().code,
            FailureCode::role_refused);
  auto const number = set("sound", {"always", "5"}).value();
  EXPECT_EQ(remote_settings::take_back(store, yuexiu, number, now).failure().code, FailureCode::role_refused);
  EXPECT_EQ(remote_settings::release(store, yuexiu, number, now).failure().code, FailureCode::role_refused);
  EXPECT_TRUE(remote_settings::take_back(store, operators, number, now));
}

TEST_F(RemoteSettings, StaffWhoChangeItLaterAreSeenAndCentralMaySetAgain) {
  static_cast<void>(beat(kiosk));
  ASSERT_TRUE(set("sound", {"always", "5"}));
  kiosk.take(beat(kiosk).at(0));
  EXPECT_THAT(beat(kiosk), ElementsAre());
  kiosk.item("sound").values = {"never", "1"};
  EXPECT_THAT(beat(kiosk), ElementsAre()) << "what staff set there stands until central sets again";
  EXPECT_EQ(standing("sound"), Standing::differs);
  ASSERT_TRUE(set("sound", {"elder", "3"}));
  kiosk.take(beat(kiosk).at(0));
  static_cast<void>(beat(kiosk));
  EXPECT_EQ(standing("sound"), Standing::applied);
}

TEST_F(RemoteSettings, TakingBackIsARevisionWithWhatWasBefore) {
  static_cast<void>(beat(kiosk));
  auto const first = set("sound", {"always", "5"}).value();
  kiosk.take(beat(kiosk).at(0));
  static_cast<void>(beat(kiosk));
  auto const back = remote_settings::take_back(store, tianhe, first, now).value();
  EXPECT_GT(back, first);
  auto const told = beat(kiosk);
  EXPECT_THAT(told, ElementsAre(protocol::ItemTold{"sound", back, {"elder", "4"}}));
  EXPECT_THAT(remote_settings::take_back(store, tianhe, first, now).failure().detail, HasSubstr("已经撤回"));
  ASSERT_TRUE(set("sound", {"never", "2"}));
  EXPECT_THAT(remote_settings::take_back(store, tianhe, back, now).failure().detail,
              HasSubstr("以后又修改过"));
}

TEST_F(RemoteSettings, AnOldKioskIsToldNothingAndShown) {
  ASSERT_TRUE(set("sound", {"always", "5"}));
  protocol::Health health;
  health.program_version = "0.1";
  auto const reply = fleet::take_health(store, "K1", health, now).value();
  EXPECT_THAT(reply.settings, ElementsAre());
  EXPECT_EQ(standing("sound"), Standing::unsupported);
  EXPECT_EQ(standing("idle"), Standing::own);
  EXPECT_THAT(beat(kiosk), testing::SizeIs(1)) << "once it was upgraded";
}

TEST_F(RemoteSettings, AMachineSetUpAnewComesToWhatItHad) {
  static_cast<void>(beat(kiosk));
  ASSERT_TRUE(set("sound", {"always", "5"}));
  kiosk.take(beat(kiosk).at(0));
  static_cast<void>(beat(kiosk));
  EXPECT_THAT(beat(FarKiosk{}), testing::SizeIs(1));
}

TEST_F(RemoteSettings, NumbersAreAboveWhateverAKioskHasHeard) {
  kiosk.item("sound").revision = 41;  // of a central that was restored since
  static_cast<void>(beat(kiosk));
  auto const number = set("sound", {"always", "5"}).value();
  EXPECT_EQ(number, 42);
  EXPECT_THAT(beat(kiosk), testing::SizeIs(1));
}

TEST_F(RemoteSettings, NumbersAreAboveWhatAKioskMayHaveHeardSinceTheBackup) {
  static_cast<void>(beat(kiosk));
  ASSERT_EQ(set("sound", {"always", "5"}).value(), 1);
  ASSERT_TRUE(store.write([&](storage::Database& database) { return changes::begin_epoch(database, now); }));
  auto const number = set("sound", {"elder", "3"}).value();
  kiosk.item("sound").revision = 2;  // of what was lost, and set before it was heard again
  EXPECT_THAT(beat(kiosk), ElementsAre(protocol::ItemTold{"sound", number, {"elder", "3"}}));
}

TEST_F(RemoteSettings, TheIdleTimeOfTheDeltaEndsWhereTheItemHolds) {
  protocol::ConfigChange config;
  config.idle_seconds = 120;
  ASSERT_TRUE(fleet::set_settings(store, "li", "K1", config, now));
  static_cast<void>(beat(kiosk));
  ASSERT_TRUE(set("idle", {"90", "30", "60"}));
  auto const told = beat(kiosk);
  EXPECT_EQ(value("SELECT idle_seconds FROM kiosk_settings"), "120");
  kiosk.take(told.at(0));
  static_cast<void>(beat(kiosk));
  EXPECT_EQ(value("SELECT COUNT(*) FROM kiosk_settings WHERE idle_seconds IS NULL"), "1");
}

struct Hall : RemoteSettings {
  void SetUp() override {
    RemoteSettings::SetUp();
    for (auto const* id : {"K2", "K3", "K4"}) enrol(id, "天河大厅", "440106");
    enrol("K5", "另一个大厅", "440106");
    enrol("K6", "越秀大厅", "440104");
    for (auto const* id : {"K1", "K2", "K3", "K4", "K5"}) static_cast<void>(beat(kiosk, id));
  }
  void enrol(std::string const& id, std::string const& hall, std::string const& region) {
    ASSERT_TRUE(store.enrol_kiosk({id, region, hall}, store::key_hash(SecretText{id}), now));
  }
  std::string told_first(std::int64_t revision) const {
    return value("SELECT COUNT(*) FROM setting_targets WHERE stage = 1 AND revision = " +
                 std::to_string(revision));
  }
};

TEST_F(Hall, TheFirstOnesAreToldAndTheRestByAPressOnceTheyAnswered) {
  auto const number = set("sound", {"always", "5"}, Scope::hall, {{"K2"}}).value();
  EXPECT_EQ(value("SELECT COUNT(*) FROM setting_targets"), "4") << "the hall's";
  EXPECT_THAT(beat(kiosk, "K1"), ElementsAre());
  EXPECT_THAT(remote_settings::release(store, tianhe, number, now).failure().detail,
              HasSubstr("还有 1 台没有答复"));
  FarKiosk second;
  second.take(beat(kiosk, "K2").at(0));
  static_cast<void>(beat(second, "K2"));
  EXPECT_THAT(beat(kiosk, "K3"), ElementsAre());
  ASSERT_TRUE(remote_settings::release(store, tianhe, number, now));
  EXPECT_THAT(beat(kiosk, "K3"), testing::SizeIs(1));
  EXPECT_THAT(beat(kiosk, "K5"), ElementsAre());
  EXPECT_EQ(remote_settings::release(store, tianhe, number, now).failure().detail, "全部终端都已经告知");
}

TEST_F(Hall, AVersionOfTheProgramGoesOnOnceTheFirstOnesRunItWithoutAlarms) {
  auto const let = [&](accounts::Keeper const& by, std::string const& version) {
    return remote_settings::set(store, by, {"K1", "program", {version}, Scope::hall, {{"K2"}}}, now);
  };
  EXPECT_EQ(let(tianhe, "2").failure().code, FailureCode::role_refused) << "machines are the operators'";
  EXPECT_EQ(let(operators, "2; rm").failure().code, FailureCode::input_invalid);
  auto const number = let(operators, "2").value();
  FarKiosk second;
  second.take(beat(kiosk, "K2").at(0));
  static_cast<void>(beat(second, "K2"));
  auto const release = [&](accounts::Keeper const& by) {
    auto const done = remote_settings::release(store, by, number, now);
    return done ? std::string{"told"} : done.failure().detail;
  };
  EXPECT_THAT(release(operators), HasSubstr("还有 1 台没有升级"));
  protocol::Health upgraded;
  upgraded.program_version = "2";
  upgraded.settings = second.items;
  ASSERT_TRUE(fleet::take_health(store, "K2", upgraded, now));
  auto const alarm = [&](std::string const& id, std::string const& kiosk_id, std::int64_t begun) {
    ASSERT_TRUE(store.write([&](storage::Database& database) {
      return database
          .prepare(
              "INSERT INTO alarms (id, kiosk, kind, detail, begun_ms, seen_ms) VALUES ($1, $2, $1, '', $3, "
              "$3)")
          .bind(1, id)
          .bind(2, kiosk_id)
          .bind(3, begun)
          .run();
    }));
  };
  alarm("before", "K2", now.ms - 1);
  alarm("elsewhere", "K3", now.ms + 1);
  alarm("after", "K2", now.ms + 1);
  EXPECT_THAT(release(operators), HasSubstr("有 1 台正在报警"));
  ASSERT_TRUE(store.write([](storage::Database& database) {
    return database.execute("UPDATE alarms SET ended_ms = 1 WHERE id = 'after'");
  }));
  EXPECT_NE(release(tianhe), "told");
  EXPECT_EQ(release(operators), "told");
  EXPECT_THAT(beat(kiosk, "K3"), testing::SizeIs(1));
}

TEST_F(Hall, WhatIsTakenBackIsNeverToldToThoseWhoDoNotHaveIt) {
  auto const number = set("sound", {"always", "5"}, Scope::region, {{"K2"}}).value();
  FarKiosk second;
  second.take(beat(kiosk, "K2").at(0));
  static_cast<void>(beat(second, "K2"));
  ASSERT_TRUE(remote_settings::take_back(store, tianhe, number, now));
  EXPECT_EQ(beat(second, "K2").at(0).values, (kiosk_items::Values{"elder", "4"}));
  EXPECT_FALSE(remote_settings::release(store, tianhe, number, now));
  EXPECT_THAT(beat(kiosk, "K3"), ElementsAre());
}

TEST_F(Hall, AShareIsAlwaysTheSameOnesAndAtLeastOne) {
  auto const first = set("sound", {"always", "5"}, Scope::region, {{}, 40}).value();
  auto const again = set("idle", {"90", "30", "60"}, Scope::region, {{}, 40}).value();
  EXPECT_EQ(told_first(first), "2");
  EXPECT_EQ(value("SELECT COUNT(*) FROM setting_targets a JOIN setting_targets b ON a.kiosk = b.kiosk AND "
                  "a.stage = b.stage WHERE a.revision = " +
                  std::to_string(first) + " AND b.revision = " + std::to_string(again)),
            "5");
  EXPECT_EQ(told_first(set("sound", {"never", "1"}, Scope::region, {{}, 1}).value()), "1");
  EXPECT_EQ(set("sound", {"never", "1"}, Scope::hall, {{"K5"}}).failure().code, FailureCode::input_invalid);
}

TEST_F(Hall, AHeldRevisionDoesNotHoldUpALaterOneOfAnotherItem) {
  auto const held = set("sound", {"always", "5"}, Scope::hall, {{"K2"}}).value();
  auto const later = set("idle", {"90", "30", "60"}).value();
  auto const told = beat(kiosk);
  EXPECT_EQ(told.at(0).revision, later);
  kiosk.take(told.at(0));
  FarKiosk second;
  second.take(beat(second, "K2").at(0));
  static_cast<void>(beat(second, "K2"));
  ASSERT_TRUE(remote_settings::release(store, tianhe, held, now));
  EXPECT_EQ(beat(kiosk).at(0).revision, held) << "each item has a number of its own";
}

TEST_F(Hall, AKioskEnrolledLaterGetsWhatWasSetForItsHallAndItsRegion) {
  ASSERT_TRUE(set("sound", {"never", "1"}, Scope::region));
  auto const sound = set("sound", {"always", "5"}, Scope::region).value();
  auto const idle =
      remote_settings::set(store, tianhe, {"K2", "idle", {"90", "30", "60"}, Scope::hall}, now).value();
  ASSERT_TRUE(set("language", {"en"})) << "for K1 alone";
  enrol("K7", "天河大厅", "440106");
  enrol("K8", "另一个大厅", "440106");
  enrol("K9", "天河大厅", "440104");
  FarKiosk later;
  auto const told = beat(later, "K7");
  EXPECT_THAT(told, testing::UnorderedElementsAre(protocol::ItemTold{"sound", sound, {"always", "5"}},
                                                  protocol::ItemTold{"idle", idle, {"90", "30", "60"}}));
  for (auto const& word : told) later.take(word);
  EXPECT_THAT(beat(later, "K7"), ElementsAre());
  EXPECT_EQ(standing("sound", "K7"), Standing::applied);
  later.item("sound").values = {"elder", "3"};
  EXPECT_THAT(beat(later, "K7"), ElementsAre()) << "what its staff set afterwards stands";
  EXPECT_THAT(beat(FarKiosk{}, "K8"), ElementsAre(protocol::ItemTold{"sound", sound, {"always", "5"}}));
  EXPECT_THAT(beat(FarKiosk{}, "K9"), ElementsAre()) << "another county's, whatever its hall's name";
  ASSERT_TRUE(remote_settings::take_back(store, tianhe, sound, now));
  EXPECT_EQ(beat(FarKiosk{}, "K8").at(0).values, (kiosk_items::Values{"elder", "4"})) << "what it came with";
}

TEST_F(Hall, AKioskEnrolledLaterIsToldNothingThatWasTakenBackOrThatItHasANewerWordOf) {
  auto const first = set("sound", {"never", "1"}, Scope::region).value();
  auto const wrong = set("sound", {"always", "5"}, Scope::region).value();
  ASSERT_TRUE(set("idle", {"90", "30", "60"}, Scope::region));
  ASSERT_TRUE(remote_settings::take_back(store, tianhe, wrong, now));
  enrol("K7", "天河大厅", "440106");
  auto const own = remote_settings::set(store, tianhe, {"K7", "idle", {"40", "20", "60"}}, now).value();
  EXPECT_THAT(beat(FarKiosk{}, "K7"),
              testing::UnorderedElementsAre(protocol::ItemTold{"sound", first, {"never", "1"}},
                                            protocol::ItemTold{"idle", own, {"40", "20", "60"}}));
}

TEST_F(Hall, AKioskEnrolledLaterWaitsWithTheSecondStage) {
  auto const before = set("sound", {"never", "1"}, Scope::hall).value();
  FarKiosk first;
  first.take(beat(kiosk, "K2").at(0));
  auto const held =
      remote_settings::set(store, tianhe, {"K2", "sound", {"always", "5"}, Scope::region, {{"K2"}}}, now)
          .value();
  enrol("K7", "天河大厅", "440106");
  EXPECT_THAT(beat(FarKiosk{}, "K7"), ElementsAre(protocol::ItemTold{"sound", before, {"never", "1"}}));
  first.take(beat(first, "K2").at(0));
  static_cast<void>(beat(first, "K2"));
  ASSERT_TRUE(remote_settings::release(store, tianhe, held, now));
  EXPECT_THAT(beat(FarKiosk{}, "K7"), ElementsAre(protocol::ItemTold{"sound", held, {"always", "5"}}));
}

}  // namespace
}  // namespace ce::test
