#include "central/admin/password_input.h"

#include <fstream>

#include "shared/password/typed.h"

namespace ce::admin {

Result<SecretText> read_password(std::filesystem::path const& file, std::ostream& err) {
  if (!file.empty()) {
    std::ifstream in{file};
    SecretText line;
    if (!std::getline(in, line.reveal())) {
      return Failure{FailureCode::input_invalid, file.string() + ": no password there"};
    }
    if (line.reveal().ends_with('\r')) line.reveal().pop_back();
    return line;
  }
  CE_TRY(auto first, password::read_unseen(err, "Password: "));
  if (!password::is_typed()) return first;
  CE_TRY(auto const again, password::read_unseen(err, "Once more: "));
  if (!same_secret(first.reveal(), again.reveal())) {
    return Failure{FailureCode::input_invalid, "the two passwords differ"};
  }
  return first;
}

}  // namespace ce::admin
