#include "central/feed/feed.h"

#include "central/changes/epoch.h"
#include "central/changes/page.h"
#include "central/feed/things.h"
#include "shared/storage/id_list.h"

namespace ce::feed {
namespace {

constexpr int most = 500;

using Ask = Result<std::vector<What>> (*)(storage::Database&, store::Store const&,
                                          std::span<changes::Thing const>);

/// The function that is asked about many things of that kind at once; nullptr: about each by itself.
Ask asked_together(changes::Kind kind) {
  if (kind == changes::Kind::certificate) return certificates_now;
  if (kind == changes::Kind::standing) return standings_now;
  return nullptr;
}

/// Fills in what those of `things` are now that are of `kind`, in few questions to the store.
Result<void> fill_together(storage::Database& database, store::Store const& store, changes::Kind kind,
                           std::vector<changes::Thing> const& things, std::vector<What>& now) {
  std::vector<changes::Thing> some;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (things[i].kind == kind) {
      some.push_back(things[i]);
      places.push_back(i);
    }
    if (some.empty() || (some.size() < storage::most_ids && i + 1 < things.size())) continue;
    CE_TRY(auto const answers, asked_together(kind)(database, store, some));
    for (std::size_t j = 0; j < answers.size(); ++j) now[places[j]] = answers[j];
    some.clear();
    places.clear();
  }
  return {};
}

Result<std::vector<What>> now_of(storage::Database& database, store::Store const& store,
                                 std::vector<changes::Thing> const& things) {
  std::vector<What> now(things.size());
  for (auto const kind : {changes::Kind::certificate, changes::Kind::standing}) {
    CE_CHECK(fill_together(database, store, kind, things, now));
  }
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (asked_together(things[i].kind) != nullptr) continue;
    CE_TRY(now[i], common_now(database, store, things[i]));
  }
  return now;
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
  auto things = page.things;
  std::erase_if(things, [&](changes::Thing const& thing) {
    return thing.kind == changes::Kind::config && thing.id != question.kiosk;
  });
  CE_TRY(auto now, now_of(database, store, things));
  for (std::size_t i = 0; i < things.size(); ++i) {
    answer.changes.push_back(
        {std::string{changes::word_of(things[i].kind)}, std::move(things[i].id), std::move(now[i])});
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
