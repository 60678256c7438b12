#include "central/store/certificate_rows.h"

#include "central/store/words.h"
#include "shared/storage/id_list.h"

namespace ce::store {
namespace {

using protocol::CertificateState;
using protocol::PrintOutcome;

Result<void> add_print(storage::Statement const& row, IssuedCertificate& certificate) {
  if (row.is_null(7)) return {};  // never printed
  bool const earlier_copy = row.integer(9) < certificate.copy;
  if (earlier_copy) {
    // Another copy is allowed only once the one before was printed.
    certificate.printed_at = Instant{row.integer(7)};
    return {};
  }
  if (row.is_null(8)) {
    certificate.unresolved = true;
    return {};
  }
  CE_TRY(auto const outcome, from_protocol_word<PrintOutcome>(row.text(8)));
  if (outcome == PrintOutcome::unknown) certificate.unresolved = true;
  if (outcome == PrintOutcome::sent_to_printer || outcome == PrintOutcome::confirmed) {
    certificate.printed = true;
    certificate.printed_at = Instant{row.integer(7)};
  }
  return {};
}

Result<IssuedCertificate> read_certificate(storage::Statement const& row) {
  IssuedCertificate certificate;
  certificate.number = row.text(0);
  certificate.year = static_cast<int>(row.integer(1));
  certificate.authority = row.text(2);
  CE_TRY(certificate.issue_date, Date::parse_iso(row.text(3)));
  CE_TRY(certificate.seal_mode, from_protocol_word<certificate::SealMode>(row.text(4)));
  certificate.revoked = !row.is_null(5);
  certificate.revoked_reason = row.text(6);
  certificate.copy = row.is_null(10) ? 1 : static_cast<int>(row.integer(10));
  certificate.reprint_mark = certificate.copy > 1 && (row.is_null(11) || row.integer(11) != 0);
  certificate.token = row.text(12);
  return certificate;
}

// The view `prints` says the same, but SQLite would work out the whole of it for one person.
constexpr std::string_view select_certificates =
    "SELECT c.number, c.year, c.authority, c.issue_day, c.seal_mode, c.revoked_ms, c.revoked_reason, "
    "r.requested_ms, (SELECT o.outcome FROM print_outcomes o WHERE o.print_id = r.print_id AND "
    "o.kiosk = r.kiosk ORDER BY o.settled_ms DESC, o.entry_id DESC LIMIT 1), r.copy, "
    "(SELECT MAX(a.copy) FROM allowed_copies a WHERE a.certificate = c.number), "
    "(SELECT rule.mark FROM reprint_rule rule WHERE rule.id = 1), "
    "CASE WHEN k.revoked_ms IS NULL THEN c.token END FROM certificates c "
    "LEFT JOIN certificate_keys k ON k.id = c.token_key "
    "LEFT JOIN issue_register r ON r.certificate = c.number ";

/// A row for each print; those of one certificate come together.
Result<std::vector<IssuedCertificate>> read_certificates(storage::Statement& rows) {
  std::vector<IssuedCertificate> certificates;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return certificates;
    if (certificates.empty() || certificates.back().number != rows.text(0)) {
      CE_TRY(auto certificate, read_certificate(rows));
      certificates.push_back(std::move(certificate));
    }
    CE_CHECK(add_print(rows, certificates.back()));
  }
}

}  // namespace

Result<std::vector<IssuedCertificate>> certificates_of(storage::Database& database,
                                                       std::int64_t professional) {
  auto rows = database.prepare(std::string{select_certificates} +
                               "WHERE c.professional = $1 ORDER BY c.issued_ms, c.number, r.requested_ms");
  rows.bind(1, professional);
  return read_certificates(rows);
}

Result<std::vector<IssuedCertificate>> certificates_numbered(storage::Database& database,
                                                             std::span<std::string const> numbers) {
  auto rows = database.prepare(std::string{select_certificates} + "WHERE c.number IN (" +
                               storage::parameters(1, storage::padded(numbers.size())) +
                               ") ORDER BY c.number, r.requested_ms");
  storage::bind_ids(rows, 1, numbers);
  return read_certificates(rows);
}

IssuedCertificate const* standing_for(std::vector<IssuedCertificate> const& certificates, int year) {
  IssuedCertificate const* found = nullptr;
  for (auto const& certificate : certificates) {
    if (certificate.year != year) continue;
    if (!certificate.revoked) return &certificate;
    found = &certificate;
  }
  return found;
}

protocol::CertificateLine line_of(IssuedCertificate const& certificate,
                                  std::string const& verify_url_prefix) {
  protocol::CertificateLine line;
  line.number = certificate.number;
  line.authority = certificate.authority;
  line.issue_date = certificate.issue_date;
  line.verify_url = verify_url_prefix + (certificate.token.empty() ? certificate.number : certificate.token);
  line.seal_mode = certificate.seal_mode;
  line.revoked_reason = certificate.revoked_reason;
  line.printed_at = certificate.printed_at;
  line.copy = certificate.copy;
  line.reprint_mark = certificate.reprint_mark;
  if (certificate.revoked) {
    line.state = CertificateState::revoked;
  } else if (certificate.printed) {
    line.state = CertificateState::printed;
  } else {
    line.state = certificate.unresolved ? CertificateState::unresolved : CertificateState::printable;
  }
  return line;
}

}  // namespace ce::store
