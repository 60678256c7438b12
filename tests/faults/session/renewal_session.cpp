#include "faults/session/renewal_session.h"

#include <set>

#include "support/files.h"

namespace ce::test {
namespace {

constexpr std::chrono::seconds longest_renewal{5};

}  // namespace

RenewalSession::RenewalSession(Place place, BadProxy& proxy)
    : place_(std::move(place)), files_(place_.identity), proxy_(&proxy), lines_(place_, proxy) {}

Result<bool> RenewalSession::renew(drivers::HttpCentral& central) const {
  CE_TRY(auto const standing, kiosk_identity::standing_of(files_));
  if (!standing) return Failure{FailureCode::record_unknown, "no certificate"};
  Instant const due{standing->begins.ms + (standing->ends.ms - standing->begins.ms) / 3 * 2};
  return kiosk_identity::renew_if_due(files_, tpm::Use::never, due,
                                      [&](auto const& request) { return central.renew(request); });
}

std::string RenewalSession::beside() const {
  std::set<std::string> all;
  for (auto const& entry : std::filesystem::directory_iterator{place_.identity}) {
    auto const& path = entry.path();
    all.insert(path.filename().string() + "\n" + (path == files_.pair ? std::string{} : read_all(path)));
  }
  std::string text;
  for (auto const& one : all) text += one + "\n";
  return text;
}

bool RenewalSession::is_served() const {
  proxy_->plan(Mischief::none, 0);  // and with it a new connection, which shows what is kept now
  return lines_.usual().report({}).ok();
}

std::vector<std::string> RenewalSession::renew_and_look(drivers::HttpCentral& central, bool& through) const {
  std::vector<std::string> wrong;
  auto const pair = read_all(files_.pair);
  auto const others = beside();
  auto const done = renew(central);
  through = done && *done;
  bool const changed = read_all(files_.pair) != pair;
  if (through != changed) wrong.emplace_back("another pair is kept than the kiosk was told of");
  if (beside() != others) wrong.emplace_back("something else than the pair was changed or left");
  return wrong;
}

BadProxy::Counts RenewalSession::measure() {
  proxy_->plan(Mischief::none, 0);
  bool through = false;
  auto const wrong = renew_and_look(lines_.usual(), through);
  auto const counts = proxy_->counts();
  if (!through || !wrong.empty() || !is_served())
    std::cerr << "a renewal without mischief does not go through\n";
  return counts;
}

std::vector<std::string> RenewalSession::run(Mischief mischief, std::size_t at) {
  auto const began = std::chrono::steady_clock::now();
  proxy_->plan(mischief, at);
  bool through = false;
  auto wrong = renew_and_look(lines_.under(mischief), through);
  if (std::chrono::steady_clock::now() - began > longest_renewal) wrong.emplace_back("it took more than 5 s");
  struck_ = proxy_->struck();
  if (!is_served()) wrong.emplace_back("central does not serve who shows what is kept");
  if (through) return wrong;
  for (auto const& line : renew_and_look(lines_.usual(), through))
    wrong.push_back(line + ", without mischief");
  if (!through) wrong.emplace_back("it does not go through afterwards");
  if (!is_served()) wrong.emplace_back("central does not serve who shows the next one");
  return wrong;
}

}  // namespace ce::test
