#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "central/store/store.h"

namespace ce::store {

/// One writing connection behind a mutex and a few for reading. Private to this room.
struct Store::Connections {
  Connections(storage::Database opened, Rulebook const& book, Settings chosen)
      : writer(std::move(opened)), rules(book), settings(std::move(chosen)) {}

  std::mutex writing;
  storage::Database writer;
  std::mutex pooling;
  std::condition_variable returned;
  std::vector<std::unique_ptr<storage::Database>> idle_readers;  // by pointer: a connection must not move
  Rulebook const& rules;
  Settings settings;
};

}  // namespace ce::store
