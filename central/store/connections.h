#pragma once

#include <memory>

#include "central/store/backend.h"
#include "central/store/store.h"

namespace ce::store {

/// What a store stands on. Private to this room.
struct Store::Connections {
  std::unique_ptr<Backend> backend;
  Rulebook const& rules;
  Settings settings;
  bool on_server;
};

}  // namespace ce::store
