#include <gmock/gmock.h>

#include <thread>

#include "central/registration/fixture.h"
#include "central/registration/proofs.h"
#include "central/registration/register.h"
#include "central/store/digest.h"
#include "support/files.h"

namespace ce::test {
namespace {

using registration::ProofKind;
using registration::ProofShelf;
using testing::HasSubstr;

std::string const pdf = "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";
std::string const jpeg = std::string{"\xFF\xD8\xFF\xE0"} + "picture" + "\xFF\xD9";
std::string const png = std::string{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16} + std::string(17, 'x') + "data" +
                        std::string{"\0\0\0\0IEND\xAE\x42\x60\x82", 12};

struct Proofs : RegistrationTest {
  ProofShelf shelf{directory / "proofs"};
  std::filesystem::path place(std::string const& hash) const {
    return directory / "proofs" / hash.substr(0, 2) / hash;
  }
};

TEST_F(Proofs, AreKnownByTheirContent) {
  EXPECT_EQ(registration::proof_kind_of(pdf), ProofKind::pdf);
  EXPECT_EQ(registration::proof_kind_of(jpeg), ProofKind::jpeg);
  EXPECT_EQ(registration::proof_kind_of(png), ProofKind::png);
  EXPECT_EQ(registration::proof_kind_of(pdf.substr(0, 20)), std::nullopt) << "cut off";
  EXPECT_EQ(registration::proof_kind_of(jpeg.substr(0, 8)), std::nullopt);
  EXPECT_EQ(registration::proof_kind_of(png.substr(0, 40)), std::nullopt);
  EXPECT_EQ(registration::proof_kind_of("<html><script>%PDF-1.7 %%EOF"), std::nullopt);
  EXPECT_EQ(registration::proof_kind_of("MZ\x90"), std::nullopt);
  EXPECT_EQ(registration::proof_kind_of(""), std::nullopt);
}

TEST_F(Proofs, AreKeptOnceUnderTheirHash) {
  auto const first = shelf.put(store, person, pdf, now);
  ASSERT_TRUE(first) << describe(first.failure());
  EXPECT_EQ(first->hash, store::sha256_hex(pdf));
  EXPECT_EQ(read_all(place(first->hash)), pdf);
  ASSERT_TRUE(shelf.put(store, employer, pdf, now));
  EXPECT_EQ(count("proof_documents"), 1);
  EXPECT_EQ(count("proof_uploads"), 2);
  EXPECT_EQ(shelf.read(first->hash).value(), pdf);
}

TEST_F(Proofs, BadOnesAreRefusedWithAReason) {
  auto const refusal = [&](std::string const& bytes) {
    auto const done = shelf.put(store, person, bytes, now);
    return done ? std::string{"stored"} : describe(done.failure());
  };
  EXPECT_THAT(refusal(""), HasSubstr("文件是空的"));
  EXPECT_THAT(refusal("hello"), HasSubstr("不是完整的 PDF、JPG 或 PNG"));
  EXPECT_THAT(refusal(pdf + std::string(registration::most_proof_bytes, 'x')), HasSubstr("超过 10 MB"));
  EXPECT_EQ(count("proof_documents"), 0);
}

TEST_F(Proofs, AnAccountBringsSoManyInADay) {
  ProofShelf const small{directory / "proofs", {.documents = 2, .bytes = 1000}};
  auto const numbered = [](int n) { return pdf.substr(0, 9) + std::to_string(n) + pdf.substr(9); };
  ASSERT_TRUE(small.put(store, person, numbered(1), now));
  ASSERT_TRUE(small.put(store, person, numbered(2), now));
  auto const third = small.put(store, person, numbered(3), now);
  ASSERT_FALSE(third);
  EXPECT_EQ(third.failure().code, FailureCode::file_refused);
  EXPECT_THAT(third.failure().detail, HasSubstr("24 小时内已上传 2 份，达到上限，请明天再上传"));
  EXPECT_FALSE(shelf.read(store::sha256_hex(numbered(3)))) << "nothing of it is kept";
  EXPECT_TRUE(small.put(store, person, numbered(1), now)) << "the same again takes no room";
  EXPECT_TRUE(small.put(store, employer, numbered(3), now)) << "each account has its own bound";
  EXPECT_TRUE(small.put(store, person, numbered(4), Instant{now.ms + 86'400'000}));

  ProofShelf const narrow{directory / "proofs", {.documents = 10, .bytes = 100}};
  auto const large = narrow.put(store, institution, pdf + std::string(200, ' ') + "%%EOF\n", now);
  ASSERT_FALSE(large);
  EXPECT_THAT(large.failure().detail, HasSubstr("合计将超过"));
}

TEST_F(Proofs, DamageOnTheDiskIsSeenAndMendedByTheSameFile) {
  auto const proof = shelf.put(store, person, pdf, now).value();
  write_all(place(proof.hash), pdf.substr(1));
  auto const damaged = shelf.read(proof.hash);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.failure().code, FailureCode::storage_corrupt);
  ASSERT_TRUE(shelf.put(store, person, pdf, now));
  EXPECT_EQ(shelf.read(proof.hash).value(), pdf);
}

TEST_F(Proofs, NamesThatAreNoHashesReachNoFile) {
  write_all(directory / "secret", "secret");
  for (auto const* name : {"../secret", "", "AB", "../../../../etc/passwd"}) {
    auto const read = shelf.read(name);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.failure().code, FailureCode::input_invalid);
  }
  EXPECT_EQ(shelf.read(std::string(64, 'a')).failure().code, FailureCode::record_unknown);
}

TEST_F(Proofs, ManyAtOnceLeaveOneWholeFile) {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 6; ++i) threads.emplace_back([&] { EXPECT_TRUE(shelf.put(store, person, jpeg, now)); });
  threads.clear();
  auto const hash = store::sha256_hex(jpeg);
  EXPECT_EQ(shelf.read(hash).value(), jpeg);
  auto const folder = place(hash).parent_path();
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder}, {}), 1)
      << "no half-written file beside";
}

TEST_F(Proofs, AHashAloneOpensNobodysDocument) {
  auto const proof = shelf.put(store, person, pdf, now).value();
  auto entry = course();
  entry.proofs = {proof.hash};
  auto const foreign = registration::register_record(store, institution, entry, now);
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.failure().code, FailureCode::file_refused);
  EXPECT_EQ(count("learning_records"), 0);
  auto const own = registration::register_record(store, person, entry, now);
  ASSERT_TRUE(own) << describe(own.failure());
  EXPECT_EQ(count("record_proofs"), 1);
}

}  // namespace
}  // namespace ce::test
