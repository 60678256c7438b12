#include <sys/stat.h>

#include <fstream>

#include "central/alarms/webhook.h"

namespace ce::alarms {

Result<SecretText> read_secret(std::filesystem::path const& file) {
  constexpr std::size_t shortest = 32;
  auto const wrong = [&](std::string const& what) {
    return Failure{FailureCode::config_value_invalid, "[alarms] secret_file: " + file.string() + " " + what};
  };
  struct stat about {};
  if (::stat(file.c_str(), &about) != 0) return wrong("读不到");
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) return wrong("只能由所有者读取，请 chmod 600");
  std::ifstream in{file};
  SecretText secret;
  if (!std::getline(in, secret.reveal()) || secret.reveal().size() < shortest)
    return wrong("应是一行，至少 32 个字符，例如 openssl rand -hex 32 所生成的");
  return secret;
}

}  // namespace ce::alarms
