#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>

#include "kiosk/journal/holding.h"
#include "kiosk/journal/journal.h"
#include "kiosk/journal/paper_mark.h"
#include "kiosk/journal/rows.h"
#include "shared/storage/database.h"

namespace ce::journal {

/// What a Journal owns; its member functions are spread over journal.cpp, steps.cpp and looking.cpp.
struct Journal::State {
  State(Holding held, storage::Database opened, std::filesystem::path journal,
        std::optional<std::filesystem::path> aside, Clock const& clock_now, log::Logger const& log)
      : holding(std::move(held)),
        database(std::move(opened)),
        mark_file(paper_mark_file(journal)),
        set_aside(std::move(aside)),
        clock(&clock_now),
        logger(&log),
        file(std::move(journal)) {}

  Holding holding;
  storage::Database database;
  std::filesystem::path mark_file;
  std::optional<std::filesystem::path> set_aside;
  Clock const* clock;
  log::Logger const* logger;
  std::mutex mutex;
  std::filesystem::path file;
  std::optional<Failure> trouble;  // what the last write met; nothing once one went well
  Instant trouble_since;
  bool doubted = false;              // another file on the disk met something; see Journal::doubt_disk()
  std::optional<Failure> condemned;  // by examine(), or another program

  void note(Failure const& failure) {
    if (!is_of_the_disk(failure.code)) return;
    if (!trouble) trouble_since = clock->now();
    trouble = failure;
  }

  Failure failed(Failure const& failure) {
    note(failure);
    return as_ledger(failure);
  }

  /// Runs `work(database)` alone in one transaction and commits it; a storage fault becomes
  /// ledger_unwritable and leaves nothing behind.
  template <class Work>
  auto in_transaction(Work work) -> decltype(work(database)) {
    std::scoped_lock const alone{mutex};
    auto transaction = database.begin();
    if (!transaction) return failed(transaction.failure());
    auto result = work(database);
    if (!result) return failed(result.failure());
    if (auto committed = transaction->commit(); !committed) return failed(committed.failure());
    return result;
  }

  /// Runs `work(database)` alone, for looking only.
  template <class Work>
  auto alone(Work work) -> decltype(work(database)) {
    std::scoped_lock const alone{mutex};
    auto result = work(database);
    if (!result) return as_ledger(result.failure());
    return result;
  }
};

}  // namespace ce::journal
