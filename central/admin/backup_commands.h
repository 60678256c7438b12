#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>

#include "central/admin/command.h"

namespace ce::admin {

/// `backup` and `restore`: the whole store in one file, and its proof documents in a directory beside it.
class BackupCommands final : public Command {
 public:
  explicit BackupCommands(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return backup_->parsed() || restore_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  int run_on_server(Context const& context, std::ostream& out, std::ostream& err) const;

  int copy_documents(Context const& context, bool backing_up, std::ostream& out, std::ostream& err) const;
  [[nodiscard]] std::filesystem::path files_dir(Context const& context) const;

  CLI::App* backup_;  // owned by the app above them
  CLI::App* restore_;
  std::filesystem::path file_;
  std::filesystem::path files_dir_;  // empty: `files` beside the store
};

}  // namespace ce::admin
