#include "central/store/store.h"

#include "central/store/connections.h"
#include "central/store/schema.h"

namespace ce::store {
namespace {

/// A reading connection while it lives.
template <class Connections>
class Lease {
 public:
  explicit Lease(Connections& connections) : connections_(connections) {
    std::unique_lock lock{connections_.pooling};
    connections_.returned.wait(lock, [this] { return !connections_.idle_readers.empty(); });
    reader_ = std::move(connections_.idle_readers.back());
    connections_.idle_readers.pop_back();
  }
  Lease(Lease const&) = delete;
  Lease& operator=(Lease const&) = delete;
  ~Lease() {
    {
      std::lock_guard const lock{connections_.pooling};
      connections_.idle_readers.push_back(std::move(reader_));
    }
    connections_.returned.notify_one();
  }
  storage::Database& operator*() { return *reader_; }

 private:
  Connections& connections_;
  std::unique_ptr<storage::Database> reader_;
};

}  // namespace

Store::Store(std::unique_ptr<Connections> connections) : connections_(std::move(connections)) {}
Store::Store(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(std::filesystem::path const& file, Rulebook const& rules, Settings settings) {
  CE_TRY(auto writer, storage::Database::open(file, storage::Durability::full, schema()));
  auto connections = std::make_unique<Connections>(std::move(writer), rules, std::move(settings));
  for (int i = 0; i < std::max(connections->settings.readers, 1); ++i) {
    CE_TRY(auto reader, storage::Database::open_reader(file));
    connections->idle_readers.push_back(std::make_unique<storage::Database>(std::move(reader)));
  }
  return Store{std::move(connections)};
}

Result<void> Store::write(std::function<Result<void>(storage::Database&)> const& work) {
  std::lock_guard const lock{connections_->writing};
  CE_TRY(auto transaction, connections_->writer.begin());
  CE_CHECK(work(connections_->writer));
  return transaction.commit();
}

Result<void> Store::read(std::function<Result<void>(storage::Database&)> const& work) const {
  Lease<Connections> reader{*connections_};
  CE_TRY(auto transaction, (*reader).begin());
  CE_CHECK(work(*reader));
  return transaction.commit();
}

std::string const& Store::verify_url_prefix() const {
  return connections_->settings.verify_url_prefix;
}

Rulebook const& Store::rules() const {
  return connections_->rules;
}

}  // namespace ce::store
