#include "central/admin/init_command.h"

#include <ostream>

#include "central/admin/ca_command.h"
#include "central/admin/keys_command.h"

namespace ce::admin {

InitCommand::InitCommand(CLI::App& app)
    : app_(app.add_subcommand("init", "Make an empty store, or bring an older one up to date")) {
  app_->add_option("--key-dir", directory_,
                   "Where the keys that sign print grants and certificates go [grant-keys beside it]")
      ->option_text("DIR")
      ->envname("CE_KEY_DIR");
  app_->footer("A store that is there keeps its rows. A damaged file is refused and left as it is.");
}

int InitCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto const existed = store::Store::exists(context.db);
  if (!existed) return report(err, existed.failure());
  auto const opened = Opened::open(context, OpenMode::create);
  if (!opened) return report(err, opened.failure());
  out << context.db << (*existed ? ": is there and up to date\n" : ": made\n");
  signing::KeyRing const ring{directory_.empty() ? signing::default_key_dir(context.db) : directory_};
  auto const by = audit::operator_author(context.operator_name, "440000");
  auto& store = (*opened)->store();
  auto const code = make_first_keys(store, ring, by, out, err);
  return code != 0 ? code : make_first_authority(store, ring.file_of("").parent_path(), by, out, err);
}

}  // namespace ce::admin
