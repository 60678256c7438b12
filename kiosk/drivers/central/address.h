#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::drivers {

/// The base URL without a slash at its end. Fails with config_value_invalid unless it is https, or http to
/// this machine itself, without path, user, query or fragment.
Result<std::string> check_base_url(std::string const& url);

/// The one line of a key file. Fails with config_value_invalid, naming the file, if it cannot be read, if
/// every user of the machine may read it, or if it is not one line of visible characters.
Result<SecretText> read_key_file(std::filesystem::path const& file);

}  // namespace ce::drivers
