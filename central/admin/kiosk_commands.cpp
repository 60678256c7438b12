#include "central/admin/kiosk_commands.h"

#include <algorithm>
#include <ostream>

#include "central/admin/key_file.h"
#include "central/admin/table.h"
#include "central/fleet/certificates.h"
#include "central/fleet/copies.h"
#include "central/fleet/enrolment.h"
#include "central/fleet/fleet.h"
#include "central/fleet/kiosk_settings.h"
#include "central/grants/policy.h"
#include "central/store/digest.h"
#include "shared/enrolment/code.h"
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

/// "toner 7% low, paper ok, blanks 212"; "-" before it was told.
std::string supplies_of(std::optional<protocol::Supplies> const& supplies) {
  if (!supplies) return "-";
  auto const one = [](std::string name, std::string const& level, bool low) {
    if (!level.empty()) name += " " + level;
    return low ? name + " low" : level.empty() ? name + " ok" : name;
  };
  auto const toner = supplies->toner_percent ? std::to_string(*supplies->toner_percent) + "%" : std::string{};
  auto const blanks = supplies->blanks_left ? std::to_string(*supplies->blanks_left) : std::string{};
  return one("toner", toner, supplies->toner_low) + ", " + one("paper", {}, supplies->paper_low) + ", " +
         one("blanks", blanks, supplies->blanks_low);
}

std::string identity_of(store::KioskLine const& line) {
  if (line.cut_off) return "cut off " + rfc3339(*line.cut_off);
  if (line.revoked) return "revoked";
  return line.certified_until ? "until " + rfc3339(*line.certified_until) : "key or none";
}

std::vector<std::string> row_of(store::KioskLine const& line) {
  auto const& health = line.health;
  if (!line.last_seen)
    return {line.kiosk.id,    line.kiosk.region, line.kiosk.hall, "never", "", "", "", "", "", "", "",
            identity_of(line)};
  return {line.kiosk.id,
          line.kiosk.region,
          line.kiosk.hall,
          rfc3339(*line.last_seen),
          health.program_version,
          health.reader_ok ? "ok" : "fault",
          health.printer_ok ? "ok" : (health.printer_problem.empty() ? "fault" : health.printer_problem),
          supplies_of(health.supplies),
          std::to_string(health.outbox_pending),
          std::to_string(health.prints_unresolved),
          line.ledger_outdated ? "outdated" : "sound",
          identity_of(line)};
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
  enrol_
      ->add_option("--key-file", key_file_,
                   "For trying out on one machine ([kiosks] bearer_keys): a key in place of a code")
      ->option_text("FILE");
  enrol_->footer(
      "Tells a code that is good once, for an hour: it is typed on the kiosk's screen or given to\n"
      "`ce-kiosk --enrol CODE`. The kiosk makes its key itself and is certified for 90 days, which it renews "
      "by\n"
      "itself. Another code for the same kiosk: `kiosk code`.");
  code_ = app_->add_subcommand("code", "Another code: a new machine, or a kiosk whose identity ended");
  code_->add_option("--id", kiosk_.id, "Which")->option_text("ID")->required();
  code_->footer("What the kiosk had for an identity ends when the code is used.");
  revoke_ = app_->add_subcommand("revoke", "End a kiosk's identity at once");
  revoke_->add_option("--id", kiosk_.id, "Which")->option_text("ID")->required();
  answer_ = app_->add_subcommand("answer", "What was found out about a kiosk that was cut off");
  answer_->add_option("--id", kiosk_.id, "Which")->option_text("ID")->required();
  answer_->add_option("--as", finding_, "Its disk was put back: it serves on; or its identity ends")
      ->option_text("restored|stolen")
      ->required()
      ->check(CLI::IsMember({"restored", "stolen"}));
  answer_->footer(
      "A kiosk is cut off where another machine speaks for it, or its disk is an old copy. Look which "
      "machines\n"
      "there are before it is let in again.");
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
  item_ = app_->add_subcommand("item", "One item of a kiosk's own settings, from afar");
  item_->add_option("--id", kiosk_.id, "Which")->option_text("ID")->required();
  item_->add_option("--item", item_code_, "What")
      ->option_text("language|sound|idle|hours|program")
      ->required();
  item_->add_option("--value", item_values_, "Its fields in the order of the kiosk's screen; \"\" for none")
      ->option_text("VALUE ...")
      ->required();
  item_->footer(
      "language: zh|en. sound: never|elder|always, volume 1-5. idle: seconds until it asks, until it ends, "
      "to take the\n"
      "card. hours: always|weekdays|monday_to_saturday|daily and four times as 0900.\n"
      "The kiosk judges and takes it up when nobody is there; halls, stages and taking back are in the "
      "console.");
  app_->add_subcommand("list", "All kiosks with their last report; times are UTC");
}

int KioskCommands::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  if (policy_->parsed()) return set_policy(store, context.operator_name, out, err);
  if (settings_->parsed()) return set_settings(store, context.operator_name, out, err);
  if (item_->parsed()) return set_item(store, context.operator_name, out, err);
  if (code_->parsed()) return tell_code(store, context.operator_name, out, err);
  if (revoke_->parsed() || answer_->parsed()) return decide(store, context.operator_name, out, err);
  return enrol_->parsed() ? enrol(store, context.operator_name, out, err) : list(store, out, err);
}

int KioskCommands::enrol(store::Store& store, std::string const& operator_name, std::ostream& out,
                         std::ostream& err) const {
  auto const key = store::make_key();
  if (key_file_.empty()) {
    // A key that nobody has: the code brings the kiosk's own.
    if (auto done = fleet::enrol(store, operator_name, kiosk_, store::key_hash(key), SystemClock{}.now());
        !done) {
      return report(err, done.failure());
    }
    return tell_code(store, operator_name, out, err);
  }
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

int KioskCommands::tell_code(store::Store& store, std::string const& operator_name, std::ostream& out,
                             std::ostream& err) const {
  auto const code =
      fleet::make_code(store, audit::operator_author(operator_name, {}), kiosk_.id, SystemClock{}.now());
  if (!code) return report(err, code.failure());
  out << kiosk_.id << ": code " << enrolment::shown(*code) << ", good once within " << fleet::code_minutes
      << " minutes\n";
  return 0;
}

int KioskCommands::decide(store::Store& store, std::string const& operator_name, std::ostream& out,
                          std::ostream& err) const {
  auto const by = audit::operator_author(operator_name, {});
  auto const now = SystemClock{}.now();
  bool const restored = answer_->parsed() && finding_ == "restored";
  auto const done =
      revoke_->parsed()
          ? fleet::revoke(store, by, kiosk_.id, now)
          : fleet::answer_alarm(store, by, kiosk_.id,
                                restored ? fleet::Finding::restored : fleet::Finding::stolen, now);
  if (!done) return report(err, done.failure());
  out << kiosk_.id << (restored ? ": serves on\n" : ": its identity has ended\n");
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
  Table table{{"id", "region", "hall", "last_seen", "version", "reader", "printer", "supplies", "outbox",
               "unresolved", "ledger", "identity"},
              {}};
  for (auto const& line : *kiosks) table.rows.push_back(row_of(line));
  print_aligned(out, table);
  return 0;
}

}  // namespace ce::admin
