#include "kiosk/sync/delivery.h"

#include <span>
#include <string>

namespace ce::sync {
namespace {

using protocol::Acceptance;

/// Whether the same request may go through later without anybody changing anything.
bool passes_by_itself(FailureCode code) {
  return code != FailureCode::answer_too_large && code != FailureCode::delivery_refused &&
         code != FailureCode::delivery_conflict;
}

Result<void> close(journal::Journal& journal, log::Logger const& logger, protocol::EventReply const& reply,
                   Delivered& sum) {
  if (reply.acceptance == Acceptance::accepted) {
    ++sum.accepted;
    return journal.mark_delivered(reply.id);
  }
  auto const code = reply.acceptance == Acceptance::conflict ? FailureCode::delivery_conflict
                                                             : FailureCode::delivery_refused;
  ++sum.refused;
  logger.event(log::Event::outbox_refused, {{"event", reply.id.text()}, {"why", name_of(code)}});
  return journal.mark_refused(reply.id, describe({code, reply.problem}));
}

Result<void> hand_over(journal::Journal& journal, ports::Central& central, log::Logger const& logger,
                       std::span<protocol::KioskEvent const> events, Delivered& sum) {
  CE_TRY(auto const replies, central.deliver(events));
  for (auto const& reply : replies) CE_CHECK(close(journal, logger, reply, sum));
  return {};
}

}  // namespace

Result<Delivered> deliver_once(journal::Journal& journal, ports::Central& central, log::Logger const& logger,
                               std::size_t batch) {
  CE_TRY(auto const events, journal.pending_outbox(batch));
  Delivered sum;
  if (events.empty()) return sum;
  auto const whole = hand_over(journal, central, logger, events, sum);
  if (whole) {
    logger.event(log::Event::outbox_delivered, {{"accepted", sum.accepted}, {"refused", sum.refused}});
    return sum;
  }
  if (passes_by_itself(whole.failure().code)) return whole.failure();
  for (auto const& event : events) {
    auto const one = hand_over(journal, central, logger, std::span{&event, 1}, sum);
    if (one) continue;
    if (passes_by_itself(one.failure().code)) return one.failure();
    CE_CHECK(close(journal, logger, {event.id, Acceptance::refused, describe(one.failure())}, sum));
  }
  return sum;
}

}  // namespace ce::sync
