#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "central/admin/command.h"
#include "central/grants/keys.h"

namespace ce::admin {

/// `keys new`, `keys list`, `keys retire`, `keys export`: what signs print grants and certificates.
class KeysCommand final : public Command {
 public:
  explicit KeysCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  int make(store::Store& store, signing::KeyRing const& ring, audit::Author const& by, std::ostream& out,
           std::ostream& err) const;
  int end(store::Store& store, audit::Author const& by, std::ostream& out, std::ostream& err) const;

  CLI::App* app_;  // owned by the app above it
  CLI::App* new_;
  CLI::App* retire_;
  CLI::App* export_;
  std::filesystem::path directory_;
  std::string purpose_ = "grants";
  std::string algorithm_ = "ed25519";
  int years_;
  std::string id_;
  bool compromised_ = false;
};

/// Makes a key for grants and one for certificates where none signs yet; tells what it did. Gives the exit
/// code.
int make_first_keys(store::Store& store, signing::KeyRing const& ring, audit::Author const& by,
                    std::ostream& out, std::ostream& err);

}  // namespace ce::admin
