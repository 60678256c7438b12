#include <algorithm>

#include "kiosk/scanning/scan_bytes.h"
#include "shared/enrolment/code.h"
#include "shared/protocol/visit_code.h"
#include "shared/token/examine.h"
#include "shared/token/read.h"
#include "support/token_key.h"
#include "tests/fuzz/parsers/readers.h"
#include "tests/fuzz/parsers/target.h"

namespace ce::fuzz {
namespace {

/// One certificate whose token the authority signed; every other is a forgery.
struct Authority {
  test::TokenKey key{'a'};
  std::string sound = key.token(test::token_facts());
  token::KeySet keys{{key.verification()}};
};

Authority const& authority() {
  static Authority const one;
  return one;
}

void read_token(std::string_view scanned) {
  auto const found = token::read(scanned);
  if (auto const* token = std::get_if<token::Token>(&found)) {
    auto const text = token::text_of(token->payload, token->signature);
    hold(scanned.ends_with(text), "a token is read from exactly its own text");
  }
  auto const verdict = token::examine(scanned, authority().keys, {}, Instant{1'790'000'000'000});
  if (verdict.genuine()) hold(scanned.ends_with(authority().sound), "nothing is genuine but what was signed");
  if (verdict.fault) (void)token::word_of(*verdict.fault);
}

void read_codes(std::string_view scanned) {
  if (auto const code = protocol::visit_code_in(scanned)) {
    hold(protocol::visit_code_text(*code).substr(4) == scanned.substr(4), "a visit code is what was scanned");
  }
  if (auto const code = enrolment::code_in(scanned)) {
    hold(enrolment::code_in(enrolment::shown(*code)) == code, "an enrolment code reads as it is shown");
  }
}

}  // namespace

void read_scanned(std::string_view bytes) {
  read_token(bytes);
  read_codes(bytes);
  scanning::ScanLine line;
  for (auto const& code : scanning::take_codes(line, bytes, Tick{}, scanning::most_waiting)) {
    hold(!code.empty() && code.size() <= scanning::ScanLine::longest + 3,
         "a line is no longer than the longest");
    hold(std::none_of(code.begin(), code.end(), [](char c) { return c >= 0 && c < ' '; }),
         "no control character is part of a code");
    read_token(code);
    read_codes(code);
  }
}

std::vector<std::string> scanned_texts() {
  auto const& sound = authority().sound;
  test::TokenKey const other{'b'};
  SecretText const visit{std::string(60, '7') + "abcd"};
  return {sound,
          "https://ce.example/v/" + sound,
          "http://127.0.0.1/v?t=" + sound + "\r\n",
          other.token(test::token_facts()),
          protocol::visit_code_text(visit) + "\r",
          "7K3MQ-2VX9R",
          "44010624000001\n44010624000002\r\n"};
}

}  // namespace ce::fuzz
