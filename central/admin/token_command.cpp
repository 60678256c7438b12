#include "central/admin/token_command.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <ostream>

#include "central/feed/feed.h"

namespace ce::admin {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

std::string verdict_of(token::Examination const& found) {
  if (found.fault) return std::string{word_of(*found.fault)};
  return found.revocation ? "revoked" : "genuine";
}

Lines lines_of(token::Examination const& found, protocol::Proofs const& proofs, std::string const& name) {
  Lines lines{{"verdict", verdict_of(found)}};
  if (found.token && found.fault != token::Fault::signature_wrong &&
      found.fault != token::Fault::key_unknown) {
    auto const& facts = found.token->facts;
    auto const unit = proofs.authorities.find(facts.authority);
    lines.emplace_back("number", facts.number);
    lines.emplace_back("year", std::to_string(facts.year));
    lines.emplace_back("authority", unit == proofs.authorities.end()
                                        ? facts.authority
                                        : protocol::name_on(unit->second, facts.issue_date));
    lines.emplace_back("issue_date", facts.issue_date.iso());
    if (!name.empty()) {
      lines.emplace_back("name_matches",
                         facts.name_digest == token::name_digest(facts.number, name) ? "yes" : "no");
    }
  }
  if (found.token) lines.emplace_back("key", found.token->key_id);
  if (found.revocation) {
    lines.emplace_back("revoked_on", found.revocation->date.iso());
    lines.emplace_back("revocation", std::string{word_of(found.revocation->reason)});
  }
  if (proofs.as_of) lines.emplace_back("as_of", rfc3339(*proofs.as_of));
  return lines;
}

bool all_holds(Lines const& lines) {
  for (auto const& [name, value] : lines) {
    if ((name == "verdict" && value != "genuine") || (name == "name_matches" && value != "yes")) return false;
  }
  return true;
}

}  // namespace

TokenCommand::TokenCommand(CLI::App& app)
    : app_(app.add_subcommand("token", "The signed tokens of certificates")) {
  app_->require_subcommand(1);
  auto* const verify = app_->add_subcommand("verify", "Is this code the proof of a certificate in force?");
  verify
      ->add_option("TOKEN", scanned_,
                   "What the sheet's QR code holds: the token, or an address that ends with it")
      ->required();
  verify
      ->add_option(
          "--keys", keys_file_,
          "Public keys and void certificates, from `keys export` or a kiosk's grant_keys.json, instead "
          "of the store")
      ->option_text("FILE");
  verify->add_option("--name", name_, "Is this the name on the certificate? As printed")->option_text("NAME");
  verify->add_flag("--json", json_, "As one JSON object");
  verify->footer(
      "VERDICTS\n"
      "  genuine            signed by the authority, and not void as of the list\n"
      "  revoked            signed by the authority, void since revoked_on;\n"
      "                     revocation: withdrawn, or corrected (another certificate took its place)\n"
      "  signature_wrong    not signed with that key, or changed since: not genuine\n"
      "  key_unknown        signed with a key that is not in the list: get a newer list\n"
      "  key_revoked        the key may be in other hands: verify by number and name instead\n"
      "  key_expired        the key's validity is over: verify by number and name instead\n"
      "  key_retired        issued after the key had retired: not genuine\n"
      "  too_long, wrong_length, not_base32, version_unknown, malformed\n"
      "                     not the code of a certificate\n"
      "\n"
      "EXIT CODES\n"
      "  0 genuine, and --name is the printed one; 1 not so; 2 the command line or FILE cannot be used.\n"
      "\n"
      "EXAMPLES\n"
      "  ce-admin token verify https://jxjy.example.gov.cn/v/AEUA...\n"
      "  ce-admin keys export >proofs && ce-admin token verify --keys proofs --name 张三丰 --json AEUA...\n");
}

Result<protocol::Proofs> TokenCommand::proofs(Context const& context) const {
  if (keys_file_.empty()) {
    CE_TRY(auto const opened, Opened::open(context, OpenMode::existing));
    CE_TRY(auto const kept, feed::proofs(opened->store(), SystemClock{}.now()));
    return protocol::proofs_of(kept);
  }
  std::ifstream in{keys_file_, std::ios::binary};
  if (!in) return Failure{FailureCode::input_invalid, keys_file_ + ": cannot be read"};
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  auto const kept = protocol::read_file(text);
  if (!kept) {
    return Failure{FailureCode::input_invalid,
                   keys_file_ + ": not written by `ce-admin keys export`: " + kept.failure().detail};
  }
  return protocol::proofs_of(*kept);
}

int TokenCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto const known = proofs(context);
  if (!known) return report(err, known.failure());
  auto const found = token::examine(scanned_, known->keys, known->revocations, SystemClock{}.now());
  auto const lines = lines_of(found, *known, name_);
  if (json_) {
    nlohmann::ordered_json json;
    for (auto const& [name, value] : lines) {
      if (name == "year") {
        json[name] = std::stoi(value);
      } else if (name == "name_matches") {
        json[name] = value == "yes";
      } else {
        json[name] = value;
      }
    }
    out << json.dump() << '\n';
  } else {
    for (auto const& [name, value] : lines) out << name << ": " << value << '\n';
  }
  return all_holds(lines) ? 0 : 1;
}

}  // namespace ce::admin
