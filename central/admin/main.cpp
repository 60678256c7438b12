#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cctype>
#include <iostream>
#include <memory>

#include "central/accounts/permissions.h"
#include "central/admin/account_commands.h"
#include "central/admin/audit_commands.h"
#include "central/admin/authority_commands.h"
#include "central/admin/backup_commands.h"
#include "central/admin/ca_command.h"
#include "central/admin/diagnostics_commands.h"
#include "central/admin/held_command.h"
#include "central/admin/init_command.h"
#include "central/admin/keys_command.h"
#include "central/admin/kiosk_commands.h"
#include "central/admin/numbers_command.h"
#include "central/admin/paper_command.h"
#include "central/admin/people_command.h"
#include "central/admin/person_commands.h"
#include "central/admin/register_command.h"
#include "central/admin/replay_command.h"
#include "central/admin/reprint_command.h"
#include "central/admin/seed_command.h"
#include "central/admin/site_commands.h"
#include "central/admin/token_command.h"
#include "central/admin/transfer_commands.h"
#include "central/admin/verdicts_command.h"
#include "central/admin/whole_help.h"
#include "central/admin/year_command.h"
#include "central/casebook/command.h"
#include "central/certificate_command/command.h"
#include "central/settings/places.h"

namespace {

// Empty: may stand in an audit entry.
std::string operator_fault(std::string const& name) {
  bool const plain = std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_';
  });
  return plain && !name.empty() && name.size() <= 40 ? "" : "use 1 to 40 letters, digits, . - and _";
}

// What was printed into a file on a full disk, or to who has left, is not whole: nobody may take it for the
// register.
int ended(int code) {
  std::cout.flush();
  if (std::cout) return code;
  std::cerr << "ce-admin: what was printed did not arrive whole: the disk is full, or nobody reads\n";
  return code == 0 ? 1 : code;
}

std::filesystem::path default_config_dir() {
  if (char const* const given = std::getenv("CE_CONFIG_DIR"); given != nullptr && *given != '\0')
    return given;
  return ce::central_settings::find_places().config_dir;
}

// Behind sudo it is the person, not root.
std::string login_name() {
  for (auto const* const variable : {"SUDO_USER", "USER", "LOGNAME"}) {
    char const* const name = std::getenv(variable);
    if (name != nullptr && operator_fault(name).empty()) return name;
  }
  return "uid-" + std::to_string(::getuid());
}

}  // namespace

int main(int argc, char** argv) {
  ::umask(S_IRWXG | S_IRWXO);  // stores, backups, registers, copies of years: all name people
  CLI::App app{"ce-admin: the operators' command line on the store of ce-central", "ce-admin"};
  app.set_version_flag("--version", "ce-admin " CE_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done; 1 it failed; 2 the command line or a file given cannot be used.\n"
      "A PostgreSQL password is read from PGPASSFILE, ~/.pgpass or a service file.");

  ce::admin::Context context{"central.db", default_config_dir(), login_name()};
  app.add_option("--db", context.db,
                 "The store: a file, or postgresql://USER@HOST/DATABASE without a password")
      ->option_text("STORE [central.db]")
      ->envname("CE_DB");
  app.add_option("--config-dir", context.config_dir, "Directory that holds rules/, regions/ and demo/")
      ->option_text("DIR [" + context.config_dir.string() + "]");

  app.add_option("--operator", context.operator_name, "Who does this, for the audit chain")
      ->option_text("NAME [" + context.operator_name + "]")
      ->check(operator_fault);

  ce::admin::InitCommand const init{app};
  ce::admin::SeedCommand const seed{app};
  ce::admin::PeopleCommand const people{app};
  ce::admin::PersonCommands const person{app};
  ce::admin::RegisterCommand const issue_register{app};
  ce::admin::KioskCommands const kiosk{app};
  ce::admin::SiteCommands const site{app};
  ce::admin::AccountCommands const account{app};
  ce::admin::AuditCommands const audit{app};
  ce::admin::AuthorityCommands const authority{app};
  ce::admin::TransferCommands const transfer{app};
  ce::admin::VerdictsCommand const verdicts{app};
  ce::admin::BackupCommands const backup{app};
  ce::admin::DiagnosticsCommands const diagnostics{app};
  ce::admin::KeysCommand const keys{app};
  ce::admin::CaCommand const ca{app};
  ce::admin::TokenCommand const token{app};
  ce::admin::ReprintCommand const reprint{app};
  ce::admin::ReprintRuleCommand const reprint_rule{app};
  ce::admin::PaperCommand const paper{app};
  ce::admin::HeldCommand const held{app};
  ce::admin::NumbersCommand const numbers{app};
  ce::admin::YearCommand const year{app};
  ce::casebook::RegulationCommands const regulation{app, context.config_dir,
                                                    ce::accounts::permissions_text()};
  ce::admin::ReplayCommand const replay{regulation.app()};
  ce::certificate_command::CertificateCommands const certificate{app};

  // Last: commands take over what is set before them, and each would list it.
  app.formatter(std::make_shared<ce::admin::WholeHelp>());
  app.set_help_all_flag("--help-all", "Print this and the help of every command, and exit");

  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (regulation.chosen()) return ended(regulation.run(std::cout, std::cerr));
  if (certificate.chosen()) return ended(certificate.run(std::cout, std::cerr));
  for (ce::admin::Command const* command : std::to_array<ce::admin::Command const*>(
           {&init,    &seed,         &people,   &person,   &issue_register, &kiosk, &site,    &account,
            &audit,   &authority,    &transfer, &verdicts, &replay,         &keys,  &ca,      &token,
            &reprint, &reprint_rule, &paper,    &backup,   &diagnostics,    &held,  &numbers, &year})) {
    if (command->chosen()) return ended(command->run(context, std::cout, std::cerr));
  }
  return 2;
}
