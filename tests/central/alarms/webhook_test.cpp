// What a webhook's messages are signed by.
#include "central/alarms/webhook.h"

#include <gmock/gmock.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sys/stat.h>

#include <array>

#include "central/alarms/message.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

TEST(Signature, IsThatOfAnyonesHmac) {
  // printf '1700000000.{}' | openssl dgst -sha256 -hmac "$(printf 's%.0s' $(seq 32))"
  std::array<unsigned char, EVP_MAX_MD_SIZE> made{};
  unsigned size = 0;
  std::string const key(32, 's');
  std::string const text = "1700000000.{}";
  HMAC(EVP_sha256(), key.data(), 32, reinterpret_cast<unsigned char const*>(text.data()), text.size(),
       made.data(), &size);
  std::string digits;
  for (unsigned i = 0; i < size; ++i) {
    std::array<char, 3> two{};
    std::snprintf(two.data(), two.size(), "%02x", made[i]);
    digits += two.data();
  }
  EXPECT_EQ(alarms::signature(SecretText{key}, "{}", Instant{1'700'000'000'123}),
            "t=1700000000,v1=" + digits);
}

TEST(WebhookSecret, IsReadFromAFileOfItsOwnersAlone) {
  TempDirectory directory;
  auto const file = directory / "secret";
  EXPECT_THAT(alarms::read_secret(file).failure().detail, HasSubstr("读不到"));
  write_all(file, std::string(40, 'k') + "\n");
  ::chmod(file.c_str(), 0644);
  EXPECT_THAT(alarms::read_secret(file).failure().detail, HasSubstr("chmod 600"));
  ::chmod(file.c_str(), 0600);
  EXPECT_EQ(alarms::read_secret(file).value().reveal(), std::string(40, 'k'));
  write_all(file, "short\n");
  ::chmod(file.c_str(), 0600);
  EXPECT_THAT(alarms::read_secret(file).failure().detail, HasSubstr("32"));
}

}  // namespace
}  // namespace ce::test
