#include <sys/stat.h>

#include <iostream>
#include <optional>

#include "central/alarms/run.h"
#include "central/batches/work_off.h"
#include "central/electronic_copy/bureau.h"
#include "central/feed/feed.h"
#include "central/fleet/logs.h"
#include "central/fleet/old_events.h"
#include "central/fleet/volumes.h"
#include "central/fleet/whereabouts.h"
#include "central/grants/hand_out.h"
#include "central/http/missing_keys.h"
#include "central/http/routes.h"
#include "central/http/server.h"
#include "central/imports/work_off.h"
#include "central/jobs/hourly.h"
#include "central/jobs/worker.h"
#include "central/register_jobs/work_off.h"
#include "central/rejudging/work_off.h"
#include "central/roster/departed.h"
#include "central/settings/places.h"
#include "central/settings/settings.h"
#include "central/start/command_line.h"
#include "central/start/start.h"
#include "central/start/watch.h"
#include "central/store/store.h"
#include "central/verification/rate_limit.h"
#include "shared/base/clock.h"
#include "shared/base/private_memory.h"
#include "shared/crash/crash.h"
#include "shared/log/kept.h"
#include "shared/log/log.h"
#include "shared/openssl/vault.h"
#include "shared/service/stop_signals.h"

namespace ce::central {
namespace {

using log::Event;

// A read that goes over the wire must not hold up the threads that serve every connection.
std::vector<http::Route> on_pool_where_reads_wait(std::vector<http::Route> routes,
                                                  store::Store const& store) {
  for (auto& route : routes) {
    bool const waits = store.on_server() && route.asks_store && route.work == http::Work::in_place;
    if (waits) route.work = http::Work::pool;
  }
  return routes;
}

std::optional<pdf_signature::TimeStamps> stamps_of(central_settings::Settings const& settings) {
  if (settings.time_stamp_url.empty()) return std::nullopt;
  return pdf_signature::TimeStamps{settings.time_stamp_url, settings.time_stamp_ca};
}

Result<std::optional<alarms::Webhook>> webhook_of(central_settings::Alarms const& settings) {
  using Found = std::optional<alarms::Webhook>;
  if (settings.webhook_url.empty()) return Found{};
  CE_TRY(auto secret, alarms::read_secret(settings.secret_file));
  return Found{alarms::Webhook{settings.webhook_url, std::move(secret), settings.webhook_ca}};
}

// Everything that lives as long as the program serves, in the order in which it depends on one another.
Result<void> serve(central_settings::Settings const& settings, central_settings::Places const& places,
                   store::Rulebook const& rules, bool only_list_routes) {
  log::Keeper const keeper{kept_of(settings.log)};
  CE_TRY(auto const log, open_log(settings.log));
  CE_TRY(auto store, open_store(settings, rules));
  // After it: nothing is made beside a store that is not there.
  if (!only_list_routes) crash::report_to(files_dir(settings) / "crashes", "ce-central", CE_VERSION);
  SystemClock const clock;
  auto const openapi = text_of(places.openapi);
  verification::RateLimit rate_limit{{.per_minute = static_cast<double>(settings.verification.per_minute),
                                      .burst = static_cast<double>(settings.verification.burst)}};
  http::Metrics metrics;
  signing::KeyRing const ring{key_dir(settings)};
  grants::Office const office{
      store, ring, {.minutes = settings.grants.minutes, .silence_hours = settings.grants.silence_hours}};
  CE_TRY(auto const authority, read_authority(settings));
  fleet::Volumes volumes{
      {settings.kiosks.persons_per_hour, settings.kiosks.grants_per_hour, settings.kiosks.look_ups_per_hour}};
  fleet::Whereabouts whereabouts;
  electronic_copy::Bureau const copies{store, ring, settings.signer_dir, stamps_of(settings)};
  registration::ProofShelf const proofs{files_dir(settings) / "proofs",
                                        {settings.proofs.documents, settings.proofs.megabytes << 20U}};
  imports::Tray const tray{files_dir(settings) / "imports"};
  // What befalls the store is in /metrics whoever was at work.
  auto const counted = [&metrics](jobs::WorkOff work_off) -> jobs::WorkOff {
    return [&metrics, work_off = std::move(work_off)](auto const& to_end) {
      auto worked = work_off(to_end);
      if (!worked) metrics.count_failure(worked.failure().code);
      return worked;
    };
  };
  auto const registers_dir = files_dir(settings) / "registers";
  imports::Desk const desk{store, tray, settings.jobs.waiting_imports};
  register_jobs::Desk const register_desk{store, registers_dir};
  auto const silence = settings.jobs.silence_seconds * 1000;
  // After what they work with: they give their jobs back while the program ends.
  std::optional<jobs::Worker> importing;
  std::optional<jobs::Worker> issuing;
  std::optional<jobs::Worker> writing;
  auto const wake = [](std::optional<jobs::Worker>& worker) {
    return [&worker] {
      if (worker) worker->wake();
    };
  };
  http::Backend const backend{
      store,
      office,
      copies,
      rate_limit,
      metrics,
      clock,
      log,
      openapi,
      CE_VERSION,
      proofs,
      tray,
      wake(importing),
      wake(issuing),
      http::SessionCookie{.secure = !settings.http.plain_cookie},
      settings.base_url,
      authority ? &*authority : nullptr,
      settings.kiosks.bearer_keys,
      &volumes,
      {static_cast<approvals::Need>(settings.approvals.two_persons), settings.approvals.days},
      {registers_dir, settings.jobs.register_hours, wake(writing)},
      settings.jobs.waiting_imports,
      settings.alarms.two_places ? &whereabouts : nullptr};
  http::Router const router{on_pool_where_reads_wait(http::routes(backend), store)};
  if (only_list_routes) {
    for (auto const& route : router.routes()) std::cout << http::describe(route) << "\n";
    return {};
  }
  metrics.watch(router.routes());
  CE_CHECK(feed::publish(store, places.strings, clock.now()));
  importing.emplace(
      "import",
      counted([&](auto const& to_end) { return imports::work_off_one(desk, clock, to_end, silence); }), log);
  issuing.emplace(
      "issuing",
      counted([&](auto const& to_end) { return batches::work_off_one(store, clock, to_end, silence); }), log);
  writing.emplace("registers", counted([&](auto const& to_end) {
                    return register_jobs::work_off_one(register_desk, clock, to_end, silence);
                  }),
                  log);
  rejudging::Rejudging rejudging{store, clock, silence};
  jobs::Worker const rejudger{"rejudging", counted([&](auto const& to_end) { return rejudging.run(to_end); }),
                              log};
  jobs::Hourly upkeep{clock,
                      [&](Instant now) { return fleet::keep_house(store, settings.kiosks.event_days, now); }};
  jobs::Worker const keeping{"upkeep", counted([&](auto const&) { return upkeep.run(); }), log};
  jobs::Hourly sweeping{
      clock, [&](Instant now) -> Result<bool> {
        CE_TRY(auto const reports, imports::drop_old(desk, settings.jobs.report_days, now));
        CE_TRY(auto const files, register_jobs::drop_old(register_desk, settings.jobs.register_hours, now));
        auto const years = settings.people.departed_years;
        CE_TRY(auto const departed,
               years == 0 ? Result<std::int64_t>{0} : roster::drop_departed(store, years, now));
        CE_CHECK(fleet::drop_old_logs(store, settings.kiosks.log_days, now));
        return reports + files > 0 || departed > 0;
      }};
  jobs::Worker const sweeper{"sweep", counted([&](auto const&) { return sweeping.run(); }), log};
  CE_TRY(auto const webhook, webhook_of(settings.alarms));
  alarms::Run alarms{
      store, {settings.alarms.silent_minutes, settings.alarms.certificate_days}, webhook, clock, [&] {
        return alarms::Noticed{volumes.held_up(clock.tick()), whereabouts.in_two_places(clock.tick())};
      }};
  jobs::Worker const alarming{"alarms", counted([&](auto const&) { return alarms.run(); }), log};
  http::Service const service{router, http::doors(backend), metrics, log};
  CE_TRY(auto const options, http_options(settings, authority ? &*authority : nullptr, clock));
  CE_TRY(auto const server, http::Server::start(options, service));

  CE_CHECK(write_port(settings.tls.port_file, server.tls_port()));
  CE_CHECK(write_port(settings.http.port_file, server.port()));
  log.event(Event::started,
            {{"program", "ce-central"}, {"version", CE_VERSION}, {"port", int{server.port()}}});
  for (auto const& key : http::missing_keys(store, ring, clock.now())) {
    log.event(Event::failure, {{"what", key.name}, {"route", "start"}});
    std::cerr << "ce-central: " << key.words << '\n';
  }
  std::cout << "ce-central " CE_VERSION " 已启动：http://" << settings.http.address << ":" << server.port()
            << std::endl;
  Watch const watch{server, store, log};
  ce::service::wait_for_stop();
  log.event(Event::stopping);
  return {};
}

int run(CommandLine const& line) {
  ce::service::hold_stop_signals();
  auto settings = central_settings::read_settings(line.config);
  if (!settings) return tell_failure(settings.failure());
  auto const places = central_settings::find_places();
  if (settings->config_dir.empty()) settings->config_dir = places.config_dir;
  if (!line.port_file.empty()) settings->http.port_file = line.port_file;

  auto const rules = rulebook::load(settings->config_dir);
  if (!rules) return tell_failure(rules.failure());
  if (line.check) {
    std::cout << line.config.string() << ": 配置正确\n";
    return 0;
  }
  auto const served = serve(*settings, places, *rules, line.routes);
  return served ? 0 : tell_failure(served.failure());
}

}  // namespace
}  // namespace ce::central

int main(int argc, char** argv) {
  ce::keep_memory_private();
  ::umask(S_IRWXG | S_IRWXO);  // what it writes names people, in a shell without a unit's UMask too
  ce::openssl::open_vault();
  auto const line = ce::central::parse_command_line(argc, argv);
  if (auto const* code = std::get_if<int>(&line)) return *code;
  return ce::central::run(std::get<ce::central::CommandLine>(line));
}
