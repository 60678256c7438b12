#include "central/admin/keys_command.h"

#include <ostream>

#include "central/admin/keys_table.h"
#include "central/admin/table.h"
#include "central/feed/feed.h"
#include "central/tokens/keys.h"
#include "shared/protocol/change_file.h"

namespace ce::admin {
namespace {

constexpr auto certificates = "certificates";

Instant now() {
  return SystemClock{}.now();
}

/// Whether a key of that purpose signs.
Result<bool> signs(store::Store const& store, bool for_certificates) {
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    auto const id =
        for_certificates ? tokens::signing_key_id(database, now()) : grants::signing_key_id(database);
    if (!id) return id.failure();
    return {};
  });
  if (read) return true;
  if (read.failure().code == FailureCode::grant_key_missing) return false;
  return read.failure();
}

int make_for_grants(store::Store& store, signing::KeyRing const& ring, audit::Author const& by,
                    std::ostream& out, std::ostream& err) {
  auto const id = grants::make_key(store, ring, now(), by);
  if (!id) return report(err, id.failure());
  out << *id << ": signs print grants from now on; its key is in " << ring.file_of(*id).string() << '\n';
  return 0;
}

int make_for_certificates(store::Store& store, signing::KeyRing const& ring, tokens::NewKey const& wanted,
                          audit::Author const& by, std::ostream& out, std::ostream& err) {
  auto const id = tokens::make_key(store, ring, wanted, now(), by);
  if (!id) return report(err, id.failure());
  out << *id << ": signs certificates from now on; its key is in " << ring.file_of(*id).string() << '\n';
  return 0;
}

int export_proofs(store::Store const& store, std::ostream& out, std::ostream& err) {
  auto const kept = feed::proofs(store, now());
  if (!kept) return report(err, kept.failure());
  out << protocol::write_file(*kept);
  return 0;
}

}  // namespace

KeysCommand::KeysCommand(CLI::App& app)
    : app_(app.add_subcommand("keys", "Keys that sign print grants and certificates")),
      new_(app_->add_subcommand("new", "Make a key; it signs from now on")),
      export_(app_->add_subcommand("export", "What verifies tokens, for `token verify --keys`")),
      years_(tokens::usual_validity_years) {
  app_->require_subcommand(1);
  app_->add_option("--key-dir", directory_, "Directory of the key files [grant-keys beside the store]")
      ->option_text("DIR")
      ->envname("CE_KEY_DIR");
  new_->add_option("--for", purpose_, "What it signs")
      ->option_text("grants|certificates [grants]")
      ->check(CLI::IsMember({"grants", certificates}));
  new_->add_option("--algorithm", algorithm_, "Of a key for certificates")
      ->option_text("ed25519|sm2 [ed25519]")
      ->check(CLI::IsMember({"ed25519", "sm2"}));
  new_->add_option("--years", years_,
                   "How long what a key for certificates signed can be verified; it signs half of it")
      ->option_text("2..60 [20]");
  app_->add_subcommand("list", "All keys; times are UTC");
  retire_ = app_->add_subcommand("retire", "A key signs no more; what it signed before holds");
  retire_->add_option("id", id_, "Which")->required();
  retire_->add_flag(
      "--compromised", compromised_,
      "Somebody else may have it: nothing it signed holds, from the kiosks' next synchronisation on");
  export_->footer(
      "Writes public keys, void certificates with date and kind, and the names of authorities to standard\n"
      "output: nothing secret, no names of persons. Kiosks keep the same by themselves.");
  app_->footer(
      "Key files have mode 0600 and never leave central's machines; where several serve one store, copy the\n"
      "file to each before it signs. Kiosks get the public half by themselves.");
}

int KeysCommand::make(store::Store& store, signing::KeyRing const& ring, audit::Author const& by,
                      std::ostream& out, std::ostream& err) const {
  if (purpose_ != certificates) return make_for_grants(store, ring, by, out, err);
  auto const algorithm = signature::algorithm_named(algorithm_).value_or(signature::Algorithm::ed25519);
  return make_for_certificates(store, ring, {algorithm, years_}, by, out, err);
}

int KeysCommand::end(store::Store& store, audit::Author const& by, std::ostream& out,
                     std::ostream& err) const {
  auto const table = keys_table(store, {});
  if (!table) return report(err, table.failure());
  bool const of_certificate = signs_certificates(*table, id_);
  auto const ended =
      of_certificate
          ? tokens::end_key(store, id_, compromised_ ? tokens::Ending::revoked : tokens::Ending::retired,
                            now(), by)
          : grants::retire_key(store, id_,
                               compromised_ ? grants::Retirement::compromised : grants::Retirement::ordinary,
                               now(), by);
  if (!ended) return report(err, ended.failure());
  out << id_ << (!compromised_ ? ": retired\n" : of_certificate ? ": revoked\n" : ": withdrawn\n");
  auto const others = signs(store, of_certificate);
  if (!others) return report(err, others.failure());
  if (!*others) {
    err << (of_certificate ? "No key signs certificates now; make one: ce-admin keys new --for certificates\n"
                           : "No key signs print grants now; make one: ce-admin keys new\n");
  }
  return 0;
}

int KeysCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  signing::KeyRing const ring{directory_.empty() ? signing::default_key_dir(context.db) : directory_};
  auto const by = audit::operator_author(context.operator_name, "440000");
  if (new_->parsed()) return make(store, ring, by, out, err);
  if (retire_->parsed()) return end(store, by, out, err);
  if (export_->parsed()) return export_proofs(store, out, err);
  auto const table = keys_table(store, [&](std::string const& id) { return ring.key(id).ok(); });
  if (!table) return report(err, table.failure());
  print_aligned(out, *table);
  return 0;
}

int make_first_keys(store::Store& store, signing::KeyRing const& ring, audit::Author const& by,
                    std::ostream& out, std::ostream& err) {
  for (bool const for_certificates : {false, true}) {
    auto const there = signs(store, for_certificates);
    if (!there) return report(err, there.failure());
    if (*there) continue;
    auto const code = for_certificates ? make_for_certificates(store, ring, {}, by, out, err)
                                       : make_for_grants(store, ring, by, out, err);
    if (code != 0) return code;
  }
  return 0;
}

}  // namespace ce::admin
