#include "shared/storage/engine.h"

namespace ce::storage {
namespace {

class ClosedEngine final : public Engine {
 public:
  explicit ClosedEngine(Failure why) : why_(std::move(why)) {}

  Result<std::unique_ptr<Cursor>> prepare(std::string_view /*sql*/) override { return why_; }
  Result<void> execute(std::string_view /*sql*/) override { return why_; }
  Result<void> begin(Isolation /*isolation*/) override { return why_; }
  Result<void> commit() override { return why_; }
  [[nodiscard]] bool in_transaction() const override { return false; }
  [[nodiscard]] std::int64_t changes() const override { return 0; }
  Result<void> check_integrity() override { return why_; }
  [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
  [[nodiscard]] bool usable() override { return false; }

 private:
  Failure why_;
};

}  // namespace

Database Database::closed(Failure why) {
  return Database{std::make_unique<ClosedEngine>(std::move(why))};
}

}  // namespace ce::storage
