#include "support/files.h"
#include "trust_room.h"

namespace ce::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Rollover : TrustRoom {
  std::filesystem::path const keys = central.folder / "grant-keys";

  /// As every machine is after files of the authority changed.
  void start_anew() {
    std::filesystem::remove(central.folder / "tls-port");
    central.kill_and_start_again();
    tls_port = static_cast<std::uint16_t>(tests::number_in(read_all(central.folder / "tls-port")));
    authority = kiosk_ca::Authority::read(keys).value();
  }
  [[nodiscard]] std::vector<std::string> by_the_old() const {
    return fleet::certified_by_another(store, authority.certifies_as(), now()).value();
  }
  void expect_served(Machine const& machine, char const* when) const {
    auto const told = line(machine)->report(health());
    EXPECT_TRUE(told) << when << ": " << describe(told.failure());
  }
};

// Nobody is enrolled anew for it, and no moment is there in which a kiosk that comes is not served.
TEST_F(Rollover, AnotherAuthorityTakesOver) {
  Machine const machine;
  enrol(machine);
  auto const old = read_all(machine.files().authority);
  ASSERT_TRUE(kiosk_ca::Authority::make_next(keys, now()));
  EXPECT_FALSE(kiosk_ca::Authority::make_next(keys, now())) << "one at a time";
  start_anew();
  expect_served(machine, "by the old one, which it alone knows");
  EXPECT_THAT(by_the_old(), ElementsAre(tests::kiosk_id));

  auto const standing = kiosk_identity::standing_of(machine.files()).value();
  auto const due = Instant{standing->begins.ms + (standing->ends.ms - standing->begins.ms) / 3 * 2};
  auto const ask = [&](auto const& request) { return line(machine)->renew(request); };
  ASSERT_TRUE(kiosk_identity::renew_if_due(machine.files(), tpm::Use::never, due, ask).value());
  expect_served(machine, "by the new one");
  EXPECT_THAT(by_the_old(), ElementsAre(tests::kiosk_id)) << "its old certificate still holds";
  ASSERT_TRUE(store.write([](storage::Database& database) {
    return database.execute("UPDATE kiosk_certificates SET expires_ms = 1 WHERE issuer = 'CE kiosks'");
  }));
  EXPECT_THAT(by_the_old(), IsEmpty());

  ASSERT_TRUE(kiosk_ca::Authority::switch_over(keys));
  EXPECT_FALSE(kiosk_ca::Authority::switch_over(keys)) << "there is no next";
  start_anew();
  expect_served(machine, "the server is certified by the new one");
  Machine const left_behind;
  put_identity(left_behind, read_all(machine.files().pair), "", old);
  EXPECT_FALSE(line(left_behind)->report(health())) << "who knows the old one alone believes no more";
  ASSERT_TRUE(kiosk_ca::Authority::end_before(keys));
  start_anew();
  expect_served(machine, "after the end of the old one");
  Machine const other{tests::other_kiosk_id};
  enrol(other);
  expect_served(other, "enrolled by the new one");
}

TEST(Authorities, ASwitchThatWasCutShortIsDoneToItsEnd) {
  TempDirectory const place;
  auto const keys = place / "keys";
  auto const now = SystemClock{}.now();
  ASSERT_TRUE(kiosk_ca::Authority::make(keys, now));
  ASSERT_TRUE(kiosk_ca::Authority::make_next(keys, now));
  auto const next = kiosk_ca::Authority::read(keys).value().certifies_as();
  std::filesystem::copy_file(keys / "kiosk-ca.pem", keys / "kiosk-ca-before.pem");
  std::filesystem::rename(keys / "kiosk-ca-next.key", keys / "kiosk-ca.key");
  EXPECT_FALSE(kiosk_ca::Authority::read(keys));
  ASSERT_TRUE(kiosk_ca::Authority::switch_over(keys));
  EXPECT_EQ(kiosk_ca::Authority::read(keys).value().certifies_as(), next);
}

TEST(Authorities, AKeyThatAFullDiskLeftWithoutItsCertificateIsNoDeadEnd) {
  TempDirectory const place;
  auto const keys = place / "keys";
  auto const now = SystemClock{}.now();
  ASSERT_TRUE(kiosk_ca::Authority::make(keys, now));
  EXPECT_FALSE(kiosk_ca::Authority::make(keys, now)) << "there is one";
  std::filesystem::remove(keys / "kiosk-ca.pem");
  EXPECT_FALSE(kiosk_ca::Authority::read(keys));
  ASSERT_TRUE(kiosk_ca::Authority::make(keys, now));
  EXPECT_TRUE(kiosk_ca::Authority::read(keys));
}

}  // namespace
}  // namespace ce::test
