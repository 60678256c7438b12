#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {
namespace {

using present::Tone;

present::View base() {
  present::ProgressView v;
  v.person = sample_person();
  v.years = {{2026, "2026 年度", true},
             {2025, "2025 年度", false, true},
             {2024, "2024 年度", false},
             {2023, "2023 年度", false}};
  v.year = 2026;
  v.year_label = "2026 年度";
  v.verdict = {"还差 20 学时", Tone::notice};
  v.total_done = "52";
  v.total_required = "72 学时";
  v.total_fraction = 52.F / 72;
  v.subjects = {{"公需科目", "18", "18 学时", {"已完成", Tone::good}, 1.F, {}, "", ""},
                {"专业科目",
                 "28",
                 "42 学时",
                 {"还差 14 学时", Tone::notice},
                 28.F / 42,
                 8.F / 14,
                 "其中必修 8 / 14 学时",
                 "未完成"},
                {"选修科目", "6", "12 学时", {"还差 6 学时", Tone::notice}, 0.5F, {}, "", "未完成"}};
  v.missing = {"还差专业科目 14 学时、专业科目必修 6 学时、选修科目 6 学时",
               "另有 1 条记录正在审核，认定后计入", "下一步：按 2026 学习指南学习专业科目、选修科目并登记"};
  v.records_title = "学习记录（共 14 条）";
  v.records = {{"BIM 技术在装配式建筑中的应用",
                "广东省建设工程质量安全检测总站 · 3月11日至13日 · 专业科目",
                "计 18 学时",
                {"已认定", Tone::good},
                ""},
               {"2026 年公需科目：人工智能与高质量发展",
                "广东省继续教育公共服务平台 · 4月20日 · 公需科目",
                "计 18 学时",
                {"已认定", Tone::good},
                ""},
               {"建筑抗震设计规范宣讲会",
                "广东省土木建筑学会 · 6月2日 · 专业科目",
                "计 6 学时",
                {"待行业主管部门审核认定", Tone::neutral},
                "现场半日，按实际学时计"},
               {"实验室安全操作规程",
                "本单位内训 · 7月15日 · 选修科目",
                "计 0 学时",
                {"已退回，请修改", Tone::bad},
                "考核未通过，不计学时"},
               {"岭南建筑遗产保护与活化利用高级研修班",
                "华南理工大学继续教育学院 · 8月9日至15日 · 专业科目",
                "计 42 学时",
                {"已认定", Tone::good},
                ""}};
  v.paging = {0, 4, "第 1 / 4 页", "上一页", "下一页"};
  v.newer_label = "较近的年度";
  v.older_label = "较早的年度";
  v.learn = present::LearnView{"手机扫码学习", "上网学习",
                               *present::learning_site("https://jxjy.example.gov.cn/xuexi/zhuanji")};
  v.certificates_label = "历年证书";
  v.print_hint = "学习任务完成并经审核后，可在此打印证书。";
  auto frame = sample_frame("年度学习进度", true);
  frame.privacy_hint = "请注意遮挡，保护个人信息";
  return {"progress", frame, v, {}};
}

present::View complete() {
  auto view = base();
  auto& v = std::get<present::ProgressView>(view.body);
  v.verdict = {"年度学习任务已完成", Tone::good};
  v.total_done = "78.5";
  v.total_fraction = 1;
  v.subjects[1] = {"专业科目", "44.5", "42 学时", {"已完成", Tone::good}, 1.F, 1.F, "其中必修 14 / 14 学时",
                   ""};
  v.subjects[2] = {"选修科目", "16", "12 学时", {"已完成", Tone::good}, 1.F, {}, "", ""};
  v.missing.clear();
  v.learn.reset();
  v.print_label = "打印证书";
  v.print_hint.clear();
  return view;
}

present::View nothing_yet() {
  auto view = base();
  auto& v = std::get<present::ProgressView>(view.body);
  v.verdict = {"还差 72 学时", Tone::notice};
  v.total_done = "0";
  v.total_fraction = 0;
  for (auto& subject : v.subjects) {
    subject.done = "0";
    subject.fraction = 0;
    subject.standing = {"尚未开始", Tone::notice};
  }
  v.subjects[1].mandatory_fraction = 0.F;
  v.subjects[1].mandatory = "其中必修 0 / 14 学时";
  v.missing = {"本年度还没有学习记录。", "公需科目可在“广东省专业技术人员继续教育公共服务平台”在线学习。",
               "专业科目请向本单位或行业主管部门了解当年学习指南。"};
  v.records_title = "学习记录";
  v.records.clear();
  v.no_records = "本年度没有学习记录";
  v.paging = {};
  v.years = {{2026, "2026 年度", true}};
  return view;
}

present::View rare_name() {
  auto view = base();
  auto& v = std::get<present::ProgressView>(view.body);
  v.person.masked_name = "**𫖯";
  v.person.full_name = "陈䶮𫖯";
  v.person.employer = "中国科学院深圳先进技术研究院粤港澳大湾区生物医药与高端医疗器械联合创新中心";
  v.records[0].content = "䶮𠂇㐆与数字化古籍整理——面向图书资料专业人员的生僻字处理与国家标准高级研修班";
  view.frame.line = {"离线", Tone::notice};
  view.frame.as_of = "当前离线，数据截至 11月23日 18:30";
  v.paging = {3, 4, "第 4 / 4 页", "上一页", "下一页"};
  return view;
}

present::View full_page() {
  auto view = complete();
  auto& v = std::get<present::ProgressView>(view.body);
  v.person.masked_name = "***********尼";
  v.person.employer = "东莞市某精密电子有限公司";
  v.records_title = "学习记录（共 40 条）";
  v.paging = {1, 10, "第 2 / 10 页", "上一页", "下一页"};
  view.countdown = present::CountdownView{"您还在吗？", "为保护个人信息，稍后将自动退出并清除本次查询。", 17,
                                          0.85F, "继续办理"};
  return view;
}

// Who has learnt since the regulation came into force.
present::View many_years() {
  auto view = base();
  auto& v = std::get<present::ProgressView>(view.body);
  v.years.clear();
  for (int year = 2026; year > 2010; --year) {
    v.years.push_back({year, std::to_string(year) + " 年度", year == 2020, year % 5 != 0});
  }
  v.year = 2020;
  v.year_label = "2020 年度";
  return view;
}

}  // namespace

std::vector<Sample> progress_samples() {
  auto quiet = full_page();
  quiet.countdown.reset();
  return {{"progress-incomplete", base()},   {"progress-complete", complete()},
          {"progress-empty", nothing_yet()}, {"progress-rare", rare_name()},
          {"progress-many", quiet},          {"progress-years", many_years()},
          {"countdown", full_page()}};
}

}  // namespace ce::samples
