#include "central/admin/site_commands.h"

#include <ostream>

#include "central/admin/key_file.h"
#include "central/admin/table.h"
#include "central/roster/sites.h"
#include "central/store/digest.h"

namespace ce::admin {

SiteCommands::SiteCommands(CLI::App& app)
    : app_(app.add_subcommand("site", "Keys of approved online learning sites")) {
  app_->require_subcommand(1);
  enrol_ = app_->add_subcommand("enrol", "Let a site register study by itself (articles 4(4) and 12)");
  enrol_->add_option("--institution", institution_, "Its id; it must be approved for online study")
      ->option_text("ID")
      ->required();
  enrol_->add_option("--key-file", key_file_, "File to make with its key, readable by its owner alone")
      ->option_text("FILE")
      ->required();
  enrol_->footer(
      "The site sends the key with each request: Authorization: Bearer KEY. Central keeps only its SHA-256. "
      "A site\n"
      "may have two keys for a while, so that one can be exchanged without a gap; revoke the old one then.");
  revoke_ = app_->add_subcommand("revoke", "End a key at once");
  revoke_->add_option("key", key_, "Its first digits, as `site list` shows them")
      ->option_text("KEY")
      ->required();
  app_->add_subcommand("list", "All keys, revoked ones too; times are UTC");
}

int SiteCommands::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  if (enrol_->parsed()) return enrol(store, context.operator_name, out, err);
  return revoke_->parsed() ? revoke(store, context.operator_name, out, err) : list(store, out, err);
}

int SiteCommands::enrol(store::Store& store, std::string const& operator_name, std::ostream& out,
                        std::ostream& err) const {
  auto const key = store::make_key();
  if (auto written = write_key_file(key_file_, key); !written) return report(err, written.failure());
  auto const site = roster::enrol_site(store, accounts::operator_keeper(operator_name), institution_, key,
                                       SystemClock{}.now());
  if (!site) {
    std::error_code ignored;
    std::filesystem::remove(key_file_, ignored);  // ours, made a moment ago, and of no use now
    return report(err, site.failure());
  }
  out << site->name << ": key " << site->key << " enrolled; it is in " << key_file_.string() << '\n';
  return 0;
}

int SiteCommands::revoke(store::Store& store, std::string const& operator_name, std::ostream& out,
                         std::ostream& err) const {
  auto const site =
      roster::revoke_site(store, accounts::operator_keeper(operator_name), key_, SystemClock{}.now());
  if (!site) return report(err, site.failure());
  out << site->name << ": key " << site->key << " revoked\n";
  return 0;
}

int SiteCommands::list(store::Store& store, std::ostream& out, std::ostream& err) {
  auto const sites = roster::sites(store);
  if (!sites) return report(err, sites.failure());
  Table table{{"key", "institution", "name", "region", "enrolled", "revoked"}, {}};
  for (auto const& site : *sites) {
    table.rows.push_back({site.key, std::to_string(site.institution), site.name, site.region,
                          rfc3339(site.enrolled), site.revoked ? rfc3339(*site.revoked) : ""});
  }
  print_aligned(out, table);
  return 0;
}

}  // namespace ce::admin
