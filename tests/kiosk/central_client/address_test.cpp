#include "kiosk/drivers/central/address.h"

#include "client_room.h"

namespace ce::drivers {
namespace {

using test::ClientRoom;

TEST(CentralAddress, OnlyHttpsOrThisMachineItself) {
  EXPECT_EQ(check_base_url("https://ce.example.gov.cn/").value(), "https://ce.example.gov.cn");
  EXPECT_EQ(check_base_url("https://ce.example.gov.cn:8443").value(), "https://ce.example.gov.cn:8443");
  for (auto const* url :
       {"http://127.0.0.1:8080", "http://127.9.9.9", "http://localhost:1", "http://[::1]:80"}) {
    EXPECT_TRUE(check_base_url(url).ok()) << url;
  }
  for (auto const* url : {"http://10.0.0.5:8080", "http://example.com", "http://127.0.0.1.example.com",
                          "ftp://127.0.0.1", "file:///etc/passwd", "", "ce.example.gov.cn",
                          "https://user@ce.example.gov.cn", "https://ce.example.gov.cn/base",
                          "https://ce.example.gov.cn?x=1", "https://ce.example.gov.cn/#top"}) {
    EXPECT_EQ(check_base_url(url).failure().code, FailureCode::config_value_invalid) << url;
  }
}

TEST(CentralAddress, TheKeyFileIsOneLineThatNotEverybodyMayRead) {
  ClientRoom const room;
  auto const& file = room.address.key_file;
  EXPECT_EQ(read_key_file(file).value().reveal(), "a-key-of-this-kiosk");
  room.write_key("k", 0640);  // root's file, read by the kiosk's group
  EXPECT_EQ(read_key_file(file).value().reveal(), "k");

  auto refused = [&] {
    auto const key = read_key_file(file);
    EXPECT_NE(key.failure().detail.find(file.string()), std::string::npos) << "the file is named";
    return key.failure().code;
  };
  room.write_key("k", 0644);
  EXPECT_EQ(refused(), FailureCode::config_value_invalid);
  for (auto const* text : {"", "\n", "two words\n", "k\r\n"}) {
    room.write_key(text, 0600);
    EXPECT_EQ(refused(), FailureCode::config_value_invalid) << text;
  }
  std::filesystem::remove(file);
  EXPECT_EQ(refused(), FailureCode::config_value_invalid);
}

TEST(CentralAddress, AKioskIdThatCouldBreakAHeaderIsRefused) {
  ClientRoom room;
  room.address.base_url = "http://127.0.0.1:9";
  for (auto const* id : {"", "a b", "a\r\nX: y", "终端"}) {
    room.address.kiosk_id = id;
    EXPECT_EQ(HttpCentral::make(room.address).failure().code, FailureCode::config_value_invalid) << id;
  }
}

}  // namespace
}  // namespace ce::drivers
