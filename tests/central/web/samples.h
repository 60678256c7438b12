#pragma once

#include <string>
#include <vector>

#include "central/web/shell.h"

/// Every page of the console with awkward data: long names, minority names of 25 characters, markup in every
/// text, empty lists.
namespace ce::web::samples {

inline constexpr char const* markup = "<script>alert('x')</script>&\"'";
inline constexpr char const* long_name = "阿不都热依木江·买买提吐尔逊·伊布拉音阿吉·穆罕默德江";
inline constexpr char const* rare_name = "𠂇𫓦龑䶮";
inline constexpr char const* long_course =
    "粤港澳大湾区高端装备制造产业数字化转型与智能制造关键技术应用高级研修班（第三期，含现场教学、分组研讨与成"
    "果汇报）";

struct Sample {
  std::string name;
  std::string html;
};

/// Everything that is typed or stored by others is replaced by `hostile` where that is not empty.
[[nodiscard]] std::vector<Sample> gallery(std::string const& hostile = {});

// The parts of gallery().
[[nodiscard]] Shell shell(std::string title, std::string const& hostile);
void add_registration(std::vector<Sample>& gallery, std::string const& hostile);
void add_review(std::vector<Sample>& gallery, std::string const& hostile);
void add_keeping(std::vector<Sample>& gallery, std::string const& hostile);
void add_overview(std::vector<Sample>& gallery, std::string const& hostile);

/// `text`, or the hostile one where there is one.
[[nodiscard]] std::string said(std::string const& hostile, std::string text);

}  // namespace ce::web::samples
