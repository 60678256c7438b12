#include "kiosk/drivers/central/http_central.h"

#include <algorithm>
#include <array>

#include "kiosk/drivers/central/address.h"
#include "kiosk/drivers/central/refusal.h"
#include "kiosk/drivers/central/session.h"
#include "shared/protocol/json.h"
#include "shared/token/base32.h"
#include "shared/token/read.h"

namespace ce::drivers {
namespace {

constexpr auto person_codes = std::to_array<FailureCode>({
    FailureCode::person_unknown,
    FailureCode::credential_refused,
    FailureCode::credential_locked,
    FailureCode::visit_code_refused,
    FailureCode::id_number_invalid,
});
constexpr auto certificate_codes = std::to_array<FailureCode>({
    FailureCode::certificate_unknown,
    FailureCode::certificate_number_invalid,
});

constexpr auto delivery_codes =
    std::to_array<FailureCode>({FailureCode::delivery_refused, FailureCode::delivery_conflict});

constexpr auto log_codes = std::to_array<FailureCode>({FailureCode::record_unknown});

bool visible(std::string const& text) {
  return !text.empty() && text.size() <= 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

Result<void> check_identity(std::string const& base_url, std::filesystem::path const& identity) {
  std::error_code error;
  if (!base_url.starts_with("https:")) {
    return Failure{FailureCode::config_value_invalid,
                   "本机凭证书登录，管理系统的地址应以 https 开头；http 只用于在本机凭密钥试用"};
  }
  if (std::filesystem::is_regular_file(identity, error)) return {};
  return Failure{
      FailureCode::config_value_invalid,
      "本机还没有登记：在管理系统生成登记码，再运行 ce-kiosk --enrol 登记码（" + identity.string() + "）"};
}

}  // namespace

HttpCentral::HttpCentral(std::unique_ptr<Session> session) : session_(std::move(session)) {}
HttpCentral::~HttpCentral() = default;

Result<std::unique_ptr<HttpCentral>> HttpCentral::make(CentralAddress const& address) {
  CE_TRY(auto base_url, check_base_url(address.base_url));
  if (!visible(address.kiosk_id)) {
    return Failure{FailureCode::config_value_invalid, "kiosk id: 1 to 64 visible ASCII characters"};
  }
  std::optional<SecretText> key;
  if (!address.key_file.empty()) {
    CE_TRY(key, read_key_file(address.key_file));
  } else {
    CE_CHECK(check_identity(base_url, address.identity));
  }
  auto session = std::make_unique<Session>(std::move(base_url), address, key);
  return std::unique_ptr<HttpCentral>{new HttpCentral(std::move(session))};
}

Result<protocol::PersonYears> HttpCentral::find_person(protocol::PersonQuery const& query) {
  CE_TRY(auto const body,
         body_of(session_->call("/api/v1/kiosk/person-queries", SecretText{protocol::write(query)}),
                 person_codes));
  CE_TRY(auto years, session_->read(protocol::read_person_years(body.reveal())));
  bool const asked =
      std::holds_alternative<protocol::ByCode>(query.proof) || years.id_number == query.id_number;
  if (!asked) {
    return Failure{FailureCode::answer_malformed, "central answered about another person"};
  }
  return years;
}

Result<protocol::Verification> HttpCentral::verify(std::string const& number) {
  bool const digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (number.empty() || number.size() > 32 || !digits) {
    return Failure{FailureCode::certificate_number_invalid, "a certificate number has digits only"};
  }
  auto const body =
      body_of(session_->call("/api/v1/certificates/" + number, std::nullopt), certificate_codes);
  if (!body && body.failure().code == FailureCode::certificate_unknown) {
    protocol::Verification unknown;
    unknown.number = number;
    return unknown;
  }
  if (!body) return body.failure();
  CE_TRY(auto answer, session_->read(protocol::read_verification(body->reveal())));
  if (!answer.number.empty() && answer.number != number) {
    return Failure{FailureCode::answer_malformed, "central answered about another certificate"};
  }
  return answer;
}

// Of no name or number: the token is what is printed on the sheet for everybody to scan.
Result<protocol::TokenVerification> HttpCentral::verify_token(std::string const& token) {
  if (token.empty() || token.size() > token::longest_scanned || !token::bytes_of_base32(token)) {
    return Failure{FailureCode::input_invalid, "a token is written in Base32"};
  }
  CE_TRY(auto const body, body_of(session_->call("/api/v1/tokens/" + token, std::nullopt)));
  return session_->read(protocol::read_token_verification(body.reveal()));
}

Result<std::vector<protocol::EventReply>> HttpCentral::deliver(std::span<protocol::KioskEvent const> events) {
  CE_TRY(auto const body, body_of(session_->call("/api/v1/kiosk/events", SecretText{protocol::write(events)}),
                                  delivery_codes));
  CE_TRY(auto replies, session_->read(protocol::read_event_replies(body.reveal())));
  bool const in_order = std::equal(replies.begin(), replies.end(), events.begin(), events.end(),
                                   [](auto const& reply, auto const& event) { return reply.id == event.id; });
  if (!in_order) {
    return Failure{FailureCode::answer_malformed, "the replies are not those to the events, in their order"};
  }
  return replies;
}

void HttpCentral::give_up() {
  session_->give_up();
}

std::chrono::seconds HttpCentral::patience_asked() const {
  return session_->patience_asked();
}

Result<protocol::HealthReply> HttpCentral::report(protocol::Health const& health) {
  CE_TRY(auto const body,
         body_of(session_->call("/api/v1/kiosk/health", SecretText{protocol::write(health)})));
  return session_->read(protocol::read_health_reply(body.reveal()));
}

Result<void> HttpCentral::bring(protocol::KioskLog const& log) {
  CE_CHECK(body_of(session_->call("/api/v1/kiosk/logs", SecretText{protocol::write(log)}), log_codes));
  return {};
}

}  // namespace ce::drivers
