#pragma once

#include <functional>
#include <optional>

#include "central/store/backend.h"
#include "central/store/pool.h"

namespace ce::store {

/// For a thread that answers one small question after the other: while this lives, what the thread reads from
/// a file shares one transaction for as long as nobody commits, which every read makes sure of. So an answer
/// is never older than its question, and beginning and ending, a third of a look-up, is paid once for many.
/// One for each such thread, made and used there.
class SharedReads {
 public:
  /// `begun` is told when a transaction begins: the owner then calls end() soon, once what is at hand is
  /// answered, because an open one keeps the write-ahead log from starting anew.
  explicit SharedReads(std::function<void()> begun);
  SharedReads(SharedReads const&) = delete;
  SharedReads& operator=(SharedReads const&) = delete;
  ~SharedReads();

  /// The transaction, if any, is over and its connection anybody's. Not within a read.
  void end();

  /// This thread's, or nullptr.
  [[nodiscard]] static SharedReads* here();

  /// For this room: runs `work` as Store::read() does, on a connection of `readers`.
  [[nodiscard]] Result<void> read(Pool& readers, Work const& work);

 private:
  [[nodiscard]] Result<void> begin(Pool& readers);

  std::function<void()> begun_;
  int depth_ = 0;  // reads within reads
  Pool* readers_ = nullptr;
  std::optional<Pool::Lease> lease_;
  std::optional<storage::Transaction> transaction_;
};

}  // namespace ce::store
