#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "central/issuing/authority.h"
#include "central/registration/actor.h"
#include "central/store/store.h"

/// What two persons of an authority must agree on: voiding a certificate, giving it another number, changing
/// the authority's name or seal. Any thread.
namespace ce::approvals {

using registration::Actor;

/// When a second person is needed; [approvals] in config/central.toml.
enum class Need : std::uint8_t {
  where_there_are_two,  // wherever the authority has another account that could confirm
  always,
  never,
};
struct Rules {
  Need need = Need::where_there_are_two;
  std::int64_t days = 7;  // that a proposal waits
};

/// The certificate becomes void; its number is used up.
struct Revoke {
  std::string number;
  std::string reason;
};
/// It becomes void and the person gets another with a new number, issued on `day`.
struct Correct {
  std::string number;
  std::string reason;
  Date day;
};
/// The authority's name, how it seals, the picture of its seal.
struct ChangeAuthority {
  issuing::AuthorityChange change;
};
using Deed = std::variant<Revoke, Correct, ChangeAuthority>;

/// What became of asking for it.
struct Asked {
  std::string proposal;   // it waits for the second person; empty: it is done
  std::string successor;  // the new number of a correction that is done
};

/// Does it where no second person is needed, else lays it down for one; both with an entry in the audit
/// chain. It is examined either way: nothing waits that could not be done. Fails as the functions of
/// central/issuing that do it, and with input_invalid where the same waits already.
[[nodiscard]] Result<Asked> ask(store::Store& store, Rules const& rules, Actor const& actor, Deed const& deed,
                                Instant now);

enum class State : std::uint8_t { waiting, confirmed, refused, withdrawn, expired };

struct Proposal {
  std::string id;
  Deed deed;
  std::string region;
  std::string account;  // who proposed
  Instant made;
  Instant expires;
  State state = State::waiting;
  std::string decided_by = {};
  std::optional<Instant> decided = {};
  std::string decided_reason = {};
};

/// Does it, in the same transaction, with the right of the second person, which is asked again as at the
/// first time. Fails as ask(); with role_refused for who proposed it, or is the same person under another
/// account, or where the proposer's account was disabled meanwhile; with record_changed where it waits no
/// more; record_unknown.
[[nodiscard]] Result<Asked> confirm(store::Store& store, Actor const& actor, std::string_view id,
                                    Instant now);

/// By the second person, who says why. Fails as confirm(), and with input_invalid without a reason.
[[nodiscard]] Result<void> refuse(store::Store& store, Actor const& actor, std::string_view id,
                                  std::string_view reason, Instant now);
/// By who proposed it. Fails with role_refused for anybody else; record_changed, record_unknown.
[[nodiscard]] Result<void> withdraw(store::Store& store, Actor const& actor, std::string_view id,
                                    Instant now);

/// Of that very region: those that wait first, then the newest that do not, at most `most` in all.
[[nodiscard]] Result<std::vector<Proposal>> listed(store::Store const& store, std::string_view region,
                                                   Instant now, std::int64_t most);
/// Fails with record_unknown where it is not of that region.
[[nodiscard]] Result<Proposal> find(store::Store const& store, std::string_view region, std::string_view id,
                                    Instant now);

}  // namespace ce::approvals
