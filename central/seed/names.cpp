#include "central/seed/names.h"

#include <array>
#include <string_view>

namespace ce::seed {
namespace {

using Words = std::string_view;

// The commonest first and more than once, roughly as they are in the province.
constexpr auto surnames = std::to_array<Words>(
    {"陈", "陈", "陈", "陈", "陈", "李", "李", "李", "李", "黄", "黄", "黄", "黄", "张", "张",   "张",  "梁",
     "梁", "梁", "林", "林", "林", "刘", "刘", "刘", "吴", "吴", "王", "王", "何", "何", "罗",   "罗",  "杨",
     "杨", "郑", "叶", "邓", "冯", "谢", "钟", "朱", "曾", "廖", "潘", "徐", "蔡", "温", "彭",   "赖",  "麦",
     "区", "冼", "佘", "丘", "翁", "苏", "卢", "胡", "周", "许", "莫", "余", "江", "谭", "欧阳", "司徒"});
constexpr auto male =
    std::to_array<Words>({"伟", "强", "杰", "文", "志", "明", "国", "华", "建", "俊", "辉", "锋",
                          "嘉", "浩", "健", "振", "永", "德", "荣", "斌", "宏", "海", "宇", "铭"});
constexpr auto female =
    std::to_array<Words>({"玲", "丽", "敏", "燕", "婷", "慧", "芳", "静", "娟", "霞", "雪", "颖",
                          "琳", "欣", "佩", "淑", "秀", "美", "珊", "怡", "雅", "晓", "月", "兰"});
constexpr auto rare =
    std::to_array<Words>({"䶮", "\U00020087", "𫖯", "㛃", "堃", "喆", "犇", "珺", "翀", "甯"});
constexpr auto minority_male = std::to_array<Words>({"买买提", "艾力", "阿卜杜拉", "吐尔逊", "扎西", "多吉"});
constexpr auto minority_female =
    std::to_array<Words>({"阿依古丽", "古丽娜尔", "热依汗", "帕提古丽", "卓玛", "央金"});
constexpr auto minority_last = std::to_array<Words>({"买买提", "艾合买提", "吐尔逊", "次仁", "平措", "达瓦"});
constexpr auto latin_male =
    std::to_array<Words>({"ROBERT", "THOMAS", "HIROSHI", "PIERRE", "DAVID", "JOSEPH"});
constexpr auto latin_female = std::to_array<Words>({"MARIA", "HELEN", "YUKI", "CLAIRE", "ANNA", "RUTH"});
constexpr auto latin_last =
    std::to_array<Words>({"MILLER", "TANAKA", "DUPONT", "NGUYEN", "KOWALSKI", "O'BRIEN"});

std::string joined(Words first, Words between, Words last) {
  std::string name{first};
  name.append(between).append(last);
  return name;
}

}  // namespace

std::string make_name(Random& random, NameKind kind, identity::Sex sex) {
  bool const man = sex == identity::Sex::male;
  if (kind == NameKind::minority) {
    auto const& first = man ? random.pick(minority_male) : random.pick(minority_female);
    return joined(first, "·", random.pick(minority_last));
  }
  if (kind == NameKind::foreign) {
    auto const& first = man ? random.pick(latin_male) : random.pick(latin_female);
    return joined(first, " ", random.pick(latin_last));
  }
  std::string name{random.pick(surnames)};
  auto const given = [&] { return man ? random.pick(male) : random.pick(female); };
  name += given();
  if (kind == NameKind::rare_character) {
    name += random.pick(rare);
  } else if (!random.per_mille(180)) {
    name += given();
  }
  return name;
}

}  // namespace ce::seed
