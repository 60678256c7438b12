#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <string>

#include "kiosk/central_client/scripted_server.h"
#include "shared/protocol/json.h"
#include "support/grant_key.h"

namespace ce::test {

/// Central's end of grants over real HTTP: hands out signed ones, tells its keys, takes events.
class GrantServer {
 public:
  std::atomic<bool> down = false;
  std::atomic<bool> loses_answer = false;  // of the next grant
  std::string refusal;  // a failure's name: what every request for a grant is answered with
  GrantKey key{'a'};
  std::string key_id = "k1";
  std::set<std::string> told_keys{"k1"};  // what the delta tells
  Instant now;
  std::vector<protocol::Change>
      told;  // what the delta tells besides; guarded by nothing: set it between calls
  std::string kiosk = "GZ-TH-01";

  [[nodiscard]] std::string url() const { return server_.url(); }
  /// Request lines, in order.
  [[nodiscard]] std::vector<std::string> seen() const;
  [[nodiscard]] grant::Grant make(std::string const& certificate, std::string const& signed_by) const;

 private:
  bool answer(SeenRequest const& request, Wire const& wire);
  bool answer_grant(protocol::GrantRequest const& request, Wire const& wire);
  [[nodiscard]] protocol::ChangesPage keys() const;

  std::map<EntryId, std::string> handed_;
  ScriptedServer server_{
      [this](SeenRequest const& request, Wire const& wire) { return answer(request, wire); }};
};

}  // namespace ce::test
