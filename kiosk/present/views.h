#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/present/learning.h"
#include "kiosk/present/staff_view.h"
#include "kiosk/present/tagged.h"
#include "kiosk/present/training_view.h"
#include "kiosk/session/mode.h"

/// What each screen shows, as final words, flags and fractions: no rule, no lookup and no formatting is
/// left to the screens. Plain values, made anew for every change.
namespace ce::present {

/// The edge of every screen.
struct FrameView {
  std::string hall;          // 广州市天河区人力资源和社会保障服务大厅
  std::string title;         // of the task at hand
  std::string date;          // 2026年11月23日 星期一
  std::string clock;         // 14:05
  Tagged line;               // 联网 / 离线
  std::string footer;        // 咨询电话 12333
  std::string privacy_hint;  // 请注意遮挡，保护个人信息; empty where nothing private shows
  bool back = false;         // keys present on this screen
  bool exit = false;
  std::string back_label;
  std::string exit_label;
  std::optional<int> seconds_left;  // on the 退出 key
  std::string elder_label;
  std::string display_label;  // 显示与语言
  std::string repeat_label;   // 重听; empty where nothing is spoken
  bool elder = false;
  bool high_contrast = false;
  bool panel = false;  // 显示与语言 is open
  session::TextSize size = session::TextSize::medium;
  std::vector<std::string> staff_lines;       // 证书纸余 37 张 ...: for staff, quiet; at most two
  std::string as_of;                          // 数据截至 …, while offline data are shown; else empty
  std::optional<TrainingView> training = {};  // while staff practise
};

/// Over the screen while the idle time runs out.
struct CountdownView {
  std::string headline;  // 您还在吗？
  std::string body;
  int seconds = 0;
  float fraction = 0;  // of the countdown that is left
  std::string stay_label;
};

struct HomeView {
  std::string headline;  // 请将身份证放在读卡区
  std::string subline;
  std::string number_label;  // 输入身份证号
  std::string number_hint;
  std::string verify_label;  // 核验证书
  std::string verify_hint;
  std::vector<std::string> steps;  // 放证 · 查询 · 打印 · 取件
  std::optional<Tagged> notice;    // printer out of order, offline ...
  bool reader_ok = true;
};

struct WaitingView {  // reading the card, asking central, verifying
  std::string headline;
  std::string subline;
};

/// Number, password and certificate number entry share one screen.
struct EntryView {
  std::string headline;
  std::vector<FieldView> fields;
  std::optional<Tagged> complaint;
  bool letter_x = false;  // whether the keypad has X
  std::string erase_label;
  std::string clear_label;
  std::string confirm_label;
  bool can_confirm = false;
};

struct PersonView {
  std::string masked_name;
  std::string full_name;  // shown while held
  std::string masked_number;
  std::string full_number;
  std::string employer;
  std::string hold_hint;  // 按住显示
};

struct SubjectView {
  std::string name;                         // 专业科目
  std::string done;                         // 36
  std::string required;                     // 42 学时
  Tagged standing;                          // 已完成 / 还差 6 学时
  float fraction = 0;                       // done of required, at most 1
  std::optional<float> mandatory_fraction;  // the mandatory part done, of its own requirement
  std::string mandatory;                    // 其中必修 14 / 14 学时
  std::string brief;                        // 未完成: where standing has no room beside the hours
  std::string done_alone = {};              // 36 学时: where what is required has no room beside it
};

struct RecordView {
  std::string content;
  std::string detail;  // institution · dates · subject
  std::string hours;   // 计 6 学时
  Tagged review;       // 已认定 / 待用人单位初审 ...
  std::string note;    // why it counted less; may be empty
};

struct YearTab {
  int year = 0;
  std::string label;
  bool chosen = false;
  bool complete = false;  // its task is done
};

/// Where to learn on.
struct LearnView {
  std::string caption;          // 手机扫码学习
  std::string address_caption;  // 上网学习: where there is no room for the code
  LearningSite site;
};

struct ProgressView {
  PersonView person;
  std::vector<YearTab> years;  // the newest first
  std::string newer_label;     // of the keys to those that have no room
  std::string older_label;
  int year = 0;
  std::string year_label;  // 2026 年度
  Tagged verdict;          // 年度学习任务已完成 / 还差 20 学时
  std::string total_done;
  std::string total_required;
  float total_fraction = 0;
  std::vector<SubjectView> subjects;  // three
  std::vector<std::string> missing;   // sentences: what is missing, what to do
  std::optional<LearnView> learn;     // where something is missing and the hall names a site
  std::string records_title;
  std::vector<RecordView> records;  // of this page
  std::string no_records;           // said where there are none
  PageView paging;
  std::optional<std::string> print_label;  // 打印证书, where this year's can be printed
  std::string print_hint;                  // why not, otherwise
  std::string certificates_label;
};

struct CertificateRow {
  int year = 0;
  std::string title;   // 2025 年度证书
  std::string number;  // may be empty
  Tagged state;        // 可打印 / 审核中 / 未完成 / 已撤销 / 已打印
  std::string reason;
  std::optional<std::string> print_label;
};

struct CertificatesView {
  PersonView person;
  std::string headline;
  std::vector<CertificateRow> rows;  // of this page
  std::string none;                  // said where there are none
  PageView paging;
};

struct FactView {
  std::string label;
  std::string value;
};

struct PrintPreviewView {
  std::string headline;
  std::string sheet_title;  // 广东省专业技术人员继续教育证书
  std::string sheet_text;   // the text of the certificate
  std::vector<FactView> facts;
  std::string hint;  // 打印一份，请在出纸口取走
  std::string print_label;
  bool can_print = true;
  std::optional<Tagged> problem;  // printer out of paper ...
};

struct StepView {
  std::string label;
  bool done = false;
  bool current = false;
};

struct PrintingView {
  std::string headline;
  std::string subline;
  std::vector<StepView> steps;  // 登记 · 送打印机 · 打印 · 出纸
  float fraction = 0;
  std::optional<Tagged> holding;
};

struct TakePaperView {
  std::string headline;  // 证书已打印，请从出纸口取走
  std::string subline;
  std::string taken_label;  // 已取走
};

struct TakeCardView {
  std::string headline;  // 请取走您的身份证
  std::string subline;
};

struct VerifyResultView {
  Tagged verdict;  // 证书有效 / 证书已撤销 / 查无此证书
  std::string explanation;
  std::vector<FactView> facts;
  std::string again_label;
};

struct FaultView {
  std::string headline;  // what happened
  std::string advice;    // what you can do
  std::string service;   // number to call
  std::optional<std::string> retry_label;
  std::optional<std::string> leave_label;  // where trying again cannot help
};

struct PausedView {  // staff closed the kiosk to visitors, or the hall is not open
  std::string headline;
  std::string subline;
};

using Body = std::variant<HomeView, WaitingView, EntryView, ProgressView, CertificatesView, PrintPreviewView,
                          PrintingView, TakePaperView, TakeCardView, VerifyResultView, FaultView, PausedView,
                          StaffPageView>;

/// 显示与语言, over the screen: what may be switched and how it stands.
struct PanelView {
  std::string title;
  std::string size_title;
  std::vector<std::string> sizes;  // S, M, L, XL
  int size = 1;                    // -1: elder mode has its own
  std::string look_title;
  std::string elder_label;
  std::string contrast_label;
  bool elder = false;
  bool high_contrast = false;
  std::string language_title;
  std::vector<std::string> languages;  // each in its own words
  int language = 0;
  std::string voice_title;
  std::string voice_label;
  bool voice = false;
  std::string volume_label;  // 音量 4
  int volume = 0;            // session::volume_least..volume_most
  std::string quieter_label;
  std::string louder_label;
  bool sound = true;     // there is something to speak with
  std::string no_sound;  // said where there is not
  std::string done_label;
};

/// What is said aloud when the screen comes.
struct SpeechView {
  std::string key;         // stable: "home", "fault.card_unreadable"; names a recording
  std::string text;        // nothing of a person: everybody near hears it
  std::string in_private;  // and what follows it in a headset: the content of the screen
};

struct View {
  std::string screen;  // stable name of the stage: "home", "progress" ... for tests and logs
  FrameView frame;
  Body body;
  std::optional<CountdownView> countdown;
  std::optional<PanelView> panel = std::nullopt;
  SpeechView speech = {};
};

}  // namespace ce::present
