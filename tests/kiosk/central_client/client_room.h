#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <memory>
#include <string>

#include "kiosk/central_client/scripted_server.h"
#include "kiosk/drivers/central/http_central.h"
#include "shared/protocol/json.h"
#include "support/example_id.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {

/// A client and the address it was given.
struct ClientRoom {
  TempDirectory directory;
  drivers::CentralAddress address{.base_url = {},
                                  .kiosk_id = "kiosk-7",
                                  .key_file = directory / "kiosk.key",
                                  .ca_file = {},
                                  .connect_limit = std::chrono::milliseconds{2000},
                                  .total_limit = std::chrono::milliseconds{5000}};

  ClientRoom() { write_key("a-key-of-this-kiosk\n", 0600); }

  void write_key(std::string_view text, mode_t mode) const {
    write_all(address.key_file, text);
    EXPECT_EQ(::chmod(address.key_file.c_str(), mode), 0);
  }
  [[nodiscard]] std::unique_ptr<drivers::HttpCentral> client(std::string const& url) {
    address.base_url = url;
    auto made = drivers::HttpCentral::make(address);
    if (!made) ADD_FAILURE() << describe(made.failure());
    return std::move(made).value();
  }
};

inline protocol::PersonQuery query() {
  return {SecretText{example_id}, protocol::ByPassword{SecretText{"secret-password"}}};
}

inline protocol::PersonYears years(std::string id = example_id) {
  protocol::PersonYears answer;
  answer.name = SecretText{"示例甲"};
  answer.id_number = SecretText{std::move(id)};
  answer.region = "440106";
  answer.as_of = {1'772'000'000'000};
  protocol::YearProgress year;
  year.year = 2025;
  year.pack = "GD2021";
  answer.years.push_back(year);
  return answer;
}

/// What asking `script` for a person comes to.
inline Result<protocol::PersonYears> ask(ScriptedServer::Script script) {
  ScriptedServer const server{std::move(script)};
  ClientRoom room;
  return room.client(server.url())->find_person(query());
}

/// What one fixed answer comes to.
inline Result<protocol::PersonYears> ask(int status, std::string const& body,
                                         std::string const& type = "application/json") {
  return ask([=](SeenRequest const&, Wire const& wire) { return wire.answer(status, body, type); });
}

}  // namespace ce::test
