#include "central/alarms/message.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <nlohmann/json.hpp>

#include "shared/base/text.h"

namespace ce::alarms {

std::string message_of(Alarm const& alarm, std::string_view id) {
  nlohmann::ordered_json json{{"version", 1},
                              {"id", id},
                              {"event", alarm.ended ? "alarm_ended" : "alarm_begun"},
                              {"alarm", alarm.id},
                              {"kind", word_of(alarm.kind)},
                              {"words", chinese_of(alarm.kind)},
                              {"detail", alarm.detail},
                              {"kiosk", alarm.kiosk},
                              {"region", alarm.region},
                              {"hall", alarm.hall},
                              {"begun_at", rfc3339(alarm.begun)}};
  if (alarm.ended) json["ended_at"] = rfc3339(*alarm.ended);
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string signature(SecretText const& secret, std::string_view body, Instant now) {
  auto const seconds = std::to_string(now.ms / 1000);
  auto const text = seconds + "." + std::string{body};
  std::array<unsigned char, EVP_MAX_MD_SIZE> made{};
  unsigned size = 0;
  auto const& key = secret.reveal();
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
       reinterpret_cast<unsigned char const*>(text.data()), text.size(), made.data(), &size);
  return "t=" + seconds + ",v1=" + hex(std::string_view{reinterpret_cast<char const*>(made.data()), size});
}

}  // namespace ce::alarms
