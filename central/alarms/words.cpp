#include <algorithm>
#include <array>

#include "central/alarms/alarm.h"

namespace ce::alarms {
namespace {

struct Words {
  std::string_view word;
  std::string_view chinese;
};

constexpr std::array<Words, kind_count> words{{{"silent", "终端失联"},
                                               {"unresolved", "打印待核实"},
                                               {"paper", "缺纸"},
                                               {"toner", "缺墨粉"},
                                               {"copied", "身份可疑"},
                                               {"volume", "查询、领取或查验异常多"},
                                               {"certificate", "终端证书快到期"},
                                               {"two_places", "身份在两处使用"},
                                               {"toner_low", "墨粉快用完"},
                                               {"paper_low", "纸快用完"},
                                               {"blanks_low", "证书纸号码快用完"},
                                               {"ungranted", "打印没有授权"}}};

}  // namespace

std::string_view word_of(Kind kind) {
  return words.at(static_cast<std::size_t>(kind)).word;
}

std::string_view chinese_of(Kind kind) {
  return words.at(static_cast<std::size_t>(kind)).chinese;
}

std::optional<Kind> kind_named(std::string_view word) {
  auto const at =
      std::find_if(words.begin(), words.end(), [&](Words const& one) { return one.word == word; });
  if (at == words.end()) return std::nullopt;
  return static_cast<Kind>(at - words.begin());
}

}  // namespace ce::alarms
