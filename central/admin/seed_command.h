#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>

#include "central/admin/command.h"
#include "central/seed/demo_file.h"

namespace ce::admin {

/// `seed`: fills an empty store with a made-up province.
class SeedCommand final : public Command {
 public:
  explicit SeedCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  int open_accounts(store::Store& store, seed::DemoPerson const& person, Context const& context,
                    std::ostream& out, std::ostream& err) const;

  CLI::App* app_;  // owned by the app above it
  int people_ = 1000;
  std::uint64_t seed_ = 1;
  bool demo_ = false;
  std::filesystem::path password_file_;
};

}  // namespace ce::admin
