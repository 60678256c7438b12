#include "central/store/shared_reads.h"

namespace ce::store {
namespace {

thread_local SharedReads* of_this_thread = nullptr;

}  // namespace

SharedReads::SharedReads(std::function<void()> begun) : begun_(std::move(begun)) {
  of_this_thread = this;
}

SharedReads::~SharedReads() {
  end();
  of_this_thread = nullptr;
}

SharedReads* SharedReads::here() {
  return of_this_thread;
}

void SharedReads::end() {
  if (transaction_) (void)transaction_->commit();  // nothing was written; what fails is taken back
  transaction_.reset();
  lease_.reset();
  readers_ = nullptr;
}

Result<void> SharedReads::begin(Pool& readers) {
  end();
  CE_TRY(auto lease, readers.take());
  lease_.emplace(std::move(lease));
  CE_TRY(auto transaction, (*lease_)->begin());
  transaction_.emplace(std::move(transaction));
  readers_ = &readers;
  begun_();
  return {};
}

Result<void> SharedReads::read(Pool& readers, Work const& work) {
  bool const inside = depth_ > 0;
  if (!inside && (readers_ != &readers || !(*lease_)->newest())) CE_CHECK(begin(readers));
  struct Level {
    explicit Level(int& depth) : depth_(depth) { ++depth_; }
    ~Level() { --depth_; }
    int& depth_;
  };
  auto done = [&] {
    Level const level{depth_};
    return work(**lease_);
  }();
  if (!inside && !done) end();  // after a failure nothing is taken for granted
  return done;
}

}  // namespace ce::store
