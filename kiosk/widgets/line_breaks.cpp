#include "kiosk/widgets/line_breaks.h"

#include <algorithm>
#include <array>

namespace ce::widgets {
namespace {

constexpr std::u32string_view never_first = U"，。、；：！？）》」』】〉”’…—·％℃,.;:!?)]}%";
constexpr std::u32string_view never_last = U"（《「『【〈“‘([{";

constexpr std::u32string_view pauses = U"，。、；：！？）》」』】〉”’·,;!?)";
constexpr std::u32string_view pauses_before_blank = U"·,;.:!?)";  // as Latin words are written
constexpr std::u32string_view asides = U"（《「『【〈([{";  // before a quotation nobody pauses: 按“退出”
constexpr std::u32string_view sentence_ends = U"。；！？;.!?";

// Half of their square is blank: behind these, before those.
constexpr std::u32string_view blank_behind = U"，。、）》」』】〉”’";
constexpr std::u32string_view blank_before = U"（《「『【〈“‘";

/// Words of the hall that a reader sees as one: no line ends within them.
constexpr std::array<std::u32string_view, 91> whole_words{
    U"专业科目", U"专业科目必修", U"公需科目", U"选修科目", U"必修",     U"学时",     U"分钟",     U"年度",
    U"继续教育", U"人力资源",     U"社会保障", U"保障局",   U"身份证",   U"证书",     U"证件",     U"证书纸",
    U"新证",     U"此证",         U"服务台",   U"工作人员", U"用人单位", U"发证单位", U"管理系统", U"系统",
    U"资料",     U"备份",         U"名单",     U"名册",     U"平台",     U"指南",     U"打印机",   U"读卡器",
    U"密码",     U"号码",         U"编号",     U"查询",     U"打印",     U"登记",     U"审核",     U"认定",
    U"办理",     U"取走",         U"联网",     U"重新",     U"恢复",     U"缺失",     U"更正",     U"作废",
    U"撤销",     U"有效",         U"核对",     U"核实",     U"核验",     U"证明",     U"说明",     U"了解",
    U"台账",     U"号段",         U"校准",     U"居民",     U"居住证",   U"认定后",   U"结果",     U"确认",
    U"纸号",     U"已完成",       U"学习",     U"任务",     U"显示屏",   U"扫码器",   U"声音",     U"日志",
    U"咨询电话", U"扫码",         U"等待",     U"没有",     U"如果",     U"不能",     U"本机",     U"二维码",
    U"登录码",   U"加纸",         U"人员",     U"真伪",     U"网络",     U"手机",     U"出纸口",   U"读卡区",
    U"个人信息", U"更换",         U"正在"};

bool is_in(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_word(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'*' ||
         c == U'-' || c == U'.' || c == U'/' || c == U'_' || c == U':' || (c >= 0xC0 && c < 0x250);
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// Whether a unit may begin with it: 学时, min.
bool begins_unit(char32_t c) {
  return c >= 0x2E80 || (c >= U'a' && c <= U'z');
}

/// 请 leads on to what is asked for: at the end of a line it is a word begun; 申请 is a word.
bool begins_request(std::u32string_view text, std::size_t at) {
  return text[at - 1] == U'请' && (at < 2 || text[at - 2] != U'申');
}

/// 2026年1月15日 is one word.
bool within_date(char32_t before, char32_t after) {
  return (is_digit(before) && after >= 0x2E80) || (is_in(before, U"年月") && is_digit(after));
}

/// 15 Jan 2026 is one as well: whether what follows the blank at `blank` belongs to a day's month.
bool within_latin_date(std::u32string_view text, std::size_t blank) {
  constexpr std::u32string_view months = U" Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec ";
  auto const is_month = [&](std::size_t at) {
    auto const name = text.substr(at, 3);
    bool const whole = at + 3 >= text.size() || text[at + 3] == U' ' || is_in(text[at + 3], never_first);
    return name.size() == 3 && whole && months.find(U" " + std::u32string{name} + U" ") != months.npos;
  };
  bool const day_before = blank > 0 && is_digit(text[blank - 1]);
  if (day_before && is_month(blank + 1)) return true;
  bool const year_after = blank + 1 < text.size() && is_digit(text[blank + 1]);
  return year_after && blank >= 5 && text[blank - 4] == U' ' && is_digit(text[blank - 5]) &&
         is_month(blank - 3);
}

/// Whether the word that ends at `end` is the unit of a number: 20 学时, 51 h.
bool is_unit_before(std::u32string_view text, std::size_t end) {
  std::size_t from = end;
  while (from > 0 && text[from - 1] != U' ' && !is_in(text[from - 1], pauses)) --from;
  return from >= 2 && from < end && text[from - 1] == U' ' && is_digit(text[from - 2]);
}

/// "选修科目 6 学时": a number that has a unit stays with what it is the number of. Two measures in a row, 51
/// h 44 min, are one number; they part only where they are all there is to say.
bool counts_what_is_before(std::u32string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  bool const has_unit = end > at && end + 1 < text.size() && text[end] == U' ' && begins_unit(text[end + 1]);
  if (!has_unit || at < 2 || is_in(text[at - 2], pauses)) return false;
  return !is_unit_before(text, at - 1) || !is_digit(text.front());
}

bool within_word(std::u32string_view text, std::size_t at) {
  return std::any_of(whole_words.begin(), whole_words.end(), [&](std::u32string_view word) {
    for (std::size_t k = 1; k < word.size() && k <= at; ++k) {
      if (word[k] == text[at] && text.substr(at - k, word.size()) == word) return true;
    }
    return false;
  });
}

}  // namespace

bool may_break(std::u32string_view text, std::size_t at) {
  char32_t const before = text[at - 1];
  char32_t const after = text[at];
  if (after == U' ' || is_in(after, never_first)) return false;
  bool const unit = at >= 2 && is_digit(text[at - 2]) && begins_unit(after);
  if (before == U' ') return !unit && !counts_what_is_before(text, at) && !within_latin_date(text, at - 1);
  if (is_in(before, never_last) || within_date(before, after) || begins_request(text, at)) return false;
  return !(is_word(before) && is_word(after)) && !within_word(text, at);
}

bool is_pause(std::u32string_view text, std::size_t at) {
  bool const blank = at >= 2 && text[at - 1] == U' ' && is_in(text[at - 2], pauses_before_blank);
  return (blank || is_in(text[at - 1], pauses) || is_in(text[at], asides)) && may_break(text, at);
}

bool ends_sentence(std::u32string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == U' ') --at;
  return at > 0 && is_in(text[at - 1], sentence_ends);
}

bool begins_blank(char32_t mark) {
  return is_in(mark, blank_before);
}

bool share_blank(char32_t before, char32_t after) {
  bool const closes = is_in(before, blank_behind);
  bool const opens = is_in(after, blank_before);
  return (closes && (opens || is_in(after, blank_behind) || is_in(after, U"；：！？"))) ||
         (opens && is_in(before, blank_before));
}

}  // namespace ce::widgets
