#include "kiosk/sync/key_shelf.h"

#include <fstream>
#include <iterator>

#include "shared/base/durable_file.h"
#include "shared/protocol/json.h"

namespace ce::sync {
namespace {

void apply(protocol::ChangesPage const& page, protocol::ChangesPage& known) {
  for (auto const& change : page.changes) {
    std::erase_if(known.changes, [&](auto const& one) { return one.id == change.id; });
    if (std::holds_alternative<protocol::KeyChange>(change.what)) known.changes.push_back(change);
  }
  known.cursor = page.cursor;
}

}  // namespace

KeyShelf::KeyShelf(std::filesystem::path file, log::Logger const& logger)
    : file_(std::move(file)), logger_(&logger) {
  read();
}

void KeyShelf::read() {
  std::ifstream in{file_, std::ios::binary};
  if (!in) return;  // the first start
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  auto page = protocol::read_changes(text);
  if (page) {
    known_ = std::move(page).value();
  } else {
    logger_->event(log::Event::failure, {{"where", "grant keys"}, {"why", describe(page.failure())}});
  }
}

Result<void> KeyShelf::keep() const {
  return write_durably(file_, protocol::write(known_));
}

std::vector<grant::VerificationKey> KeyShelf::keys() const {
  std::lock_guard const lock{mutex_};
  std::vector<grant::VerificationKey> keys;
  for (auto const& change : known_.changes) {
    if (auto const* key = std::get_if<protocol::KeyChange>(&change.what)) keys.push_back(key->key);
  }
  return keys;
}

Result<void> KeyShelf::refresh(ports::Central& central) {
  protocol::ChangesPage fresh;
  {
    std::lock_guard const lock{mutex_};
    fresh = known_;
  }
  auto const before = fresh;
  for (bool more = true; more;) {
    auto page = central.key_changes(fresh.cursor);
    if (!page && page.failure().code == FailureCode::resync_needed && !fresh.cursor.empty()) {
      fresh = {};
      continue;
    }
    if (!page) return page.failure();
    apply(*page, fresh);
    more = page->has_more;
  }
  if (fresh == before) return {};
  std::lock_guard const lock{mutex_};
  known_ = std::move(fresh);
  return keep();
}

}  // namespace ce::sync
