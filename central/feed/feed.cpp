#include "central/feed/feed.h"

#include "central/changes/epoch.h"
#include "central/changes/page.h"
#include "central/feed/things.h"

namespace ce::feed {
namespace {

constexpr int most = 500;

Result<What> now_of(storage::Database& database, store::Store const& store, changes::Thing const& thing) {
  switch (thing.kind) {
    case changes::Kind::certificate:
      return certificate_now(database, store, thing);
    case changes::Kind::standing:
      return standing_now(database, store, thing);
    default:
      return common_now(database, store, thing);
  }
}

/// The kinds that these words name; empty: all.
Result<std::vector<changes::Kind>> kinds_of(std::string_view words) {
  if (words.empty()) return std::vector<changes::Kind>{changes::all_kinds.begin(), changes::all_kinds.end()};
  std::vector<changes::Kind> kinds;
  for (auto rest = words;;) {
    auto const end = rest.find(',');
    auto const kind = changes::kind_named(rest.substr(0, end));
    if (!kind || kinds.size() == changes::all_kinds.size()) {
      return Failure{FailureCode::input_invalid, "kinds 应为接口说明中的种类，用逗号分开"};
    }
    kinds.push_back(*kind);
    if (end == std::string_view::npos) return kinds;
    rest.remove_prefix(end + 1);
  }
}

Result<changes::Filter> filter_of(Question const& question) {
  CE_TRY(auto kinds, kinds_of(question.kinds));
  // A kiosk that may not be told of people gets what is left, and starts anew once its policy is another,
  // because its cursor then is of another choice of kinds.
  if (!question.people) {
    std::erase_if(kinds, [](changes::Kind kind) {
      return kind == changes::Kind::certificate || kind == changes::Kind::standing;
    });
  }
  return changes::Filter{.limit = question.limit, .kinds = std::move(kinds)};
}

Result<protocol::ChangesPage> page_within(storage::Database& database, store::Store const& store,
                                          Question const& question) {
  std::optional<changes::Cursor> from;
  if (!question.cursor.empty()) {
    CE_TRY(from, changes::read_cursor(question.cursor));
  }
  CE_TRY(auto const epoch, changes::epoch(database));
  if (!epoch) return Failure{FailureCode::central_fault, "the delta has no epoch: publish() never ran"};
  CE_TRY(auto const filter, filter_of(question));
  store::RegionScope const region{question.region};
  CE_TRY(auto const page, changes::page(database, {region.code, region.last()}, *epoch, from, filter));
  protocol::ChangesPage answer;
  for (auto const& thing : page.things) {
    if (thing.kind == changes::Kind::config && thing.id != question.kiosk) continue;
    CE_TRY(auto what, now_of(database, store, thing));
    answer.changes.push_back({std::string{changes::word_of(thing.kind)}, thing.id, std::move(what)});
  }
  answer.cursor = changes::text_of(page.next);
  answer.has_more = page.has_more;
  return answer;
}

}  // namespace

Result<protocol::ChangesPage> changes_page(store::Store const& store, Question const& question) {
  if (question.limit < 1 || question.limit > most) {
    return Failure{FailureCode::input_invalid, "limit 应为 1 至 500"};
  }
  protocol::ChangesPage page;
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(page, page_within(database, store, question));
    return {};
  });
  if (!read) return read.failure();
  return page;
}

}  // namespace ce::feed
