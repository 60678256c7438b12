#pragma once

#include "central/registration/actor.h"
#include "central/registration/entry.h"
#include "central/store/fixture.h"
#include "shared/identity/id_number.h"

namespace ce::test {

/// A number of somebody born in 1885, with its check digit.
inline std::string number_of(int sequence) {
  auto const digits = std::to_string(1000 + sequence).substr(1);
  auto number = "44010618850312" + digits;
  return number + identity::check_character(number);
}

/// A store with two employers, an institution, an approved site, an agency and some people: 1 and 2 work for
/// employer 1, 3 for employer 2 (provincial), 4 has a hosted file, 5 has nobody.
struct RegistrationTest : StoreTest {
  void SetUp() override {
    StoreTest::SetUp();
    write(
        "INSERT INTO employers (id, name, region, provincial, industry) VALUES (1, '天河设计院', '440106', "
        "0, "
        "'construction'), (2, '省属研究所', '440106', 1, 'science')");
    write(
        "INSERT INTO institutions (id, name, region, approved_online) VALUES (1, '广州继续教育基地', "
        "'440100', 0), (2, '广东学习平台', '440000', 1)");
    write("INSERT INTO talent_agencies (id, name, region) VALUES (1, '越秀人才服务中心', '440104')");
    write("UPDATE professionals SET employer = 1 WHERE id = 1");
    for (int i = 2; i <= 5; ++i)
      add_person(i, number_of(i), "学员" + std::string{"甲乙丙丁戊"}.substr(3 * std::size_t(i - 1), 3));
    write("UPDATE professionals SET employer = 1 WHERE id = 2");
    write("UPDATE professionals SET employer = 2 WHERE id = 3");
    write("INSERT INTO hosted_files (professional, agency, since_ms) VALUES (4, 1, 0)");
  }

  registration::Actor const institution{
      .account = "training-1", .party = credit::Party::institution, .region = "440100", .unit = 1};
  registration::Actor const employer{
      .account = "employer-1", .party = credit::Party::employer, .region = "440106", .unit = 1};
  registration::Actor const person{
      .account = "person-1", .party = credit::Party::person, .region = "440106", .professional = 1};

  /// A sound course of person 1 that the institution may register.
  registration::Entry course(std::string const& content = "注册建筑师继续教育") const {
    registration::Entry entry;
    entry.id_number = id_number;
    entry.name = SecretText{"陈家明"};
    entry.content = content;
    auto& record = entry.record;
    record.subject = credit::Subject::professional;
    record.activity = credit::Activity::training;
    record.assessment = credit::Assessment::pass;
    record.hours = CreditUnits::hours(12);
    record.start = Date::make(2026, 3, 2).value();
    record.end = Date::make(2026, 3, 3).value();
    return entry;
  }

  std::int64_t count(std::string const& what) const {
    std::int64_t number = 0;
    auto const done = store.read([&](storage::Database& database) -> Result<void> {
      auto row = database.prepare("SELECT COUNT(*) FROM " + what);
      CE_CHECK(row.step());
      number = row.integer(0);
      return {};
    });
    EXPECT_TRUE(done);
    return number;
  }
};

}  // namespace ce::test
