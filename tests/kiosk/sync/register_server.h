#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/central_client/scripted_server.h"
#include "shared/protocol/json.h"

namespace ce::test {

/// Central's end of the event protocol over real HTTP: accepts each event once, answers a repeated one as
/// before, calls another body under a known id a conflict, and can be down, lose answers or refuse.
class RegisterServer {
 public:
  std::atomic<bool> down = false;             // breaks every connection off
  std::atomic<bool> loses_answer = false;     // applies the events, then breaks off
  std::atomic<int> status = 200;              // of every answer
  std::atomic<int> retry_after = 0;           // seconds, with such an answer; 0: not said
  std::atomic<bool> busy_for_events = false;  // 429 to them alone, with retry_after
  std::atomic<int> refused_events = 0;        // how often that was said
  std::atomic<bool> tells_held = false;       // the newest event that it has, in answers to heartbeats
  std::string refused_certificate;            // an event about it is refused for good
  std::string poison_certificate;             // a request with it is answered 400 as a whole
  std::string person_answer;                  // body to a person query; empty: person_unknown
  std::function<void()> on_its_way;           // called when a person's answer is made and not yet sent

  [[nodiscard]] std::string url() const { return server_.url(); }
  [[nodiscard]] std::vector<protocol::KioskEvent> accepted() const {
    std::scoped_lock const lock{mutex_};
    return accepted_;
  }
  /// A backup is restored: it is as it was after that event, and knows how to say so.
  void lose_all_after(protocol::KioskEvent const& event) {
    std::scoped_lock const lock{mutex_};
    accepted_ = {event};
    bodies_ = {{event.id, protocol::write(event)}};
    tells_held = true;
  }
  [[nodiscard]] std::vector<protocol::Health> healths() const {
    std::scoped_lock const lock{mutex_};
    return healths_;
  }
  [[nodiscard]] std::size_t requests() const { return server_.seen().size(); }

 private:
  bool answer(SeenRequest const& request, Wire const& wire);
  protocol::EventReply apply(protocol::KioskEvent const& event);

  mutable std::mutex mutex_;
  std::map<EntryId, std::string> bodies_;
  std::vector<protocol::KioskEvent> accepted_;
  std::vector<protocol::Health> healths_;
  ScriptedServer server_{
      [this](SeenRequest const& request, Wire const& wire) { return answer(request, wire); }};
};

}  // namespace ce::test
