#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "central/admin/command.h"

namespace ce::admin {

/// `site enrol`, `list` and `revoke`: approved online learning sites (article 4(4)).
class SiteCommands final : public Command {
 public:
  explicit SiteCommands(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  int enrol(store::Store& store, std::string const& operator_name, std::ostream& out,
            std::ostream& err) const;
  int revoke(store::Store& store, std::string const& operator_name, std::ostream& out,
             std::ostream& err) const;
  static int list(store::Store& store, std::ostream& out, std::ostream& err);

  CLI::App* app_;  // owned by the app above it, as are the others
  CLI::App* enrol_;
  CLI::App* revoke_;
  std::int64_t institution_ = 0;
  std::string key_;
  std::filesystem::path key_file_;
};

}  // namespace ce::admin
