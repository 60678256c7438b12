#include "central/admin/init_command.h"

#include <ostream>

namespace ce::admin {

InitCommand::InitCommand(CLI::App& app)
    : app_(app.add_subcommand("init", "Make an empty store, or bring an older one up to date")) {
  app_->footer("A store that is there keeps its rows. A damaged file is refused and left as it is.");
}

int InitCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  std::error_code error;
  bool const existed = std::filesystem::exists(context.db, error);
  auto const opened = Opened::open(context, OpenMode::create);
  if (!opened) return report(err, opened.failure());
  out << context.db.string() << (existed ? ": is there and up to date\n" : ": made\n");
  return 0;
}

}  // namespace ce::admin
