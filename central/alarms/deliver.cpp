#include <algorithm>

#include "central/alarms/message.h"
#include "central/alarms/post.h"
#include "central/alarms/webhook.h"

namespace ce::alarms {
namespace {

constexpr std::int64_t in_hand_ms = 60'000;  // a process that ends meanwhile leaves it to the next after that
constexpr std::int64_t first_pause_ms = 10'000;
constexpr std::int64_t longest_pause_ms = 3'600'000;
// Later than any pause is by a clock that was ahead when it was tried.
constexpr std::string_view is_due = "delivered_ms IS NULL AND (next_ms <= $1 OR next_ms > $2)";
constexpr std::int64_t kept_ms = 30LL * 86'400'000;

struct Due {
  std::string id;
  std::string body;
  std::int64_t tries = 0;
};

Result<std::optional<Due>> take_one(store::Store& store, Instant now) {
  std::optional<Due> due;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    due.reset();
    {
      auto row = database.prepare("SELECT id, body, tries FROM alarm_deliveries WHERE " +
                                  std::string{is_due} + " ORDER BY made_ms, id LIMIT 1");
      CE_TRY(bool const there, row.bind(1, now.ms).bind(2, now.ms + longest_pause_ms).step());
      if (!there) return {};
      due = Due{row.text(0), row.text(1), row.integer(2)};
    }
    return database.prepare("UPDATE alarm_deliveries SET next_ms = $2, tries = tries + 1 WHERE id = $1")
        .bind(1, due->id)
        .bind(2, now.ms + in_hand_ms)
        .run();
  });
  if (!done) return done.failure();
  return due;
}

Result<void> delivered(storage::Database& database, std::string const& id, Instant now) {
  CE_CHECK(database.prepare("UPDATE alarm_deliveries SET delivered_ms = $2, trouble = '' WHERE id = $1")
               .bind(1, id)
               .bind(2, now.ms)
               .run());
  return database.prepare("DELETE FROM alarm_deliveries WHERE delivered_ms < $1")
      .bind(1, now.ms - kept_ms)
      .run();
}

Result<void> not_delivered(storage::Database& database, Due const& due, std::string const& why, Instant now) {
  auto const doublings = std::min<std::int64_t>(due.tries, 10);
  auto const pause = std::min(first_pause_ms << doublings, longest_pause_ms);
  return database.prepare("UPDATE alarm_deliveries SET next_ms = $2, trouble = $3 WHERE id = $1")
      .bind(1, due.id)
      .bind(2, now.ms + pause)
      .bind(3, why)
      .run();
}

}  // namespace

Result<bool> deliver_one(store::Store& store, Webhook const& webhook, std::function<Instant()> const& now) {
  // Looked for without a write first: mostly there is nothing.
  bool any = false;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT 1 FROM alarm_deliveries WHERE " + std::string{is_due} + " LIMIT 1");
    auto const at = now().ms;
    CE_TRY(any, row.bind(1, at).bind(2, at + longest_pause_ms).step());
    return {};
  }));
  if (!any) return false;
  CE_TRY(auto const due, take_one(store, now()));
  if (!due) return false;
  auto const sent =
      post(webhook, due->body,
           {{"X-CE-Event-Id", due->id}, {"X-CE-Signature", signature(webhook.secret, due->body, now())}});
  auto const at = now();
  CE_CHECK(store.write([&](storage::Database& database) -> Result<void> {
    if (sent) return delivered(database, due->id, at);
    return not_delivered(database, *due, sent.failure().detail, at);
  }));
  return true;
}

}  // namespace ce::alarms
