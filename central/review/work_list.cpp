#include "central/review/work_list.h"

#include "central/review/work_query.h"
#include "central/store/words.h"
#include "shared/protocol/names.h"

namespace ce::review {
namespace {

constexpr std::string_view selected =
    "SELECT r.id, r.version, r.professional, p.name, p.id_number, COALESCE(e.name, ''), r.review_region, "
    "r.registrar_party, r.channel, r.created_ms, "
    "(SELECT COUNT(*) FROM record_proofs d WHERE d.record = r.id) "
    "FROM learning_records r JOIN professionals p ON p.id = r.professional "
    "LEFT JOIN employers e ON e.id = r.employer WHERE ";

Result<WorkItem> read_item(storage::Statement const& row) {
  WorkItem item;
  item.record = row.integer(0);
  item.version = row.integer(1);
  item.professional = row.integer(2);
  item.name = SecretText{row.text(3)};
  item.id_number = SecretText{row.text(4)};
  item.employer = row.text(5);
  item.region = row.text(6);
  CE_TRY(item.registrar, store::party_from_word(row.text(7)));
  CE_TRY(item.channel, store::from_word<store::Channel>(store::channel_words, row.text(8)));
  item.registered = Instant{row.integer(9)};
  item.proofs = row.integer(10);
  return item;
}

// What all of them say, in one question more; both lists are by id.
Result<void> add_facts(storage::Database& database, std::vector<WorkItem>& items) {
  std::vector<std::int64_t> ids;
  ids.reserve(items.size());
  for (auto const& item : items) ids.push_back(item.record);
  CE_TRY(auto stored, store::records_by_id(database, ids));
  if (stored.size() != items.size()) return Failure{FailureCode::record_unknown, {}};
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].content = std::move(stored[i].content);
    items[i].institution = std::move(stored[i].institution);
    items[i].facts = stored[i].record;
  }
  return {};
}

}  // namespace

Result<WorkPage> work_list(store::Store const& store, Actor const& actor, WorkFilter const& filter) {
  if (filter.limit < 1 || filter.limit > most_work_items) {
    return Failure{FailureCode::input_invalid, "每页 1 至 200 条"};
  }
  WorkPage page;
  auto const condition = work_condition(actor, filter);
  if (!condition) return page;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(std::string{selected} + *condition + " ORDER BY r.id LIMIT $9");
    CE_CHECK(bind_work(rows, actor, filter));
    rows.bind(9, static_cast<std::int64_t>(filter.limit) + 1);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) break;
      CE_TRY(auto item, read_item(rows));
      page.items.push_back(std::move(item));
    }
    if (page.items.size() > static_cast<std::size_t>(filter.limit)) {
      page.items.pop_back();
      page.after = page.items.back().record;
    }
    return add_facts(database, page.items);
  });
  if (!done) return done.failure();
  return page;
}

Result<std::int64_t> waiting_for(store::Store const& store, Actor const& actor, std::int64_t most) {
  std::int64_t count = 0;
  auto const condition = open_work_condition(actor);
  if (!condition) return count;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT COUNT(*) FROM (SELECT r.id FROM learning_records r WHERE " +
                                *condition + " LIMIT $9) waiting");
    CE_CHECK(bind_work(row, actor, {}));
    CE_CHECK(row.bind(9, most).step());
    count = row.integer(0);
    return {};
  });
  if (!done) return done.failure();
  return count;
}

}  // namespace ce::review
