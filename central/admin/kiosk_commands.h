#pragma once

#include <CLI/CLI.hpp>

#include "central/admin/command.h"
#include "shared/protocol/changes.h"

namespace ce::admin {

/// `kiosk enrol`, `code`, `revoke`, `answer`, `policy`, `settings`, `item` and `list`.
class KioskCommands final : public Command {
 public:
  explicit KioskCommands(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  int enrol(store::Store& store, std::string const& operator_name, std::ostream& out,
            std::ostream& err) const;
  int tell_code(store::Store& store, std::string const& operator_name, std::ostream& out,
                std::ostream& err) const;
  int decide(store::Store& store, std::string const& operator_name, std::ostream& out,
             std::ostream& err) const;
  int set_settings(store::Store& store, std::string const& operator_name, std::ostream& out,
                   std::ostream& err) const;
  int set_policy(store::Store& store, std::string const& operator_name, std::ostream& out,
                 std::ostream& err) const;
  int set_item(store::Store& store, std::string const& operator_name, std::ostream& out,
               std::ostream& err) const;  // kiosk_item.cpp
  static int list(store::Store const& store, std::ostream& out, std::ostream& err);

  CLI::App* app_;  // owned by the app above it
  CLI::App* enrol_;
  CLI::App* policy_;
  store::Kiosk kiosk_;
  std::filesystem::path key_file_;
  std::string serves_ = "province";
  std::int64_t pre_grant_minutes_ = 0;
  CLI::App* settings_;
  CLI::App* code_;
  CLI::App* revoke_;
  CLI::App* answer_;
  std::string finding_;
  std::string cache_ = "seen";
  protocol::ConfigChange wanted_;
  CLI::App* item_;
  std::string item_code_;
  std::vector<std::string> item_values_;
};

}  // namespace ce::admin
