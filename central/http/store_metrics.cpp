#include "central/http/store_metrics.h"

namespace ce::http {
namespace {

void put_one(Exposition& out, std::string_view name, std::string_view kind, std::string_view help,
             std::int64_t value) {
  out.family(name, kind, help);
  out.sample({}, value);
}

}  // namespace

void put_standby_use(Exposition& out, store::StandbyUse const& use) {
  out.family("ce_standby_reads_total", "counter", "Reads that may be a little old, by who answered them.");
  out.sample("answered_by=\"standby\"", static_cast<std::int64_t>(use.by_standby));
  out.sample("answered_by=\"primary\"", static_cast<std::int64_t>(use.by_primary));
  if (!use.age) return;
  constexpr double second_ms = 1000;
  out.family("ce_standby_age_seconds", "gauge", "How old the state was that the standby asked last showed.");
  out.sample({}, {}, std::to_string(static_cast<double>(use.age->count()) / second_ms));
}

void put_store_metrics(Exposition& out, store::Gauges const& gauges) {
  put_one(out, "ce_console_sessions", "gauge", "Sessions open in the console.", gauges.sessions);
  out.family("ce_review_backlog_records", "gauge", "Learning records that wait, by the state they wait in.");
  for (auto const& [state, count] : gauges.review_backlog) out.sample("state=\"" + state + "\"", count);
  put_one(out, "ce_certificates_issued_total", "counter", "Certificate numbers given out.",
          gauges.certificates_issued);
  put_one(out, "ce_print_grants_live", "gauge", "Print grants that have not ended.", gauges.grants_live);
  put_one(out, "ce_kiosks_enrolled", "gauge", "Kiosks that may speak to central.", gauges.kiosks_enrolled);
  put_one(out, "ce_kiosks_alive", "gauge", "Kiosks heard of within two minutes.", gauges.kiosks_alive);
  put_one(out, "ce_kiosk_outbox_pending_events", "gauge",
          "Events that wait at the kiosks, by their last report.", gauges.outbox_pending);
  put_one(out, "ce_kiosk_prints_unresolved", "gauge", "Prints that staff must settle, by the last report.",
          gauges.prints_unresolved);
  put_one(out, "ce_rejudging_people_left", "gauge",
          "People whose kept verdicts are being brought up to today's rules; 0 when that is done.",
          gauges.rejudging_left);
}

}  // namespace ce::http
