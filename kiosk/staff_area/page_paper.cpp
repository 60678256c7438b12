#include "kiosk/staff_area/blank_text.h"
#include "kiosk/staff_area/pages.h"
#include "kiosk/staff_area/step.h"

namespace ce::staff_area {

using present::StaffPageView;
using present::StaffSign;
using present::Tone;
using session::StaffKey;

namespace {

void type_here(StaffPageView& view, State const& state, char const* confirm) {
  view.typing = present::StaffTyping::letters;
  view.erase_label = "退格";
  view.clear_label = "清空";
  view.confirm_label = confirm;
  view.can_confirm = may_confirm(state);
}

present::Tagged range_note(Loading const& page) {
  auto const first = parse_blank(page.first);
  auto const last = parse_blank(page.last);
  if (!first || (page.at_last && !last)) return {"照纸上印的号码输入，连同字母和前面的 0", Tone::neutral};
  if (!page.at_last) return {"再输入最后一张的号码", Tone::neutral};
  if (!is_run(*first, *last)) return {"两个号码的字母和位数要一样，最后一张不小于第一张", Tone::bad};
  return {"共 " + std::to_string(last->serial - first->serial + 1) + " 张，请与纸包上的张数核对", Tone::good};
}

/// Which sheets will be void: the one that was named, or all before the one on top of the tray.
std::string void_question(State const& state, Numbering const& page) {
  if (page.task != PaperTask::top_sheet) return "作废 " + page.number + "？";
  auto const top = parse_blank(page.number);
  auto const next = state.paper && state.paper->next ? parse_blank(*state.paper->next) : std::nullopt;
  if (!top || !next || top->serial <= next->serial) return "最上面一张是 " + page.number + "？";
  return "跳过并作废从 " + *state.paper->next + " 起的 " + std::to_string(top->serial - next->serial) +
         " 张？";
}

StaffPageView sure_of_void(State const& state, Numbering const& page) {
  bool const top = page.task == PaperTask::top_sheet;
  StaffPageView view;
  view.headline = void_question(state, page);
  view.sentences = {"原因：" + page.reason + "。",
                    top ? "登记后，下一张用 " + page.number + "。作废的纸号不能恢复，请收回这些纸销毁。"
                        : "作废的纸号不能恢复，请收回这张纸销毁。"};
  view.keys = {no_key(), yes_key("作废")};
  return view;
}

}  // namespace

StaffPageView paper_page(State const& state) {
  StaffPageView view;
  if (!state.numbered) {
    view.headline = "本机使用普通 A4 纸";
    view.sentences = {"普通纸没有印号码，不用登记，打印机缺纸时加纸即可。",
                      "改用带流水号的证书纸，在“设置”的“证书纸”里选择。"};
    view.keys = {{.id = "report",
                  .label = "今天的日报",
                  .sign = StaffSign::log,
                  .touch = {StaffKey::choose, static_cast<int>(PaperTask::report)}}};
    return view;
  }
  if (!state.paper) return waiting_page();
  auto const& paper = *state.paper;
  if (paper.check_due) {
    view.note = {"有打印没有成功：请取出作废的纸，再核对最上面一张的号码", Tone::notice};
  } else if (!paper.next) {
    view.note = {"没有可用的证书纸：请装入并登记号段", Tone::bad};
  } else {
    view.note = {"下一张 " + *paper.next + "，本段还剩 " + std::to_string(paper.left) + " 张；今天使用 " +
                     std::to_string(paper.today.used) + "、作废 " + std::to_string(paper.today.void_),
                 Tone::good};
  }
  auto const card = [&view](char const* id, char const* label, char const* hint, StaffSign sign,
                            PaperTask task) {
    view.cards.push_back({.id = id,
                          .label = label,
                          .hint = hint,
                          .sign = sign,
                          .touch = {StaffKey::choose, static_cast<int>(task)}});
  };
  card("load", "登记装入的证书纸", "第一张和最后一张的号码", StaffSign::add, PaperTask::load);
  card("top_sheet", "核对最上面一张", "纸盒最上面一张的号码与台账是否一致", StaffSign::yes,
       PaperTask::top_sheet);
  card("void", "作废一张", "打坏、污损的证书纸，需选原因", StaffSign::no, PaperTask::declare_void);
  card("report", "今天的日报", "使用、作废、剩余，与管理系统一致；也可以看前几天的", StaffSign::log,
       PaperTask::report);
  return view;
}

StaffPageView loading_page(State const& state, Loading const& page) {
  StaffPageView view;
  view.headline = "装入的是哪一段号码？";
  view.fields = {{"第一张的号码", page.first, "如 N00000001", !page.at_last},
                 {"最后一张的号码", page.last, "如 N00000500", page.at_last}};
  view.note = range_note(page);
  type_here(view, state, page.at_last ? "登记" : "下一项");
  return view;
}

/// A ledger that is new or was old: whoever confirms has looked, and answers for it.
StaffPageView ledger_page(State const& state, Numbering const& page) {
  StaffPageView view;
  view.headline = state.numbered ? "纸盒最上面一张是几号？" : "从哪一号继续？";
  view.fields = {{"纸号", page.number, state.numbered ? "照纸上印的号码输入" : "下一个没有用过的号码", true}};
  auto const next = state.paper ? state.paper->next : std::nullopt;
  view.note = {(next ? "按台账，下一张是 " + *next + "。" : std::string{}) +
                   (state.numbered ? "跳过的号码，是这份台账里没有的打印用掉的。"
                                   : "普通纸上没有印号码，按台账的下一号继续。") +
                   "确认后恢复打印，并告知管理系统",
               Tone::notice};
  type_here(view, state, "确认");
  return view;
}

StaffPageView numbering_page(State const& state, Numbering const& page) {
  if (page.task == PaperTask::accept_ledger) return ledger_page(state, page);
  StaffPageView view;
  bool const top = page.task == PaperTask::top_sheet;
  if (!page.reason.empty()) return sure_of_void(state, page);
  if (page.reasons) {
    view.headline = top ? "跳过的证书纸为何作废？" : page.number + " 为何作废？";
    for (std::size_t i = 0; i < void_reasons.size(); ++i) {
      view.cards.push_back({.id = "reason_" + std::to_string(i),
                            .label = void_reasons.at(i),
                            .sign = StaffSign::option,
                            .touch = {StaffKey::choose, static_cast<int>(i)}});
    }
    return view;
  }
  view.headline = top ? "纸盒最上面一张是几号？" : "哪一张作废？";
  view.fields = {{"纸号", page.number, "照纸上印的号码输入", true}};
  if (top && state.paper && state.paper->next) {
    view.note = {"按台账，下一张是 " + *state.paper->next, Tone::neutral};
  } else {
    view.note = {
        top ? "还没有登记号段，请先登记装入的证书纸" : "作废的如果是打印好的证书，请再到管理系统办理补打",
        top ? Tone::bad : Tone::neutral};
  }
  type_here(view, state, "下一步");
  return view;
}

}  // namespace ce::staff_area
