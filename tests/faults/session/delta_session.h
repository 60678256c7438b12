#pragma once

#include "faults/session/trial.h"
#include "kiosk/cache/cache.h"
#include "kiosk/cache/region_copy.h"
#include "kiosk/cache/seal_book.h"
#include "kiosk/sync/key_shelf.h"

namespace ce::test {

/// One round of the delta from nothing, and a number looked up: what proves things, what central sets, a
/// seal's picture, a snapshot of the region beside the copy that serves. Whatever comes, the kiosk tells the
/// people of its region what it told before, and holds in the end byte for byte what it held the first time.
class DeltaSession final : public Trial {
 public:
  DeltaSession(Place place, std::string number, BadProxy& proxy);

  [[nodiscard]] std::string_view name() const override { return "delta"; }
  /// Requests as a whole: they only read, and are the same each time.
  [[nodiscard]] bool takes(Mischief mischief) const override {
    return !is_whole(mischief) || is_answer(mischief);
  }
  BadProxy::Counts measure() override;
  [[nodiscard]] std::vector<std::string> run(Mischief mischief, std::size_t at) override;

 private:
  void empty();
  void round(drivers::HttpCentral& central);
  /// What is told to those who lay their cards; of the region's copy alone.
  [[nodiscard]] std::string told();
  /// All that is kept.
  [[nodiscard]] std::string kept();
  [[nodiscard]] std::string verified(drivers::HttpCentral& central) const;

  Place place_;
  std::string number_;
  BadProxy* proxy_;
  SystemClock clock_;
  log::Logger logger_;
  cache::Cache seen_;
  cache::RegionCopy region_;
  cache::SealBook seals_;
  std::unique_ptr<sync::KeyShelf> shelf_;
  Lines lines_;
  std::string told_first_, kept_first_, verified_first_;
};

}  // namespace ce::test
