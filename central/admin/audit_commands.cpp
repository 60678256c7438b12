#include "central/admin/audit_commands.h"

#include <fstream>
#include <ostream>

#include "central/admin/table.h"
#include "central/audit/list.h"
#include "central/audit/verify.h"

namespace ce::admin {
namespace {

constexpr auto break_words =
    std::to_array<std::string_view>({"altered", "removed", "reordered", "head wrong"});

void tell(std::ostream& out, audit::Finding const& finding) {
  out << finding.scope << ": entry " << finding.seq << ' ' << finding.words << " ("
      << break_words.at(static_cast<std::size_t>(finding.how)) << ")\n";
}

/// Lines "SCOPE SEQ HASH", as `audit heads` prints them.
Result<std::vector<audit::Head>> read_heads(std::filesystem::path const& file) {
  std::ifstream in{file};
  std::vector<audit::Head> heads;
  audit::Head head;
  while (in >> head.scope >> head.seq >> head.hash) heads.push_back(head);
  if (in.eof() && !heads.empty()) return heads;
  return Failure{FailureCode::input_invalid, file.string() + ": not what `ce-admin audit heads` prints"};
}

Result<std::optional<Instant>> day_start(std::string const& option, std::string const& text, int days_later) {
  if (text.empty()) return std::optional<Instant>{};
  auto const day = Date::parse_iso(text);
  if (!day) return Failure{FailureCode::input_invalid, option + " " + text + ": write a day as 2026-03-01"};
  return std::optional{start_of_china_day(Date::from_days(day->days() + days_later))};
}

}  // namespace

AuditCommands::AuditCommands(CLI::App& app)
    : app_(app.add_subcommand("audit", "Who did what and when, in chains that show any change")) {
  app_->require_subcommand(1);
  auto const add_region = [this](CLI::App* command) {
    command->add_option("--region", region_, "A region with all below it, by GB/T 2260")
        ->option_text("CODE [440000]");
  };
  verify_ = app_->add_subcommand("verify", "Read every chain from its first entry to its head");
  add_region(verify_);
  verify_->add_option("--against", against_, "Heads kept from earlier, that must still stand in their chains")
      ->option_text("FILE");
  verify_->footer(
      "Exit code 1 where an entry was altered, removed or reordered or a head is wrong; each is named. A "
      "chain that\n"
      "was written anew as a whole is sound in itself: keep what `audit heads` prints elsewhere, day by day, "
      "and hold\n"
      "the chains against it.");
  list_ = app_->add_subcommand("list", "Entries, the latest first");
  add_region(list_);
  list_->add_option("--from", from_, "First day, in China time")->option_text("YYYY-MM-DD");
  list_->add_option("--to", to_, "Last day")->option_text("YYYY-MM-DD");
  list_->add_option("--actor", actor_, "Of this account alone, or operator:NAME")->option_text("ID");
  list_->add_option("--limit", limit_, "At most so many")
      ->option_text("N [100]")
      ->check(CLI::Range(1, 1'000'000));
  list_->add_flag("--csv", csv_, "As CSV");
  add_region(app_->add_subcommand("heads", "Where each chain stands: region, number, hash"));
}

int AuditCommands::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  if ((*opened)->rules().regions.find(region_) == nullptr) {
    return report(err, {FailureCode::input_invalid, "--region " + region_ + ": no such region of Guangdong"});
  }
  auto& store = (*opened)->store();
  if (verify_->parsed()) return verify(store, out, err);
  return list_->parsed() ? list(store, out, err) : heads(store, out, err);
}

int AuditCommands::verify(store::Store& store, std::ostream& out, std::ostream& err) const {
  std::vector<audit::Head> earlier;
  if (!against_.empty()) {
    auto read = read_heads(against_);
    if (!read) return report(err, read.failure());
    earlier = std::move(*read);
  }
  audit::Verified verified;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(verified, audit::verify(database, {region_}));
    for (auto const& head : earlier) {
      if (!store::RegionScope{region_}.covers(head.scope)) continue;
      CE_TRY(auto const finding, audit::compare(database, head));
      if (finding) verified.findings.push_back(*finding);
    }
    return {};
  });
  if (!done) return report(err, done.failure());
  for (auto const& finding : verified.findings) tell(out, finding);
  out << verified.heads.size() << " chains, " << verified.entries << " entries, " << verified.findings.size()
      << " findings\n";
  return verified.findings.empty() ? 0 : 1;
}

int AuditCommands::heads(store::Store& store, std::ostream& out, std::ostream& err) const {
  audit::Verified verified;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(verified.heads, audit::heads(database, {region_}));
    return {};
  });
  if (!done) return report(err, done.failure());
  for (auto const& head : verified.heads) out << head.scope << ' ' << head.seq << ' ' << head.hash << '\n';
  return 0;
}

int AuditCommands::list(store::Store& store, std::ostream& out, std::ostream& err) const {
  audit::Filter filter{{region_}, {}, {}, {}, limit_};
  if (!actor_.empty()) filter.actor = actor_;
  auto const from = day_start("--from", from_, 0);
  if (!from) return report(err, from.failure());
  auto const before = day_start("--to", to_, 1);
  if (!before) return report(err, before.failure());
  filter.from = *from;
  filter.before = *before;
  std::vector<audit::Entry> entries;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(entries, audit::list(database, filter));
    return {};
  });
  if (!done) return report(err, done.failure());
  Table table{{"region", "seq", "time", "actor", "party", "action", "subject", "detail"}, {}};
  for (auto const& entry : entries) {
    table.rows.push_back(
        {entry.scope, std::to_string(entry.seq), rfc3339(Instant{entry.at_ms}), entry.actor, entry.party,
         entry.action, entry.subject.empty() ? entry.subject_kind : entry.subject_kind + ' ' + entry.subject,
         entry.detail});
  }
  csv_ ? print_csv(out, table) : print_aligned(out, table);
  return 0;
}

}  // namespace ce::admin
