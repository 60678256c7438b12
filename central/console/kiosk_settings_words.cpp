#include "central/console/kiosk_settings_words.h"

namespace ce::console {

using protocol::ItemOutcome;
using remote_settings::Scope;
using remote_settings::Standing;
using web::Tone;

web::Badge badge_of(Standing standing) {
  switch (standing) {
    case Standing::own:
      return {Tone::none, "本机自己的设置"};
    case Standing::waiting:
      return {Tone::info, "等待终端采用"};
    case Standing::applied:
      return {Tone::good, "已采用"};
    case Standing::refused:
      return {Tone::bad, "终端没有采用"};
    case Standing::differs:
      return {Tone::warn, "现场改过，与下达的不同"};
    case Standing::unsupported:
      break;
  }
  return {Tone::warn, "终端程序较旧，不会采用"};
}

web::Badge badge_of(remote_settings::Target const& target, bool ended) {
  if (!target.told)
    return ended ? web::Badge{Tone::none, "撤回前没有告知"} : web::Badge{Tone::none, "第二批，还没有告知"};
  switch (target.outcome) {
    case ItemOutcome::waiting:
      return {Tone::info, "等待终端采用"};
    case ItemOutcome::applied:
      return {Tone::good, "已采用"};
    case ItemOutcome::refused:
      break;
  }
  return {Tone::bad, "终端没有采用"};
}

std::string values_words(std::string const& item, kiosk_items::Values const& values) {
  auto const* const known = kiosk_items::find(item);
  auto words = known == nullptr ? std::string{} : kiosk_items::words_of(*known, values);
  return words.empty() ? "不知道" : words;
}

std::string scope_words(remote_settings::Revision const& revision, std::string const& region) {
  if (revision.scope == Scope::kiosk) return "一台终端";
  if (revision.scope == Scope::hall) return revision.hall + "的全部终端，含以后登记的";
  return region + "的全部终端，含以后登记的";
}

}  // namespace ce::console
