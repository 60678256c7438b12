#pragma once

#include <ostream>

namespace ce::certificate_pdf::testing {

struct NamedCase {
  char const* label;
  char const* name;
};

inline void PrintTo(NamedCase const& named, std::ostream* out) {
  *out << named.label;
}

/// Names that a sheet must carry: common ones, rare characters of every plane, minorities' with their dots,
/// foreigners'.
inline constexpr NamedCase named_cases[]{
    {"two", "蔡元"},
    {"three", "詹天佑"},
    {"four", "欧阳予倩"},
    {"one", "禾"},
    {"long_s", "李䶮"},
    {"plane_2_b", "王𠂇"},
    {"plane_2_c", "陈𫓦"},
    {"last_of_b", "林𪛕"},
    {"sixty_four_strokes", "龙𪚥"},
    {"plane_2_d", "梁𫟎"},
    {"plane_2_e", "黄𬬭"},
    {"plane_2_f", "许𭍀"},
    {"plane_3_g", "周𰻞"},
    {"new_in_2022", "何鿫"},
    {"extension_a", "赵㛃"},
    {"three_planes", "𠂇𫓦𪚥䶮"},
    {"uyghur", "阿卜杜热合曼·买买提"},
    {"twenty_five", "阿卜杜热合曼·买买提明·努尔艾合麦提·伊敏江·托合提"},
    {"dot_of_other_code", "卡米力•艾力"},
    {"tibetan", "索朗旺堆"},
    {"latin", "Alexander Graham Bell"},
    {"latin_accents", "Łukasz O'Connor-Müller"},
    {"latin_longest", "Johann Gambolputty de von Ausfern Schplenden Schlitter Crass"},
    {"sixty_han",
     "一七万丈三上下不与丑专且世丘丙业丛东丝丞两严丧个中丰串临丸丹为主丽举乃久么义之乌乍乎乏乐乒乓乔"
     "乖乘乙九也习乡书买乱"},
};

}  // namespace ce::certificate_pdf::testing
