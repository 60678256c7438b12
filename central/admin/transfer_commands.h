#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>

#include "central/admin/command.h"

namespace ce::admin {

/// `export` and `import`: move a whole store from one engine to the other.
class TransferCommands final : public Command {
 public:
  explicit TransferCommands(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return export_->parsed() || import_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* export_;  // owned by the app above it
  CLI::App* import_;
  std::filesystem::path directory_;
};

}  // namespace ce::admin
