#include "central/admin/keys_command.h"

#include <ostream>

#include "central/admin/table.h"

namespace ce::admin {
namespace {

std::string word_of(grants::KeyLine const& key, std::string const& signing) {
  if (key.withdrawn) return "withdrawn";
  if (key.retired) return "retired";
  return key.id == signing ? "signs" : "verifies";
}

Result<Table> table_of(store::Store const& store, grants::KeyRing const& ring) {
  Table table{{"id", "made_at", "state", "retired_at", "file_here", "public_key"}, {}};
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const keys, grants::keys(database));
    auto const signing = grants::signing_key_id(database).value_or("");
    for (auto const& key : keys) {
      auto const ended = key.withdrawn ? key.withdrawn : key.retired;
      table.rows.push_back({key.id, rfc3339(key.made), word_of(key, signing), ended ? rfc3339(*ended) : "",
                            ring.key(key.id) ? "yes" : "no", key.public_key});
    }
    return {};
  });
  if (!read) return read.failure();
  return table;
}

int make_new(store::Store& store, grants::KeyRing const& ring, std::ostream& out, std::ostream& err) {
  auto const id = grants::make_key(store, ring, SystemClock{}.now());
  if (!id) return report(err, id.failure());
  out << *id << ": signs print grants from now on; its key is in " << ring.file_of(*id).string() << '\n';
  return 0;
}

int list_keys(store::Store const& store, grants::KeyRing const& ring, std::ostream& out, std::ostream& err) {
  auto const table = table_of(store, ring);
  if (!table) return report(err, table.failure());
  print_aligned(out, *table);
  return 0;
}

}  // namespace

KeysCommand::KeysCommand(CLI::App& app)
    : app_(app.add_subcommand("keys", "Keys that sign print grants")),
      new_(app_->add_subcommand("new", "Make a key; it signs from now on")) {
  app_->require_subcommand(1);
  app_->add_option("--key-dir", directory_, "Directory of the key files [grant-keys beside the store]")
      ->option_text("DIR")
      ->envname("CE_KEY_DIR");
  app_->add_subcommand("list", "All keys; times are UTC");
  retire_ = app_->add_subcommand("retire", "A key signs no more");
  retire_->add_option("id", id_, "Which")->required();
  retire_->add_flag("--compromised", compromised_,
                    "Somebody else may have it: kiosks drop it, and grants signed with it hold no more");
  app_->footer(
      "Key files have mode 0600 and never leave central's machines; where several serve one store, copy the\n"
      "file to each before it signs. Kiosks get the public half by themselves.");
}

int KeysCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  grants::KeyRing const ring{directory_.empty() ? grants::default_key_dir(context.db) : directory_};
  if (new_->parsed()) return make_new(store, ring, out, err);
  if (!retire_->parsed()) return list_keys(store, ring, out, err);
  auto const how = compromised_ ? grants::Retirement::compromised : grants::Retirement::ordinary;
  if (auto const done = grants::retire_key(store, id_, how, SystemClock{}.now()); !done) {
    return report(err, done.failure());
  }
  out << id_ << (compromised_ ? ": withdrawn\n" : ": retired\n");
  bool const signs = store
                         .read([](storage::Database& database) -> Result<void> {
                           CE_CHECK(grants::signing_key_id(database));
                           return {};
                         })
                         .ok();
  if (!signs) err << "No key signs print grants now; make one: ce-admin keys new\n";
  return 0;
}

int make_first_key(store::Store& store, grants::KeyRing const& ring, std::ostream& out, std::ostream& err) {
  auto const signs = store.read([](storage::Database& database) -> Result<void> {
    CE_CHECK(grants::signing_key_id(database));
    return {};
  });
  if (signs) return 0;
  if (signs.failure().code != FailureCode::grant_key_missing) return report(err, signs.failure());
  return make_new(store, ring, out, err);
}

}  // namespace ce::admin
