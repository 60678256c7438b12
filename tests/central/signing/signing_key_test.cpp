#include "central/signing/signing_key.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>

#include "shared/signature/public_key.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

using signature::Algorithm;

struct SigningKeys : testing::TestWithParam<Algorithm> {
  TempDirectory directory;
  std::filesystem::path file = directory / "key.pem";
};

TEST_P(SigningKeys, WhatItSignsItsPublicHalfVerifies) {
  auto const key = signing::SigningKey::make(GetParam());
  auto const verifier = signature::PublicKey::from_hex(key.algorithm(), key.public_key());
  ASSERT_TRUE(verifier);
  auto const signature = key.sign("certificate");
  EXPECT_EQ(signature.size(), signature::signature_bytes);
  EXPECT_TRUE(verifier->verifies(signature, "certificate"));
  EXPECT_FALSE(verifier->verifies(signature, "certificates"));
  EXPECT_FALSE(verifier->verifies(signature + "x", "certificate"));
  EXPECT_FALSE(verifier->verifies(std::string(64, '\0'), "certificate"));
  EXPECT_FALSE(verifier->verifies(std::string(64, '\xFF'), "certificate"));
}

TEST_P(SigningKeys, AFileBringsTheSameKeyBack) {
  auto const key = signing::SigningKey::make(GetParam());
  ASSERT_TRUE(key.write(file));
  auto const read = signing::SigningKey::read(file);
  ASSERT_TRUE(read) << describe(read.failure());
  EXPECT_EQ(read->public_key(), key.public_key());
  EXPECT_EQ(read->algorithm(), GetParam());
  EXPECT_FALSE(key.write(file)) << "a key's file is never overwritten";
}

TEST_P(SigningKeys, AnotherKindOfKeyOrAnOpenFileIsRefused) {
  auto const key = signing::SigningKey::make(GetParam());
  ASSERT_TRUE(key.write(file));
  ASSERT_EQ(::chmod(file.c_str(), 0644), 0);
  EXPECT_EQ(signing::SigningKey::read(file).failure().code, FailureCode::grant_key_missing);
  std::filesystem::remove(file);
  auto const command =
      "openssl genpkey -algorithm X25519 -out " + file.string() + " && chmod 600 " + file.string();
  ASSERT_EQ(std::system(command.c_str()), 0);
  auto const read = signing::SigningKey::read(file);
  ASSERT_FALSE(read);
  EXPECT_NE(read.failure().detail.find("neither an Ed25519 nor an SM2 key"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Both, SigningKeys, testing::Values(Algorithm::ed25519, Algorithm::sm2),
                         [](auto const& of) { return std::string{signature::word_of(of.param)}; });

}  // namespace
}  // namespace ce::test
