#include "shared/tpm/tpm.h"

#include "soft_tpm.h"
#include "support/files.h"
#include "trust_room.h"

namespace ce::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto plain_key = "BEGIN PRIVATE KEY";
constexpr auto sealed_key = "BEGIN TSS2 PRIVATE KEY";

Instant when_due(kiosk_identity::Files const& files) {
  auto const standing = kiosk_identity::standing_of(files).value();
  return Instant{standing->begins.ms + (standing->ends.ms - standing->begins.ms) / 3 * 2};
}

TEST_F(TrustRoom, AKeyLivesInTheChipAndIsRenewedThere) {
  SoftTpm const chip;
  Machine const machine;
  auto const enrolled = enrol(machine, make_code(), tpm::Use::required);
  ASSERT_TRUE(enrolled) << describe(enrolled.failure());
  auto const kept = read_all(machine.files().pair);
  EXPECT_THAT(kept, HasSubstr(sealed_key));
  EXPECT_THAT(kept, Not(HasSubstr(plain_key)));
  EXPECT_TRUE(kiosk_identity::standing_of(machine.files()).value()->sealed);
  // By TLS 1.3 and nothing older, and central knows who it is.
  auto const told = line(machine)->report(health());
  ASSERT_TRUE(told) << describe(told.failure());

  auto const ask = [&](auto const& request) { return line(machine)->renew(request); };
  auto const renewed =
      kiosk_identity::renew_if_due(machine.files(), tpm::Use::when_there, when_due(machine.files()), ask);
  ASSERT_TRUE(renewed) << describe(renewed.failure());
  EXPECT_TRUE(*renewed);
  auto const next = read_all(machine.files().pair);
  EXPECT_NE(next, kept);
  EXPECT_THAT(next, HasSubstr(sealed_key));
  EXPECT_TRUE(line(machine)->report(health()));
  // Who wants none of it any more has the next in the file.
  EXPECT_TRUE(
      kiosk_identity::renew_if_due(machine.files(), tpm::Use::never, when_due(machine.files()), ask).value());
  EXPECT_THAT(read_all(machine.files().pair), HasSubstr(plain_key));
  EXPECT_FALSE(kiosk_identity::standing_of(machine.files()).value()->sealed);
  EXPECT_TRUE(line(machine)->report(health()));
}

TEST_F(TrustRoom, ADiskWithoutItsChipIsNoKiosk) {
  SoftTpm chip;
  Machine const machine;
  ASSERT_TRUE(enrol(machine, make_code(), tpm::Use::required));
  auto const central_line = line(machine);
  EXPECT_TRUE(central_line->report(health()));
  chip.pull();
  auto const without = line(machine)->report(health());
  ASSERT_FALSE(without);
  EXPECT_EQ(without.failure().code, FailureCode::central_unreachable);
  EXPECT_THAT(without.failure().detail, HasSubstr("安全芯片"));
  // Where it must be, nothing is enrolled without; where it may be, a hall opens all the same.
  Machine const other{tests::other_kiosk_id};
  auto const code = make_code(tests::other_kiosk_id);
  auto const refused = enrol(other, code, tpm::Use::required);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::config_value_invalid);
  EXPECT_THAT(refused.failure().detail, HasSubstr("安全芯片"));
  EXPECT_TRUE(enrol(other, code, tpm::Use::when_there));
  EXPECT_THAT(read_all(other.files().pair), HasSubstr(plain_key));
  // The same chip again is the same kiosk, on lines of before too; another one is nobody.
  chip.plug();
  EXPECT_TRUE(central_line->report(health()));
  EXPECT_TRUE(line(machine)->report(health()));
  chip.clear();
  EXPECT_THAT(line(machine)->report(health()).failure().detail, HasSubstr("安全芯片"));
}

}  // namespace
}  // namespace ce::test
