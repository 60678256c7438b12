#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "central/admin/command.h"
#include "shared/protocol/change_file.h"

namespace ce::admin {

/// `token verify`: whether the code of a sheet is the proof of a certificate in force, without network.
class TokenCommand final : public Command {
 public:
  explicit TokenCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  /// 0 where it is genuine, 1 where it is not, 2 for input that cannot be used.
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  [[nodiscard]] Result<protocol::Proofs> proofs(Context const& context) const;

  CLI::App* app_;  // owned by the app above it
  std::string scanned_;
  std::string keys_file_;
  std::string name_;
  bool json_ = false;
};

}  // namespace ce::admin
