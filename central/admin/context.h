#pragma once

#include <filesystem>
#include <iosfwd>

#include "central/audit/audit.h"
#include "central/store/store.h"

namespace ce::admin {

/// What every command starts from; filled from the command line before a command runs.
struct Context {
  std::string db;  // a file's path, or where a PostgreSQL database is
  std::filesystem::path config_dir;
  std::string operator_name;  // who is at the command line, as audit entries name them
};

enum class OpenMode : std::uint8_t { existing, create };

/// The rules and the store on them, together because the store borrows the rules.
class Opened {
 public:
  /// Fails like rulebook::load() and Store::open(); with input_invalid where `existing` is asked and there is
  /// none.
  static Result<std::unique_ptr<Opened>> open(Context const& context, OpenMode mode);
  [[nodiscard]] store::Store& store() { return *store_; }
  [[nodiscard]] store::Rulebook const& rules() const { return rules_; }

 private:
  explicit Opened(store::Rulebook rules) : rules_(std::move(rules)) {}
  store::Rulebook rules_;
  std::optional<store::Store> store_;
};

/// An entry of the province's chain about the whole store, of what was done to it just now.
[[nodiscard]] Result<void> note_in_chain(Context const& context, audit::Action action);

/// Tells a failure in one line, with what to do about it, and gives the exit code: 2 for what the caller gave
/// (command line, files, configuration), 1 for what went wrong.
int report(std::ostream& err, Failure const& failure);

}  // namespace ce::admin
