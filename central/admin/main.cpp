#include <CLI/CLI.hpp>
#include <array>
#include <iostream>

#include "central/admin/authority_commands.h"
#include "central/admin/backup_commands.h"
#include "central/admin/init_command.h"
#include "central/admin/keys_command.h"
#include "central/admin/kiosk_commands.h"
#include "central/admin/people_command.h"
#include "central/admin/register_command.h"
#include "central/admin/replay_command.h"
#include "central/admin/reprint_command.h"
#include "central/admin/seed_command.h"
#include "central/admin/verdicts_command.h"
#include "central/casebook/command.h"
#include "central/certificate_command/command.h"
#include "central/settings/places.h"

namespace {

std::filesystem::path default_config_dir() {
  if (char const* const given = std::getenv("CE_CONFIG_DIR"); given != nullptr && *given != '\0')
    return given;
  return ce::settings::find_places().config_dir;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"ce-admin: the operators' command line on the store of ce-central", "ce-admin"};
  app.set_version_flag("--version", "ce-admin " CE_VERSION);
  app.require_subcommand(1);
  app.footer("Exit codes: 0 done; 1 it failed; 2 the command line or a file given cannot be used.");

  ce::admin::Context context{"central.db", default_config_dir()};
  app.add_option("--db", context.db, "The store")->option_text("PATH [central.db]")->envname("CE_DB");
  app.add_option("--config-dir", context.config_dir, "Directory that holds rules/, regions/ and demo/")
      ->option_text("DIR [" + context.config_dir.string() + "]");

  ce::admin::InitCommand const init{app};
  ce::admin::SeedCommand const seed{app};
  ce::admin::PeopleCommand const people{app};
  ce::admin::RegisterCommand const issue_register{app};
  ce::admin::KioskCommands const kiosk{app};
  ce::admin::VerdictsCommand const verdicts{app};
  ce::admin::AuthorityCommands const authority{app};
  ce::admin::BackupCommands const backup{app};
  ce::admin::KeysCommand const keys{app};
  ce::admin::ReprintCommand const reprint{app};
  ce::casebook::RegulationCommands const regulation{app, context.config_dir};
  ce::admin::ReplayCommand const replay{regulation.app()};
  ce::certificate_command::CertificateCommands const certificate{app};

  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (regulation.chosen()) return regulation.run(std::cout, std::cerr);
  if (certificate.chosen()) return certificate.run(std::cout, std::cerr);
  for (ce::admin::Command const* command :
       std::to_array<ce::admin::Command const*>({&init, &seed, &people, &issue_register, &kiosk, &verdicts,
                                                 &authority, &replay, &keys, &reprint, &backup})) {
    if (command->chosen()) return command->run(context, std::cout, std::cerr);
  }
  return 2;
}
