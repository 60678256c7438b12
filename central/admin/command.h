#pragma once

#include <iosfwd>

#include "central/admin/context.h"

namespace ce::admin {

/// One command of ce-admin. It adds itself to the command line when it is made and must outlive the parsing.
class Command {
 public:
  Command() = default;
  Command(Command const&) = delete;
  Command& operator=(Command const&) = delete;
  virtual ~Command() = default;

  [[nodiscard]] virtual bool chosen() const = 0;
  /// The exit code: 0, 1 where it failed, 2 for input that cannot be used.
  virtual int run(Context const& context, std::ostream& out, std::ostream& err) const = 0;
};

}  // namespace ce::admin
