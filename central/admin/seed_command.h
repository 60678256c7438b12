#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>

#include "central/admin/command.h"

namespace ce::admin {

/// `seed`: fills an empty store with a made-up province.
class SeedCommand final : public Command {
 public:
  explicit SeedCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* app_;  // owned by the app above it
  int people_ = 1000;
  std::uint64_t seed_ = 1;
  bool demo_ = false;
};

}  // namespace ce::admin
