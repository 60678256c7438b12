#include "central/seed/sectors.h"

#include <array>

namespace ce::seed {
namespace {

using Words = std::string_view;

constexpr auto schools =
    std::to_array<Words>({"第一中学", "实验中学", "第二小学", "外国语学校", "职业技术学校", "中心幼儿园"});
constexpr auto school_must = std::to_array<Words>({"新课程标准解读", "师德师风建设", "教育评价改革"});
constexpr auto school_courses =
    std::to_array<Words>({"课堂教学设计与实施", "跨学科主题学习", "信息技术与学科融合", "学生心理健康教育",
                          "教研组建设与校本研修"});

constexpr auto hospitals =
    std::to_array<Words>({"人民医院", "中医院", "妇幼保健院", "疾病预防控制中心", "社区卫生服务中心"});
constexpr auto hospital_must =
    std::to_array<Words>({"医疗质量安全核心制度", "医院感染防控", "合理用药与处方审核"});
constexpr auto hospital_courses = std::to_array<Words>(
    {"急危重症救治新进展", "基层慢性病管理", "岭南中医药临床应用", "医学影像诊断技术", "护理风险管理"});

constexpr auto builders = std::to_array<Words>(
    {"规划勘测设计院", "建设工程质量检测站", "市政工程公司", "水务工程中心", "轨道交通建设公司"});
constexpr auto builder_must =
    std::to_array<Words>({"工程建设标准强制性条文", "施工安全与应急管理", "绿色建筑评价标准"});
constexpr auto builder_courses = std::to_array<Words>(
    {"建筑信息模型应用", "装配式建筑技术", "软土地基处理", "海绵城市设计", "桥梁检测与加固", "工程造价管理"});

constexpr auto makers = std::to_array<Words>(
    {"电子科技有限公司", "智能装备有限公司", "新材料研究院", "软件技术有限公司", "生物医药有限公司"});
constexpr auto maker_must = std::to_array<Words>({"智能制造标准体系", "工业数据安全", "产品质量与可靠性"});
constexpr auto maker_courses =
    std::to_array<Words>({"集成电路封装测试", "工业机器人集成应用", "新能源电池技术", "嵌入式软件设计",
                          "精密检测与计量", "专利撰写与布局"});

constexpr auto farms =
    std::to_array<Words>({"农业技术推广中心", "林业科学研究所", "畜牧兽医站", "海洋与渔业技术站"});
constexpr auto farm_must = std::to_array<Words>({"农产品质量安全", "耕地保护与地力提升", "动植物疫病防控"});
constexpr auto farm_courses = std::to_array<Words>(
    {"丝苗米优质高产栽培", "荔枝龙眼保鲜加工", "水产健康养殖", "农业无人机应用", "红树林生态修复"});

constexpr auto houses = std::to_array<Words>({"图书馆", "博物馆", "文化馆", "融媒体中心", "会计师事务所"});
constexpr auto house_must =
    std::to_array<Words>({"行业职业道德规范", "档案与文献管理规范", "内部控制与审计准则"});
constexpr auto house_courses = std::to_array<Words>(
    {"古籍修复技艺", "公共文化服务设计", "媒体融合采编实务", "企业会计准则应用", "文物预防性保护"});

constexpr auto all = std::to_array<Sector>({{"education", schools, school_must, school_courses},
                                            {"health", hospitals, hospital_must, hospital_courses},
                                            {"construction", builders, builder_must, builder_courses},
                                            {"industry", makers, maker_must, maker_courses},
                                            {"agriculture", farms, farm_must, farm_courses},
                                            {"culture", houses, house_must, house_courses}});

constexpr auto public_list = std::to_array<Words>(
    {"数字经济与产业数字化", "人工智能基础与应用", "知识产权保护与运用", "职业道德与工匠精神",
     "粤港澳大湾区协同创新", "绿色低碳发展", "网络与数据安全法规", "百县千镇万村高质量发展"});
constexpr auto elective_list =
    std::to_array<Words>({"学术论文写作规范", "项目管理方法", "统计软件入门", "专业英语阅读",
                          "办公自动化进阶", "团队沟通与协作", "标准化基础知识"});
constexpr auto reasons =
    std::to_array<Words>({"学习证明材料经核查不属实", "信息登记错误，已更正重发", "考核成绩被施教机构撤回"});

}  // namespace

std::span<Sector const> sectors() {
  return all;
}
std::span<Words const> public_topics() {
  return public_list;
}
std::span<Words const> elective_topics() {
  return elective_list;
}
std::span<Words const> revocation_reasons() {
  return reasons;
}

}  // namespace ce::seed
