#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "central/cluster/commit_proxy.h"
#include "central/cluster/pair.h"
#include "central/store/store.h"

namespace ce::test {

/// A store on the pair that all tests of the program share, which counts strokes: one row each, under no key,
/// so that one that is kept twice shows.
struct ClusterTest : testing::Test {
  static Pair& pair() {
    static Pair shared;
    return shared;
  }
  static store::Rulebook const& rules() {
    static store::Rulebook const read = rulebook::load(CE_SOURCE_DIR "/config").value();
    return read;
  }
  static store::Store open(std::string const& location, store::Settings settings = {}) {
    settings.verify_url_prefix = "https://example/v/";
    settings.readers = 2;
    settings.writers = 2;
    auto opened = store::Store::open(location, rules(), std::move(settings));
    if (!opened) ADD_FAILURE() << describe(opened.failure());
    return std::move(opened).value();
  }

  void SetUp() override {
    static auto const first = open(pair().primary());  // its tables come before any other
    pair().on_primary("CREATE TABLE IF NOT EXISTS strokes (who TEXT NOT NULL)");
    pair().on_primary("DELETE FROM strokes");
  }

  int runs = 0;  // of the work of stroke()
  Result<void> stroke(store::Store& store, storage::Isolation isolation = storage::Isolation::serializable) {
    return store.write(
        [&](storage::Database& database) {
          ++runs;
          return database.prepare("INSERT INTO strokes (who) VALUES ('one')").run();
        },
        isolation);
  }
  static std::string strokes() { return Pair::ask(pair().primary_host(), "SELECT count(*) FROM strokes"); }
};

}  // namespace ce::test
