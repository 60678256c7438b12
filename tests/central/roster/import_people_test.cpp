#include "central/roster/import_people.h"

#include <atomic>
#include <thread>

#include "central/registration/report_file.h"
#include "central/registration/rows.h"
#include "fixture.h"
#include "support/files.h"

namespace ce::roster {
namespace {

using registration::ImportReport;
using registration::RowFate;
using testing::HasSubstr;

struct ImportPeopleTest : test::RosterTest {
  static std::string line(int sequence, std::string const& rest) {
    return test::number_of(sequence) + ',' + rest + '\n';
  }
  std::string const headings = "证件号码,姓名,所属地区,用人单位,托管机构\n";

  ImportReport taken(std::string const& bytes, bool whole = false) {
    auto report = import_people(store, county, bytes, {.all_or_nothing = whole}, now);
    EXPECT_TRUE(report) << describe(report.failure());
    return report ? std::move(report).value() : ImportReport{};
  }
  static std::string fault(ImportReport const& report, std::size_t row) {
    return registration::sentence(report.rows.at(row).faults);
  }
};

TEST_F(ImportPeopleTest, SoundRowsAreOpenedAndTheOthersSaidWhy) {
  auto const file = headings + line(30, "赵一,440106,天河设计院,") +
                    line(31, "钱二,广州市天河区,,越秀人才服务中心") + line(30, "赵一,440106,天河设计院,") +
                    line(32, "孙三,440306,天河设计院,") + line(33, "李四,440106,没有,") + id_number.reveal() +
                    ",陈家明,440106,天河设计院,\n" + id_number.reveal().substr(0, 17) +
                    "5,周五,440106,天河设计院,\n";
  auto const report = taken(file);
  EXPECT_EQ(report.count(RowFate::registered), 2U);
  EXPECT_THAT(fault(report, 2), HasSubstr("与前面的一行相同"));
  EXPECT_THAT(fault(report, 3), HasSubstr("不归本部门管理"));
  EXPECT_THAT(fault(report, 4), HasSubstr("没有这个单位"));
  EXPECT_EQ(report.rows.at(5).fate, RowFate::repeated) << "known, with the same words";
  EXPECT_THAT(fault(report, 6), HasSubstr("校验位不对"));
  EXPECT_THAT(entries(), testing::ElementsAre(testing::StartsWith("people_imported file ")));
  EXPECT_EQ(count("hosted_files"), 2);
}

TEST_F(ImportPeopleTest, TheSameFileAgainChangesNothing) {
  auto const file = headings + line(30, "赵一,440106,天河设计院,");
  static_cast<void>(taken(file));
  static_cast<void>(entries());
  EXPECT_EQ(taken(file).count(RowFate::repeated), 1U);
  EXPECT_TRUE(entries().empty());
  auto const other_words = taken(headings + line(30, "赵壹,440106,天河设计院,"));
  EXPECT_THAT(fault(other_words, 0), HasSubstr("此人已经建档")) << "a file overwrites nobody";
}

TEST_F(ImportPeopleTest, AllOrNothingIsOneTransaction) {
  auto const before = count("professionals");
  auto const report =
      taken(headings + line(30, "赵一,440106,天河设计院,") + line(31, "钱二,440106,没有,"), true);
  EXPECT_EQ(report.count(RowFate::withheld), 1U);
  EXPECT_EQ(count("professionals"), before);
  EXPECT_TRUE(entries().empty());
}

// Everybody else who writes waits for a file that is taken whole: not for one that is refused.
TEST_F(ImportPeopleTest, AFaultyFileThatIsTakenWholeNeedsNoWriter) {
  std::atomic<bool> begun = false;
  std::atomic<bool> held = true;
  std::jthread const writer{[&] {
    EXPECT_TRUE(store.write([&](storage::Database&) -> Result<void> {
      begun = true;
      for (int i = 0; i < 1000 && held; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{10});
      held = false;
      return {};
    }));
  }};
  while (!begun) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  auto const report =
      taken(headings + line(30, "赵一,440106,天河设计院,") + line(31, "钱二,440106,没有,"), true);
  EXPECT_TRUE(held) << "it waited for the writer";
  held = false;
  EXPECT_EQ(report.rows.at(0).fate, RowFate::withheld);
  EXPECT_EQ(report.rows.at(1).fate, RowFate::refused);
}

TEST_F(ImportPeopleTest, FilesThatAreNoneAreRefused) {
  auto const refused = [&](std::string const& bytes) {
    return describe(import_people(store, county, bytes, {}, now).failure());
  };
  EXPECT_THAT(refused("姓名,所属地区\n甲,440106\n"), HasSubstr("第一行缺少“证件号码”"));
  EXPECT_THAT(refused(headings), HasSubstr("没有内容"));
  EXPECT_THAT(refused("证件号码,姓名,所属地区,学时\n1,甲,440106,3\n"), HasSubstr("“学时”不是本表的列"));
  EXPECT_THAT(refused("证件号码,姓名,姓名,所属地区\n1,甲,乙,440106\n"), HasSubstr("有两列"));
  EXPECT_EQ(import_people(store, keeper, headings + "1,甲,440106,,\n", {}, now).failure().code,
            FailureCode::role_refused);
}

TEST_F(ImportPeopleTest, TheTemplateIsReadBack) {
  auto const file = directory.path() / "people.xlsx";
  ASSERT_TRUE(write_people_template(file));
  EXPECT_THAT(describe(import_people(store, county, test::read_all(file), {}, now).failure()),
              HasSubstr("列名之下没有内容"))
      << "its headings were taken";
}

TEST_F(ImportPeopleTest, StopsWhereItIsAskedTo) {
  std::string file = headings;
  for (int i = 0; i < 500; ++i) file += line(100 + i, "赵一,440106,天河设计院,");
  auto const stopped =
      import_people(store, county, file,
                    {.progress = [](std::size_t done, std::size_t) { return done <= 500 + 250; }}, now);
  EXPECT_THAT(describe(stopped.failure()), HasSubstr("已按要求停止"));
  EXPECT_EQ(count("professionals WHERE name = '赵一'"), 200) << "whole transactions stay";
  EXPECT_EQ(taken(file).count(RowFate::repeated), 200U);
  EXPECT_EQ(count("professionals WHERE name = '赵一'"), 500);
}

// Its process was killed and another takes the job up: what the job itself opened was not there before.
TEST_F(ImportPeopleTest, AJobThatIsTakenUpAgainTellsItsOwnAsOpened) {
  std::string file = headings + line(30, "赵一,440106,天河设计院,");
  static_cast<void>(taken(file));
  for (int i = 0; i < 300; ++i) file += line(100 + i, "赵一,440106,天河设计院,");
  auto const stopped = import_people(
      store, county, file,
      {.job = "job-1", .progress = [](std::size_t done, std::size_t) { return done <= 301 + 250; }}, now);
  ASSERT_FALSE(stopped);
  ASSERT_EQ(count("professionals WHERE name = '赵一'"), 200) << "whole transactions stay";
  static_cast<void>(entries());
  auto const again = import_people(store, county, file, {.job = "job-1"}, now);
  ASSERT_TRUE(again) << describe(again.failure());
  EXPECT_EQ(again->count(RowFate::registered), 300U);
  EXPECT_EQ(again->count(RowFate::repeated), 1U) << "opened by another file";
  EXPECT_EQ(count("professionals WHERE name = '赵一'"), 301);
  EXPECT_EQ(entries().size(), 1U) << "of those that it opened now";
  auto const other_job = import_people(store, county, file, {.job = "job-2"}, now);
  EXPECT_EQ(other_job->count(RowFate::repeated), 301U);
}

}  // namespace
}  // namespace ce::roster
