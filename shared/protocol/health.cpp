#include "shared/protocol/item_members.h"
#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/parse.h"
#include "shared/protocol/writing.h"

namespace ce::protocol {
namespace {

constexpr int most_counted = 1'000'000'000;

OrderedJson json_of(Supplies const& supplies) {
  OrderedJson json;
  if (supplies.toner_percent) json["toner_percent"] = *supplies.toner_percent;
  json["toner_low"] = supplies.toner_low;
  json["paper_low"] = supplies.paper_low;
  if (supplies.blanks_left) json["blanks_left"] = *supplies.blanks_left;
  json["blanks_low"] = supplies.blanks_low;
  return json;
}

Supplies read_supplies_at(Cursor const& at) {
  Supplies supplies{.toner_low = at.at("toner_low").boolean(),
                    .paper_low = at.at("paper_low").boolean(),
                    .blanks_low = at.at("blanks_low").boolean()};
  if (at.has("toner_percent")) supplies.toner_percent = at.at("toner_percent").small(0, 100);
  if (at.has("blanks_left")) supplies.blanks_left = at.at("blanks_left").integer(0, INT64_MAX);
  return supplies;
}

}  // namespace

std::string write(Health const& health) {
  auto json = versioned();
  json["program_version"] = health.program_version;
  json["uptime_seconds"] = health.uptime_seconds;
  json["reader_ok"] = health.reader_ok;
  json["printer_ok"] = health.printer_ok;
  json["printer_problem"] = health.printer_problem;
  json["outbox_pending"] = health.outbox_pending;
  json["prints_unresolved"] = health.prints_unresolved;
  json["outbox_refused"] = health.outbox_refused;
  if (health.sound_ok) json["sound_ok"] = *health.sound_ok;
  if (health.beat) {
    json["beat"] = OrderedJson{{"run", health.beat->run.text()}, {"number", health.beat->number}};
  }
  if (health.ledger) {
    json["ledger"] = OrderedJson{{"id", health.ledger->ledger.text()}, {"number", health.ledger->number}};
  }
  if (!health.epoch.empty()) json["epoch"] = health.epoch;
  if (health.settings) json["settings"] = json_of(*health.settings);
  if (health.supplies) json["supplies"] = json_of(*health.supplies);
  return text_of(json);
}

std::string write(HealthReply const& reply) {
  auto json = versioned();
  json["central_now"] = rfc3339(reply.central_now);
  if (!reply.epoch.empty()) json["epoch"] = reply.epoch;
  if (reply.held) {
    json["held"] = OrderedJson{{"number", reply.held->number}};
    if (reply.held->event) json["held"]["event"] = reply.held->event->text();
  }
  if (!reply.settings.empty()) json["settings"] = json_of(reply.settings);
  if (reply.log_wanted) {
    json["log_wanted"] = OrderedJson{{"id", reply.log_wanted->id.text()}, {"hours", reply.log_wanted->hours}};
  }
  return text_of(json);
}

Result<Health> read_health(std::string_view json) {
  return read_body<Health>(json, [](Cursor const& root) {
    Health health{.program_version = root.at("program_version").text(longest_number),
                  .uptime_seconds = root.at("uptime_seconds").integer(0, INT64_MAX),
                  .reader_ok = root.at("reader_ok").boolean(),
                  .printer_ok = root.at("printer_ok").boolean(),
                  .printer_problem = root.at("printer_problem").text(longest_number),
                  .outbox_pending = root.at("outbox_pending").small(0, most_counted),
                  .prints_unresolved = root.at("prints_unresolved").small(0, most_counted),
                  .ledger = {}};
    if (root.has("outbox_refused")) health.outbox_refused = root.at("outbox_refused").small(0, most_counted);
    if (root.has("sound_ok")) health.sound_ok = root.at("sound_ok").boolean();
    if (root.has("beat")) {
      auto const beat = root.at("beat");
      health.beat = Beat{beat.at("run").id(), beat.at("number").integer(1, INT64_MAX)};
    }
    if (root.has("epoch")) health.epoch = root.at("epoch").text(longest_number);
    if (root.has("settings")) health.settings = read_item_states_at(root.at("settings"));
    if (root.has("supplies")) health.supplies = read_supplies_at(root.at("supplies"));
    if (!root.has("ledger")) return health;
    auto const ledger = root.at("ledger");
    health.ledger = {ledger.at("id").id(), ledger.at("number").integer(0, INT64_MAX)};
    return health;
  });
}

Result<HealthReply> read_health_reply(std::string_view json) {
  return read_body<HealthReply>(json, [](Cursor const& root) {
    HealthReply reply{.central_now = root.at("central_now").instant()};
    if (root.has("epoch")) reply.epoch = root.at("epoch").text(longest_number);
    if (root.has("settings")) reply.settings = read_items_told_at(root.at("settings"));
    if (root.has("log_wanted")) {
      auto const wanted = root.at("log_wanted");
      reply.log_wanted = LogWanted{wanted.at("id").id(), wanted.at("hours").small(1, most_log_hours)};
    }
    if (!root.has("held")) return reply;
    auto const held = root.at("held");
    reply.held = LedgerHeld{.number = held.at("number").integer(0, INT64_MAX), .event = {}};
    if (held.has("event")) reply.held->event = held.at("event").id();
    return reply;
  });
}

}  // namespace ce::protocol
