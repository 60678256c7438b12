// People who left and of whom nothing is to be kept.
#include "central/roster/departed.h"

#include "fixture.h"

namespace ce::roster {
namespace {

using testing::ElementsAre;

struct DepartedTest : test::RosterTest {
  static constexpr std::int64_t departed_year = 31'557'600'000;

  std::int64_t open(int sequence) {
    PersonEntry const entry{
        SecretText{test::number_of(sequence)}, SecretText{"欧阳慧敏"}, "440106", "天河设计院", {}};
    return open_person(store, county, entry, now).value().id;
  }
  void close(std::int64_t person, bool closed = true) {
    ASSERT_TRUE(set_person_closed(store, county, seen(person), closed, now));
  }
  std::int64_t after(std::int64_t years) {
    return drop_departed(store, 3, {now.ms + years * departed_year + 1}).value();
  }
  std::int64_t there(std::int64_t person) const {
    return count("professionals WHERE id = " + std::to_string(person));
  }
};

TEST_F(DepartedTest, GoWithAllThatWasOfThemAndLeaveAnEntry) {
  auto const person = open(20);
  auto const id = std::to_string(person);
  write("INSERT INTO query_passwords (professional, hash) VALUES (" + id + ", 'x')");
  write("INSERT INTO visit_codes (professional, code_hash, expires_ms) VALUES (" + id + ", 'y', 1)");
  write("INSERT INTO forgotten_people (professional, forgotten_ms) VALUES (" + id + ", 1)");
  write(
      "INSERT INTO accounts (id, login, shown_name, role, region, professional, hash, disabled, "
      "must_change_password, created_by, created_ms) VALUES ('acc-gone', 'gone', 'x', 'professional', "
      "'440106', " +
      id + ", '', 0, 0, '', 1)");
  write("INSERT INTO sessions (token_hash, account, begun_ms, used_ms) VALUES ('t', 'acc-gone', 1, 1)");
  close(person);
  static_cast<void>(entries());
  EXPECT_EQ(after(2), 0);
  EXPECT_EQ(there(person), 1) << "whoever comes back within the time is opened again";
  EXPECT_EQ(after(3), 1);
  EXPECT_EQ(there(person), 0);
  for (auto const* table :
       {"query_passwords", "visit_codes", "forgotten_people", "accounts", "yearly_standings"}) {
    EXPECT_EQ(count(std::string{table} + " WHERE professional = " + id), 0) << table;
  }
  EXPECT_EQ(count("sessions WHERE account = 'acc-gone'"), 0);
  EXPECT_THAT(entries(), ElementsAre("person_dropped professional " + id + " @440106"));
  EXPECT_EQ(count("changes WHERE scope = '440106' AND kind = 'standing' AND id = '" + id + "'"), 1)
      << "kiosks hear of it";
  EXPECT_EQ(after(9), 0);
}

TEST_F(DepartedTest, StayWhereTheyAreOpenOrHaveARecordOrACertificate) {
  auto const open_one = open(20);
  auto const learnt = open(21);
  auto study = course();
  study.id_number = SecretText{test::number_of(21)};
  study.name = SecretText{"欧阳慧敏"};
  ASSERT_TRUE(registration::register_record(store, institution, study, now));
  close(learnt);
  auto const back = open(22);
  close(back);
  close(back, false);
  EXPECT_EQ(after(50), 0);
  for (auto const person : {open_one, learnt, back}) EXPECT_EQ(there(person), 1);
}

}  // namespace
}  // namespace ce::roster
