#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "central/registration/actor.h"
#include "central/store/records.h"
#include "central/store/store.h"
#include "shared/base/secret.h"

namespace ce::review {

using registration::Actor;

inline constexpr int most_work_items = 200;

struct WorkFilter {
  std::int64_t after = 0;  // the id of the last item of the page before
  int limit = 50;          // 1 to most_work_items
  std::optional<credit::Subject> subject = {};
  std::string region = {};  // only this region and all below it; empty: all that the actor is responsible for
};

/// A record that waits for this actor.
struct WorkItem {
  std::int64_t record = 0;
  std::int64_t version = 0;  // hand it back with the judgement
  std::int64_t professional = 0;
  SecretText name;
  SecretText id_number;
  std::string employer;
  std::string region;
  std::string content;
  std::string institution;
  credit::Record facts;
  credit::Party registrar = credit::Party::system;
  store::Channel channel = store::Channel::earlier;
  Instant registered;
  std::int64_t proofs = 0;
};

struct WorkPage {
  std::vector<WorkItem> items;        // oldest first
  std::optional<std::int64_t> after;  // where the next page begins, if there is more
};

/// What `actor` may act on now (article 13), a page by key: nothing is skipped or shown twice when others
/// review meanwhile. Own records and those on which the account has acted in this round are left out. Empty
/// for parties that review nothing. Fails with input_invalid (limit, region outside the actor's) and storage
/// errors.
[[nodiscard]] Result<WorkPage> work_list(store::Store const& store, Actor const& actor,
                                         WorkFilter const& filter = {});

/// How many records `actor` can decide, counted up to `most`; what a closed year keeps is none of them.
[[nodiscard]] Result<std::int64_t> waiting_for(store::Store const& store, Actor const& actor,
                                               std::int64_t most = 10'000);

}  // namespace ce::review
