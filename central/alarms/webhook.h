#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "central/store/store.h"
#include "shared/base/secret.h"

namespace ce::alarms {

/// Where alarms are sent; an HTTP server of the authority's own.
struct Webhook {
  std::string url;                // https://, or http:// to this machine
  SecretText secret;              // what messages are signed by
  std::filesystem::path ca_file;  // who vouches for it, alone; empty: the system's
};

/// The secret of a file with one line of at least 32 characters, readable by its owner alone. Fails with
/// config_value_invalid, naming the file and what to do.
[[nodiscard]] Result<SecretText> read_secret(std::filesystem::path const& file);

/// POSTs one message that is due; true where there was one. Each is delivered at least once: it is due again
/// until the other side answered 2xx, after 10 s, 20 s, 40 s ... an hour at most, also where this process
/// ends in between. Nobody is followed elsewhere. Blocks for at most 10 s and for the store. Fails with
/// storage errors; what became of the POST is kept with the message.
[[nodiscard]] Result<bool> deliver_one(store::Store& store, Webhook const& webhook,
                                       std::function<Instant()> const& now);

}  // namespace ce::alarms
