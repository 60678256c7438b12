#include "central/store/file_schema.h"
#include "central/store/group_commit.h"
#include "central/store/pool.h"
#include "central/store/shared_reads.h"

namespace ce::store {
namespace {

/// One writing connection that everybody's writes share, and a few for reading.
class FileBackend final : public Backend {
 public:
  FileBackend(storage::Database writer, std::string const& file, int readers)
      : writer_(std::move(writer)), readers_(readers, [file]() -> Result<storage::Database> {
          CE_TRY(auto reader, storage::Database::open_reader(file));
          CE_CHECK(tune_reader(reader));
          return reader;
        }) {}

  Result<void> open_readers(int count) {
    for (int i = 0; i < count; ++i) CE_CHECK(readers_.open_one());
    return {};
  }

  Result<void> write(Work const& work, storage::Isolation /*isolation*/, Unanswered /*unanswered*/) override {
    return writer_.write(work);
  }

  Result<void> read(Work const& work) override {
    if (auto* const shared = SharedReads::here()) return shared->read(readers_, work);
    CE_TRY(auto const reader, readers_.take());
    CE_TRY(auto transaction, reader->begin());
    CE_CHECK(work(*reader));
    return transaction.commit();
  }

 private:
  GroupCommit writer_;
  Pool readers_;
};

}  // namespace

Result<std::unique_ptr<Backend>> open_file(std::string const& file, int readers) {
  CE_TRY(auto writer, storage::Database::open(file, storage::Durability::full, file_schema()));
  CE_CHECK(tune_writer(writer));
  auto backend = std::make_unique<FileBackend>(std::move(writer), file, readers);
  CE_CHECK(backend->open_readers(readers));
  return std::unique_ptr<Backend>{std::move(backend)};
}

}  // namespace ce::store
