#include "central/console/kinds.h"

#include <array>

#include "shared/credit/words.h"
#include "shared/protocol/names.h"

namespace ce::console {
namespace {

using credit::Activity;

struct Look {
  char const* icon;
  char const* hint;
};

constexpr auto looks = std::to_array<Look>({
    {"hat", "第八条：考核合格，按课程规定的学时计算"},
    {"people", "第九条：考核合格，凭证明按实际天数计算"},
    {"lecture", "第十条：按实际天数，每天 6 学时"},
    {"tools", "第四条（二）：到教学、科研、生产单位实践"},
    {"globe", "第四条（二）：参加学术会议"},
    {"plane", "第四条（二）：学术访问"},
    {"screen", "第四条（三）：远程教育课程"},
    {"globe", "第十二条：由审定的学习网站自动登记"},
    {"bulb", "第七条：专利、专著、课题、论文等当年成果"},
    {"book", "第十一条：学制年限内，成绩合格"},
});

std::string registrars_of(Activity activity, credit::Duties const& duties) {
  std::string who;
  for (auto const party : duties.registering.at(static_cast<std::size_t>(activity))) {
    who += (who.empty() ? "由" : "或") + std::string{credit::words_for(party)};
  }
  return who + "登记";
}

}  // namespace

std::string_view hint_for(Activity activity) {
  return looks.at(static_cast<std::size_t>(activity)).hint;
}

credit::Duties duties_now(Visitor const& visitor) {
  auto const pack = visitor.store.rules().packs.of_year(china_date(visitor.now).year());
  return pack ? (*pack)->duties : credit::Duties{};
}

web::KindsView kinds_for(Visitor const& visitor) {
  auto const party = visitor.actor().party;
  auto const duties = duties_now(visitor);
  web::KindsView view;
  view.role = std::string{credit::words_for(party)};
  for (std::size_t i = 0; i < looks.size(); ++i) {
    auto const activity = static_cast<Activity>(i);
    std::string const word{credit::words_for(activity)};
    if (credit::may_register(party, activity, duties).allowed) {
      view.kinds.push_back({"/console/register/" + std::string{protocol::word_of(activity)}, looks.at(i).icon,
                            word, looks.at(i).hint});
    } else {
      view.others.push_back({word, registrars_of(activity, duties)});
    }
  }
  return view;
}

}  // namespace ce::console
