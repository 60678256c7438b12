#include "central/admin/ca_command.h"

#include <ostream>

#include "central/fleet/certificates.h"
#include "central/kiosk_ca/authority.h"
#include "central/signing/key_ring.h"
#include "shared/base/durable_file.h"

namespace ce::admin {
namespace {

constexpr auto key_name = "kiosk-ca.key";
constexpr auto certificate_name = "kiosk-ca.pem";

/// A disk that is full after one of two files leaves a key that is not the certificate's, by which no nginx
/// starts: where both are to be in one file they come at once.
Result<void> write_pair(kiosk_ca::ServerPair const& pair, std::filesystem::path const& certificate,
                        std::filesystem::path const& key) {
  if (certificate == key) {
    SecretText const both{pair.key.reveal() + pair.certificate};
    return write_durably(key, both.reveal(), MissingDirectory::make);
  }
  CE_CHECK(write_durably(key, pair.key.reveal(), MissingDirectory::make));
  return write_durably(certificate, pair.certificate, MissingDirectory::make);
}

Result<void> note(store::Store& store, audit::Author const& by, std::string_view what) {
  return store.write([&](storage::Database& database) {
    return audit::append(database, by, audit::Action::key_made, {"key", "kiosk-ca"},
                         audit::detail({{"for", "kiosks"}, {"what", what}}), SystemClock{}.now());
  });
}

}  // namespace

CaCommand::CaCommand(CLI::App& app)
    : app_(app.add_subcommand("ca", "The authority that certifies kiosks")),
      make_(app_->add_subcommand("make", "Make it where there is none")),
      server_(app_->add_subcommand("server", "Certify an nginx that kiosks call")),
      next_(app_->add_subcommand("next",
                                 "Make another one, which certifies kiosks from central's next start on")),
      switch_(app_->add_subcommand("switch", "Let it certify servers too, once every kiosk knows it")),
      end_(app_->add_subcommand("end", "Believe the old one no more")) {
  app_->require_subcommand(1);
  app_->add_option("--key-dir", directory_, "Directory of its files [grant-keys beside the store]")
      ->option_text("DIR")
      ->envname("CE_KEY_DIR");
  app_->add_subcommand("show", "Its certificate in PEM, for ssl_client_certificate of nginx");
  server_->add_option("--name", names_, "What kiosks call it, a name or an address; may be repeated")
      ->option_text("NAME")
      ->required();
  server_->add_option("--certificate", certificate_file_, "File to write")->option_text("FILE")->required();
  server_
      ->add_option("--key-file", key_file_,
                   "File to write, readable by its owner alone; may be the same, which then holds both")
      ->option_text("FILE")
      ->required();
  server_
      ->add_option("--believed", believed_file_,
                   "File to write: the authorities of kiosks, for ssl_client_certificate of nginx")
      ->option_text("FILE");
  app_->footer(
      "kiosk-ca.key has mode 0600 and never leaves central's machines: whoever has it can be any of its\n"
      "servers. Where several machines serve one store, copy kiosk-ca.key and kiosk-ca.pem to each.\n"
      "Another authority: `ca next`, restart; 90 days later `ca switch`, restart; `ca end`, restart. An "
      "nginx\n"
      "before it is told of each (`ca server --believed`, reload), or it refuses kiosks of the next one.");
}

Result<void> CaCommand::write_for_nginx(std::filesystem::path const& directory) const {
  CE_TRY(auto const authority, kiosk_ca::Authority::read(directory));
  CE_CHECK(write_pair(authority.serve_as(names_, SystemClock{}.now()), certificate_file_, key_file_));
  if (believed_file_.empty()) return {};
  return write_durably(believed_file_, authority.pem(), MissingDirectory::make);
}

int CaCommand::serve_as(store::Store& store, std::filesystem::path const& directory, audit::Author const& by,
                        std::ostream& out, std::ostream& err) const {
  if (auto done = write_for_nginx(directory); !done) return report(err, done.failure());
  if (auto done = note(store, by, "server"); !done) return report(err, done.failure());
  out << names_.front() << ": certificate for " << kiosk_ca::server_days << " days in "
      << certificate_file_.string() << "; make the next one every month, and have nginx reload\n";
  return 0;
}

namespace {

/// Refuses while a kiosk may not know the next one yet.
Result<void> switch_over(store::Store const& store, std::filesystem::path const& directory) {
  auto const authority = kiosk_ca::Authority::read(directory);
  // One that cannot be read was left by a switch that was cut short: it is done to its end.
  if (authority) {
    CE_TRY(auto const kiosks,
           fleet::certified_by_another(store, authority->certifies_as(), SystemClock{}.now()));
    std::string names;
    for (auto const& kiosk : kiosks) names.append(" ").append(kiosk);
    if (!kiosks.empty()) {
      return Failure{FailureCode::input_invalid,
                     "these still have a certificate by the old authority:" + names +
                         "; a certificate ends within 90 days, and `ca end` comes after the switch"};
    }
  }
  return kiosk_ca::Authority::switch_over(directory);
}

}  // namespace

int CaCommand::take_over(store::Store& store, std::filesystem::path const& directory, audit::Author const& by,
                         std::ostream& out, std::ostream& err) const {
  auto const done = next_->parsed()     ? kiosk_ca::Authority::make_next(directory, SystemClock{}.now())
                    : switch_->parsed() ? switch_over(store, directory)
                                        : kiosk_ca::Authority::end_before(directory);
  if (!done) return report(err, done.failure());
  auto const what = next_->parsed() ? "next" : switch_->parsed() ? "switch" : "end";
  if (auto noted = note(store, by, what); !noted) return report(err, noted.failure());
  out << "kiosk-ca: done; copy the files kiosk-ca* to every machine and start ce-central anew on each; an "
         "nginx that\n"
         "kiosks call: first `ca server` with --believed, and reload (nginx-certificate.service does both)\n";
  return 0;
}

int CaCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto const directory = directory_.empty() ? signing::default_key_dir(context.db) : directory_;
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  auto const by = audit::operator_author(context.operator_name, "440000");
  if (make_->parsed()) return make_first_authority(store, directory, by, out, err);
  if (server_->parsed()) return serve_as(store, directory, by, out, err);
  if (next_->parsed() || switch_->parsed() || end_->parsed())
    return take_over(store, directory, by, out, err);
  auto const authority = kiosk_ca::Authority::read(directory);
  if (!authority) return report(err, authority.failure());
  out << authority->pem();
  return 0;
}

int make_first_authority(store::Store& store, std::filesystem::path const& directory, audit::Author const& by,
                         std::ostream& out, std::ostream& err) {
  std::error_code error;
  if (std::filesystem::exists(directory / key_name, error) &&
      std::filesystem::exists(directory / certificate_name, error)) {
    return 0;
  }
  auto const made = kiosk_ca::Authority::make(directory, SystemClock{}.now());
  if (!made) return report(err, made.failure());
  if (auto done = note(store, by, "authority"); !done) return report(err, done.failure());
  out << "kiosk-ca: certifies kiosks from now on; its key is in " << (directory / key_name).string() << '\n';
  return 0;
}

}  // namespace ce::admin
