#include "central/admin/kiosk_commands.h"

#include <algorithm>
#include <ostream>

#include "central/admin/key_file.h"
#include "central/admin/table.h"
#include "central/fleet/fleet.h"
#include "central/fleet/kiosk_settings.h"
#include "central/grants/policy.h"
#include "central/store/digest.h"
#include "shared/protocol/names.h"

namespace ce::admin {
namespace {

/// What a key file, a header and a log line can hold without surprises.
std::string check_id(std::string const& id) {
  auto const allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  if (!id.empty() && id.size() <= 40 && std::all_of(id.begin(), id.end(), allowed)) return {};
  return "use 1 to 40 letters, digits, - and _";
}

std::vector<std::string> row_of(store::KioskLine const& line) {
  auto const& health = line.health;
  if (!line.last_seen)
    return {line.kiosk.id, line.kiosk.region, line.kiosk.hall, "never", "", "", "", "", "", ""};
  return {line.kiosk.id,
          line.kiosk.region,
          line.kiosk.hall,
          rfc3339(*line.last_seen),
          health.program_version,
          health.reader_ok ? "ok" : "fault",
          health.printer_ok ? "ok" : (health.printer_problem.empty() ? "fault" : health.printer_problem),
          std::to_string(health.outbox_pending),
          std::to_string(health.prints_unresolved),
          line.ledger_outdated ? "outdated" : "sound"};
}

}  // namespace

KioskCommands::KioskCommands(CLI::App& app) : app_(app.add_subcommand("kiosk", "Enrol and list kiosks")) {
  app_->require_subcommand(1);
  enrol_ = app_->add_subcommand("enrol", "Let a kiosk speak to central");
  enrol_->add_option("--id", kiosk_.id, "What the kiosk is called from now on")
      ->option_text("ID")
      ->required()
      ->check(check_id);
  enrol_->add_option("--region", kiosk_.region, "Where it stands, by GB/T 2260")
      ->option_text("CODE")
      ->required();
  enrol_->add_option("--hall", kiosk_.hall, "Name of the service hall")->option_text("NAME")->required();
  enrol_->add_option("--key-file", key_file_, "File to make with its key, readable by its owner alone")
      ->option_text("FILE")
      ->required();
  enrol_->footer(
      "Carry the key file to the kiosk and name it in its configuration. Central keeps only its SHA-256, so "
      "the\n"
      "file cannot be made again: enrol under another id if it is lost. A file that is there is not "
      "overwritten.");
  policy_ = app_->add_subcommand("policy", "What a kiosk may print");
  policy_->add_option("--id", kiosk_.id, "Which")->option_text("ID")->required();
  policy_->add_option("--serves", serves_, "Whose certificates: those of its province, city or county")
      ->option_text("province|city|county [province]");
  policy_
      ->add_option(
          "--pre-grant-minutes", pre_grant_minutes_,
          "How long grants that come with a query are good, for printing without network; 0: none come")
      ->option_text("MINUTES [0]");
  settings_ =
      app_->add_subcommand("settings", "What a kiosk keeps for the time without network, and how it runs");
  settings_->add_option("--id", kiosk_.id, "Which")->option_text("ID")->required();
  settings_->add_option("--cache", cache_, "Whom it keeps: nobody, those seen there, or its region as well")
      ->option_text("nobody|seen|region [seen]")
      ->check(CLI::IsMember({"nobody", "seen", "region"}));
  settings_->add_option("--cache-days", wanted_.cache_days, "How long an answer about somebody is kept")
      ->option_text("DAYS [30]");
  settings_
      ->add_option("--cache-people", wanted_.cache_people, "How many seen people at most, oldest out first")
      ->option_text("N [20000]");
  settings_->add_option("--idle-seconds", wanted_.idle_seconds, "After how long without a touch it asks")
      ->option_text("SECONDS [as its own configuration says]");
  settings_->footer(
      "The kiosk takes these up between visits. Where its own configuration is stricter about whom it keeps, "
      "that holds.");
  app_->add_subcommand("list", "All kiosks with their last report; times are UTC");
}

int KioskCommands::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  if (policy_->parsed()) return set_policy(store, context.operator_name, out, err);
  if (settings_->parsed()) return set_settings(store, context.operator_name, out, err);
  return enrol_->parsed() ? enrol(store, context.operator_name, out, err) : list(store, out, err);
}

int KioskCommands::enrol(store::Store& store, std::string const& operator_name, std::ostream& out,
                         std::ostream& err) const {
  auto const key = store::make_key();
  if (auto written = write_key_file(key_file_, key); !written) return report(err, written.failure());
  if (auto done = fleet::enrol(store, operator_name, kiosk_, store::key_hash(key), SystemClock{}.now());
      !done) {
    std::error_code ignored;
    std::filesystem::remove(key_file_, ignored);  // ours, made a moment ago, and of no use now
    return report(err, done.failure());
  }
  out << kiosk_.id << ": enrolled; its key is in " << key_file_.string() << '\n';
  return 0;
}

int KioskCommands::set_policy(store::Store& store, std::string const& operator_name, std::ostream& out,
                              std::ostream& err) const {
  if (auto done = grants::set_policy(store, kiosk_.id, serves_, pre_grant_minutes_, SystemClock{}.now(),
                                     audit::operator_author(operator_name, {}));
      !done) {
    return report(err, done.failure());
  }
  out << kiosk_.id << ": serves its " << serves_ << "; pre-grants "
      << (pre_grant_minutes_ == 0 ? "off" : "for " + std::to_string(pre_grant_minutes_) + " minutes") << '\n';
  return 0;
}

int KioskCommands::set_settings(store::Store& store, std::string const& operator_name, std::ostream& out,
                                std::ostream& err) const {
  auto settings = wanted_;
  settings.cache = protocol::named<protocol::CachePolicy>(cache_).value_or(settings.cache);
  if (auto done = fleet::set_settings(store, operator_name, kiosk_.id, settings, SystemClock{}.now()); !done)
    return report(err, done.failure());
  out << kiosk_.id << ": keeps " << cache_ << "; it hears of it within minutes\n";
  return 0;
}

int KioskCommands::list(store::Store const& store, std::ostream& out, std::ostream& err) {
  auto const kiosks = store.kiosks();
  if (!kiosks) return report(err, kiosks.failure());
  Table table{
      {"id", "region", "hall", "last_seen", "version", "reader", "printer", "outbox", "unresolved", "ledger"},
      {}};
  for (auto const& line : *kiosks) table.rows.push_back(row_of(line));
  print_aligned(out, table);
  return 0;
}

}  // namespace ce::admin
