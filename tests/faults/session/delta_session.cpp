#include "faults/session/delta_session.h"

#include "kiosk/sync/delta_keeper.h"
#include "shared/protocol/json.h"
#include "support/files.h"

namespace ce::test {
namespace {

constexpr std::chrono::seconds longest{5};
constexpr Instant central_now{1'790'000'000'000};  // the same each time: it is kept

}  // namespace

DeltaSession::DeltaSession(Place place, std::string number, BadProxy& proxy)
    : place_(std::move(place)),
      number_(std::move(number)),
      proxy_(&proxy),
      logger_(must_have(log::Logger::to_file(place_.state / "delta.log", 20U << 20U, 2), "log")),
      seen_(must_have(
          cache::Cache::open(place_.state / "cache.db", place_.state / "cache.key", {}, clock_, logger_),
          "cache")),
      region_(
          must_have(cache::RegionCopy::open(place_.state / "region.db", place_.state / "cache.key", logger_),
                    "region")),
      seals_(must_have(cache::SealBook::open(place_.state / "seals.db", logger_), "seals")),
      lines_(place_, proxy) {}

void DeltaSession::empty() {
  auto const file = place_.state / "shelf.json";
  std::filesystem::remove(file);
  shelf_ = std::make_unique<sync::KeyShelf>(file, clock_, logger_);
  (void)seals_.settle({});
  (void)region_.begin_snapshot("none");  // another choice than the keeper's, which begins its own
}

void DeltaSession::round(drivers::HttpCentral& central) {
  sync::DeltaKeeper keeper{{.central = &central,
                            .shelf = shelf_.get(),
                            .seen = &seen_,
                            .region = &region_,
                            .seals = &seals_,
                            .logger = &logger_,
                            .cache_key = place_.state / "cache.key",
                            .own_limits = {}}};
  keeper.round(central_now);
}

std::string DeltaSession::told() {
  std::string all;
  for (auto const& person : place_.people) {
    auto const years = region_.find(SecretText{person});
    all += years ? protocol::write(*years) : describe(years.failure());
  }
  return all;
}

std::string DeltaSession::kept() {
  auto all = read_all(place_.state / "shelf.json") + told();
  for (auto const& hash : shelf_->seals()) all += seals_.find(hash).value_or("no picture of a seal");
  return all + std::to_string(region_.count().value());
}

std::string DeltaSession::verified(drivers::HttpCentral& central) const {
  auto const answer = central.verify(number_);
  return answer ? protocol::write(*answer) : std::string{};
}

BadProxy::Counts DeltaSession::measure() {
  proxy_->plan(Mischief::none, 0);
  empty();
  verified_first_ = verified(lines_.usual());
  round(lines_.usual());
  told_first_ = told();
  kept_first_ = kept();
  bool const whole = !verified_first_.empty() && region_.count().value() > 0 && shelf_->seals().size() == 1 &&
                     kept_first_.find("no picture") == std::string::npos;
  if (!whole) std::cerr << "a round without mischief brings less than all\n";
  return proxy_->counts();
}

std::vector<std::string> DeltaSession::run(Mischief mischief, std::size_t at) {
  std::vector<std::string> wrong;
  auto const began = std::chrono::steady_clock::now();
  empty();
  proxy_->plan(mischief, at);
  auto& line = lines_.under(mischief);
  auto const answer = verified(line);
  if (!answer.empty() && answer != verified_first_) wrong.emplace_back("another answer about the number");
  round(line);
  if (std::chrono::steady_clock::now() - began > longest) wrong.emplace_back("it took more than 5 s");
  if (told() != told_first_) wrong.emplace_back("people are told something else meanwhile");
  struck_ = proxy_->struck();
  proxy_->plan(Mischief::none, 0);
  round(lines_.usual());
  if (verified(lines_.usual()) != verified_first_) wrong.emplace_back("the number cannot be looked up");
  if (kept() != kept_first_) wrong.emplace_back("what is kept is not what central has");
  return wrong;
}

}  // namespace ce::test
