#include "central/admin/account_commands.h"

#include <ostream>

#include "central/admin/password_input.h"
#include "central/admin/table.h"

namespace ce::admin {
namespace {

constexpr char const* of_passwords =
    "The password is the first line of --password-file, else typed at the terminal or read from standard "
    "input.\n"
    "It has 10 to 64 characters and is not the login; its holder changes it at the first sign-in.";

constexpr char const* of_industries = "Codes of config/industries with commas between: construction,water";

std::string check_role(std::string const& word) {
  if (accounts::role_named(word)) return {};
  std::string words = "one of";
  for (auto const role : accounts::role_words) words.append(" ").append(role);
  return words;
}

std::string text_of(std::optional<std::int64_t> const& number) {
  return number ? std::to_string(*number) : std::string{};
}

}  // namespace

AccountCommands::AccountCommands(CLI::App& app)
    : app_(app.add_subcommand("account", "Open, list, disable and re-open accounts of the console")) {
  app_->require_subcommand(1);
  add_create();
  add_list();
  disable_ = add_on_one("disable", "Nobody signs in by it any more; its sessions end");
  enable_ = add_on_one("enable", "Lets it sign in again and lifts a lock after wrong passwords");
  industries_ = add_on_one("industries", "Sets what an industry authority answers for (article 13(2))");
  industries_->add_option("industries", industry_list_, of_industries)->option_text("CODES")->required();
  reset_ = add_on_one("reset-password", "Gives it a new first password; its sessions end, a lock is lifted");
  reset_->add_option("--password-file", password_file_, "Its first line is the password")
      ->option_text("FILE");
  reset_->footer(of_passwords);
}

void AccountCommands::add_create() {
  create_ = app_->add_subcommand("create", "Open an account");
  create_->add_option("--login", login_, "What its holder types: 3 to 40 of a-z 0-9 . - _")
      ->option_text("LOGIN")
      ->required();
  create_->add_option("--name", name_, "Of the clerk or office, as the pages show it")
      ->option_text("NAME")
      ->required();
  create_
      ->add_option("--role", role_,
                   "institution, employer, industry_authority, talent_agency, hrss or operator")
      ->option_text("ROLE")
      ->required()
      ->check(check_role);
  create_->add_option("--region", region_, "Of an authority, by GB/T 2260; a unit brings its own")
      ->option_text("CODE");
  create_->add_option("--unit", unit_, "Id of the institution, employer or agency that it acts for")
      ->option_text("ID");
  create_->add_option("--industries", industry_list_, of_industries)->option_text("CODES");
  create_
      ->add_option("--professional", professional_, "Id of its holder's own record: nobody reviews their own")
      ->option_text("ID");
  create_->add_option("--password-file", password_file_, "Its first line is the password")
      ->option_text("FILE");
  create_->footer(of_passwords);
}

void AccountCommands::add_list() {
  list_ = app_->add_subcommand("list", "Accounts of a region");
  list_->add_option("--region", below_, "A region with all below it")->option_text("CODE [440000]");
  list_->add_option("--role", role_, "Of that role alone")->option_text("ROLE")->check(check_role);
  list_->add_flag("--professionals", professionals_, "Those of professionals too");
  list_->add_flag("--csv", csv_, "As CSV");
}

CLI::App* AccountCommands::add_on_one(char const* name, char const* what) {
  auto* const command = app_->add_subcommand(name, what);
  command->add_option("login", login_, "Of the account")->option_text("LOGIN")->required();
  return command;
}

int AccountCommands::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  auto const keeper = accounts::operator_keeper(context.operator_name);
  if (create_->parsed()) return create(store, keeper, out, err);
  return list_->parsed() ? list(store, out, err) : change(store, keeper, out, err);
}

int AccountCommands::create(store::Store& store, accounts::Keeper const& keeper, std::ostream& out,
                            std::ostream& err) const {
  auto password = read_password(password_file_, err);
  if (!password) return report(err, password.failure());
  auto industries = store.rules().industries.codes_in(industry_list_);
  if (!industries) return report(err, industries.failure());
  accounts::NewAccount const wanted{login_,
                                    name_,
                                    accounts::role_named(role_).value(),
                                    region_,
                                    unit_,
                                    professional_,
                                    std::move(*password),
                                    std::move(*industries)};
  auto const made = accounts::create(store, keeper, wanted, SystemClock{}.now());
  if (!made) return report(err, made.failure());
  out << made->login << ": opened as " << accounts::word_of(made->role) << " of " << made->region << '\n';
  return 0;
}

int AccountCommands::list(store::Store& store, std::ostream& out, std::ostream& err) const {
  accounts::AccountFilter filter{{below_}, accounts::role_named(role_), {}, professionals_};
  Table table{{"login", "name", "role", "region", "unit", "industries", "state", "created", "by"}, {}};
  for (;;) {
    std::vector<accounts::Account> page;
    auto const done = store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(page, accounts::list(database, filter));
      return {};
    });
    if (!done) return report(err, done.failure());
    if (page.empty()) break;
    for (auto const& account : page) {
      auto const* const state = account.disabled               ? "disabled"
                                : account.must_change_password ? "first password"
                                                               : "open";
      // A professional's name is personal data; the login says which row it is.
      auto const name = account.role == accounts::Role::professional ? std::string{} : account.shown_name;
      table.rows.push_back({account.login, name, std::string{accounts::word_of(account.role)}, account.region,
                            text_of(account.unit), accounts::industries_text(account.industries), state,
                            rfc3339(account.created), account.created_by});
    }
    filter.after = page.back().id;
  }
  csv_ ? print_csv(out, table) : print_aligned(out, table);
  return 0;
}

int AccountCommands::change(store::Store& store, accounts::Keeper const& keeper, std::ostream& out,
                            std::ostream& err) const {
  std::optional<accounts::Account> account;
  auto const looked = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(account, accounts::find_login(database, login_));
    return {};
  });
  if (!looked) return report(err, looked.failure());
  if (!account) return report(err, {FailureCode::input_invalid, login_ + ": no such account"});
  Result<void> done;
  if (reset_->parsed()) {
    auto const password = read_password(password_file_, err);
    done = password ? accounts::reset_password(store, keeper, account->id, *password, SystemClock{}.now())
                    : Result<void>{password.failure()};
  } else if (industries_->parsed()) {
    auto const codes = store.rules().industries.codes_in(industry_list_);
    done = codes ? accounts::set_industries(store, keeper, account->id, *codes, SystemClock{}.now())
                 : Result<void>{codes.failure()};
  } else {
    done = accounts::set_disabled(store, keeper, account->id, disable_->parsed(), SystemClock{}.now());
  }
  if (!done) return report(err, done.failure());
  out << login_
      << (industries_->parsed() ? ": answers for these industries\n"
          : reset_->parsed()    ? ": has a new first password\n"
          : disable_->parsed()  ? ": disabled\n"
                                : ": enabled\n");
  return 0;
}

}  // namespace ce::admin
