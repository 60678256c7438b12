#pragma once

#include <string>
#include <utility>
#include <vector>

#include "central_process.h"
#include "fixture.h"

namespace ce::tests {

/// The value that a form of this page carries under that name.
[[nodiscard]] std::string hidden_value(Answer const& page, std::string const& name);

[[nodiscard]] std::string form_text(std::vector<std::pair<std::string, std::string>> const& members);

/// Somebody at a browser: keeps the session's cookie, sends the headers that browsers send.
class Browser {
 public:
  explicit Browser(CentralProcess const& central) : central_(&central) {}

  Answer get(std::string const& target);
  Answer post(std::string const& target, std::vector<std::pair<std::string, std::string>> const& members);
  /// A form with one file, as `field`, and other members.
  Answer upload(std::string const& target, std::string const& field, std::string const& file_name,
                std::string const& bytes, std::vector<std::pair<std::string, std::string>> members = {});
  Answer sign_in(std::string const& login, std::string const& password = account_password,
                 std::string const& next = "/console");
  /// The token of the forms of this session.
  [[nodiscard]] std::string csrf();
  /// Talks to another process from now on.
  void turn_to(CentralProcess const& central) { central_ = &central; }

  std::string cookie;  // "__Host-ce-session=..."
  std::string more;    // further header lines

 private:
  Answer keep(Answer answer);
  [[nodiscard]] std::string headers() const;

  CentralProcess const* central_;
};

}  // namespace ce::tests
