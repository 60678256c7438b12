#include <algorithm>
#include <utility>

#include "kiosk/staff_area/pages.h"
#include "kiosk/staff_area/step.h"

namespace ce::staff_area {

using present::StaffPageView;
using present::StaffSign;
using present::Tone;
using session::StaffKey;
using staff::CardUse;

namespace {

present::Tagged cards_note(State const& state, std::size_t out) {
  if (state.cards == CardUse::off) {
    return {"本机没有启用员工卡。需要使用时，请管理员在 kiosk.toml 的 [staff] 里设置 card", Tone::notice};
  }
  if (out >= staff::most_cards) {
    return {"员工卡最多 " + std::to_string(out) + " 张，已经满了。要做新卡，请先收回不用的", Tone::notice};
  }
  if (state.cards == CardUse::with_pin) {
    return {out == 0 ? "现在只用密码进入。做好第一张员工卡以后，要先扫卡，再输入密码"
                     : "进入时要先扫员工卡，再输入密码。哪张卡丢了，就在下面点哪张，马上收回",
            Tone::neutral};
  }
  return {out == 0 ? "做一张员工卡，以后扫卡就能进入工作人员区，不用输入密码"
                   : "扫员工卡就能进入工作人员区。哪张卡丢了，就在下面点哪张，马上收回",
          Tone::neutral};
}

StaffPageView sure_of_card(State const& state, NewCard const& page) {
  StaffPageView view;
  view.headline = "打印一张员工卡（" + page.label + "）？";
  view.sentences = {
      "打印出来后，剪下、对折、塑封就能用。二维码只打印这一次：不要拍照，不要复印，以免被人冒用。"};
  if (state.cards == CardUse::with_pin) {
    view.sentences.emplace_back(
        "做好以后，进入工作人员区要先扫卡，再输入密码。扫码器坏了，请管理员用命令收回全部员工卡，就又可以只用"
        "密码。");
  }
  if (state.numbered) view.note = {"请先在纸盒最上面放一张白纸，以免用掉证书纸", Tone::notice};
  view.keys = {no_key(), yes_key("打印", StaffSign::printer)};
  return view;
}

}  // namespace

StaffPageView cards_page(State const& state, CardsPage const& page) {
  if (!page.list) return waiting_page();
  StaffPageView view;
  view.note = cards_note(state, page.list->size());
  if (page.list->empty() && state.cards != CardUse::off) {
    view.headline = "还没有员工卡";
    view.sentences = {std::exchange(view.note, std::nullopt)->text + "。"};
  }
  view.paging = pages_of(page.list->size(), cards_per_page, page.page);
  if (view.paging.pages > 1) view.rows_least = cards_per_page;
  auto const from = static_cast<std::size_t>(view.paging.page) * cards_per_page;
  for (auto i = from; i < std::min(page.list->size(), from + cards_per_page); ++i) {
    auto const& card = (*page.list)[i];
    view.cards.push_back({.id = "card_" + std::to_string(card.number),
                          .label = std::to_string(card.number) + " 号  " + card.label,
                          .hint = card.made.chinese() + "制作",
                          .sign = StaffSign::card,
                          .touch = {StaffKey::choose, static_cast<int>(i)}});
  }
  if (state.cards != CardUse::off) {
    view.keys = {{.id = "make_card",
                  .label = "做一张新卡",
                  .sign = StaffSign::add,
                  .touch = {StaffKey::confirm},
                  .main = true,
                  .enabled = page.list->size() < staff::most_cards}};
  }
  return view;
}

StaffPageView one_card_page(OneCard const& page) {
  StaffPageView view;
  view.headline = "收回 " + staff::name_of(page.card) + "？";
  view.sentences = {
      page.card.made.chinese() + "制作。",
      "收回后这张卡马上失效，不能恢复；需要时再做一张新卡。以后有人再扫这张卡，会告知管理系统。"};
  view.keys = {no_key(), yes_key("收回")};
  return view;
}

StaffPageView new_card_page(State const& state, NewCard const& page) {
  if (page.step == NewCard::Step::sure) return sure_of_card(state, page);
  StaffPageView view;
  if (page.step == NewCard::Step::typing) {
    view.headline = "卡上写什么？";
    view.fields = {{"窗口或班次", page.label, "如 3 或 A-02", true}};
    view.note = {"只用字母和数字，不要写姓名和证件号码", Tone::neutral};
    view.typing = present::StaffTyping::letters;
    view.erase_label = "退格";
    view.clear_label = "清空";
    view.confirm_label = "下一步";
    view.can_confirm = may_confirm(state);
    return view;
  }
  view.headline = "新卡给哪个岗位或班次用？";
  for (std::size_t i = 0; i <= card_labels.size(); ++i) {
    bool const own = i == card_labels.size();
    view.cards.push_back({.id = "label_" + std::to_string(i),
                          .label = own ? "其他（自己输入）" : card_labels.at(i),
                          .sign = own ? StaffSign::add : StaffSign::option,
                          .touch = {StaffKey::choose, static_cast<int>(i)}});
  }
  return view;
}

}  // namespace ce::staff_area
