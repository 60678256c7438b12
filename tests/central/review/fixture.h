#pragma once

#include "central/registration/csv.h"
#include "central/registration/fixture.h"
#include "central/registration/register.h"
#include "central/review/history.h"
#include "central/review/step.h"
#include "central/review/work_list.h"

namespace ce::test {

using credit::Decision;
using credit::ReviewState;
using registration::Actor;

/// A professional course of person 1 at the start of its review, and everybody who reviews it.
struct ReviewTest : RegistrationTest {
  std::int64_t record = 0;
  Actor const industry{.account = "industry-1",
                       .party = credit::Party::industry_authority,
                       .level = credit::Level::county,
                       .region = "440106",
                       .industries = {"construction"}};
  Actor const hrss{
      .account = "hrss-1", .party = credit::Party::hrss, .level = credit::Level::county, .region = "440106"};

  void SetUp() override {
    RegistrationTest::SetUp();
    record = add("注册建筑师继续教育");
  }
  std::int64_t add(std::string const& content) {
    return registration::register_record(store, institution, course(content), now).value().record;
  }
  /// A file of person 1's courses, "课程0" to "课程49", on those days.
  std::string fifty_courses(std::string const& first_day, std::string const& last_day) const {
    std::vector<std::vector<std::string>> rows{
        {"证件号码", "姓名", "科目", "学习形式", "学习内容", "开始日期", "结束日期", "学时", "考核结果"}};
    for (int i = 0; i < 50; ++i) {
      rows.push_back({id_number.reveal(), "陈家明", "专业科目", "培训", "课程" + std::to_string(i), first_day,
                      last_day, "6", "合格"});
    }
    return registration::csv_text(rows);
  }
  Result<review::Outcome> decide(Actor const& actor, std::int64_t version,
                                 Decision decision = Decision::approve, std::string const& reason = {}) {
    return review::take_step(store, actor, {record, version, decision, reason}, now);
  }
  std::string refusal(Actor const& actor, std::int64_t version, Decision decision = Decision::approve,
                      std::string const& reason = {}) {
    auto const done = decide(actor, version, decision, reason);
    return done ? "taken" : describe(done.failure());
  }
  std::size_t work_of(Actor const& actor) const {
    return review::work_list(store, actor).value().items.size();
  }
};

}  // namespace ce::test
