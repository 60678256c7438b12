#include "central/admin/seed_command.h"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <ostream>

#include "central/admin/password_input.h"
#include "central/audit/audit.h"
#include "central/seed/demo_accounts.h"
#include "central/seed/seed.h"
#include "central/store/digest.h"

namespace ce::admin {
namespace {

constexpr int most_people = 5'000'000;

Result<std::vector<seed::DemoPerson>> load_demo(std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  if (!in.is_open() || in.bad())
    return Failure{FailureCode::config_missing, file.string() + ": cannot be read"};
  return seed::parse_demo(text, file.string());
}

Result<void> note_seeding(store::Store& store, Context const& context, seed::Summary const& summary) {
  return store.write([&](storage::Database& database) {
    return audit::append(
        database, audit::operator_author(context.operator_name, "440000"), audit::Action::store_seeded, {},
        audit::detail({{"people", summary.people}, {"records", summary.records}}), SystemClock{}.now());
  });
}

// 64 bits, in groups that can be read aloud.
SecretText random_password() {
  auto const key = store::make_key();
  SecretText password;
  for (std::size_t i = 0; i < 16; i += 4) {
    if (i > 0) password.reveal() += '-';
    password.reveal().append(key.reveal(), i, 4);
  }
  return password;
}

}  // namespace

SeedCommand::SeedCommand(CLI::App& app)
    : app_(app.add_subcommand("seed", "Fill an empty store with a made-up Guangdong")) {
  app_->add_option("--people", people_, "How many professionals")
      ->option_text("N [1000]")
      ->check(CLI::Range(0, most_people));
  app_->add_option("--seed", seed_, "The same N and S on the same day give the same rows")
      ->option_text("S [1]");
  app_->add_flag(
      "--demo", demo_,
      "Add the demo persons of <config-dir>/demo/people.toml and an account of every role around the first");
  app_->add_option("--password-file", password_file_, "Its first line is the demo accounts' password")
      ->option_text("FILE [a random one, told once]");
  app_->footer(
      "Cities and counties by GB/T 2260, employers, institutions, four years of records in every state, "
      "gap-free\n"
      "certificates, prints. Births are before 1901, so nobody living is meant. The store is made if "
      "missing; one\n"
      "that holds people is refused. Demo accounts: demo.institution, demo.employer, demo.agency, "
      "demo.industry,\n"
      "demo.hrss (county), demo.hrss.city, demo.hrss.province, demo.operator. Their password is told here "
      "and nowhere\n"
      "else; demo persons sign in with their identity number and query password.");
}

int SeedCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  seed::Options options{people_, seed_, SystemClock{}.now(), {}, {}};
  if (demo_) {
    auto demo = load_demo(context.config_dir / "demo/people.toml");
    if (!demo) return report(err, demo.failure());
    options.demo = std::move(*demo);
  }
  bool const terminal = ::isatty(STDERR_FILENO) == 1;
  if (terminal) options.progress = [&](int done) { err << '\r' << done << " of " << people_ << std::flush; };
  auto opened = Opened::open(context, OpenMode::create);
  if (!opened) return report(err, opened.failure());
  auto const summary = seed::seed((*opened)->store(), options);
  if (terminal) err << '\r';
  if (!summary) return report(err, summary.failure());
  out << summary->people << " people, " << summary->records << " records, " << summary->certificates
      << " certificates, " << summary->prints << " prints\n";
  if (auto noted = note_seeding((*opened)->store(), context, *summary); !noted) {
    return report(err, noted.failure());
  }
  return options.demo.empty() ? 0
                              : open_accounts((*opened)->store(), options.demo.front(), context, out, err);
}

int SeedCommand::open_accounts(store::Store& store, seed::DemoPerson const& person, Context const& context,
                               std::ostream& out, std::ostream& err) const {
  auto password =
      password_file_.empty() ? Result<SecretText>{random_password()} : read_password(password_file_, err);
  if (!password) return report(err, password.failure());
  auto const opened = seed::open_demo_accounts(
      store, person, accounts::operator_keeper(context.operator_name), *password, SystemClock{}.now());
  if (!opened) return report(err, opened.failure());
  out << "accounts:";
  for (auto const& account : *opened) out << ' ' << account.login;
  out << '\n';
  if (password_file_.empty()) out << "their password: " << password->reveal() << '\n';
  return 0;
}

}  // namespace ce::admin
