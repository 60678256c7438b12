#include "central/transfer/row_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace ce::transfer {
namespace {

constexpr std::size_t piece = 256 * 1024;

Failure unwritable(std::filesystem::path const& file) {
  auto const code =
      errno == ENOSPC || errno == EDQUOT ? FailureCode::storage_full : FailureCode::storage_fault;
  return {code, file.string() + ": " + std::system_category().message(errno)};
}

}  // namespace

Sha256::Sha256() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
  EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
}

void Sha256::add(std::string_view bytes) {
  EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
}

std::string Sha256::finish() {
  std::array<unsigned char, 32> digest{};
  EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (auto const byte : digest) text.append({digits[byte >> 4U], digits[byte & 0xFU]});
  return text;
}

Result<RowWriter> RowWriter::create(std::filesystem::path const& file) {
  int const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) return unwritable(file);
  return RowWriter{file, descriptor};
}

RowWriter::RowWriter(RowWriter&& other) noexcept
    : file_(std::move(other.file_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      waiting_(std::move(other.waiting_)) {}

RowWriter::~RowWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> RowWriter::add(std::string_view line) {
  waiting_ += line;
  return waiting_.size() < piece ? Result<void>{} : flush();
}

Result<void> RowWriter::flush() {
  for (std::string_view left = waiting_; !left.empty();) {
    auto const written = ::write(descriptor_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return unwritable(file_);
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  waiting_.clear();
  return {};
}

Result<void> RowWriter::finish() {
  CE_CHECK(flush());
  if (::fsync(descriptor_) != 0) return unwritable(file_);
  return {};
}

Result<bool> RowReader::next(std::string& lines) {
  if (!in_.is_open()) return Failure{FailureCode::storage_corrupt, file_.string() + ": is missing"};
  lines = std::move(rest_);
  rest_.clear();
  auto const had = lines.size();
  lines.resize(had + piece);
  in_.read(lines.data() + had, piece);
  lines.resize(had + static_cast<std::size_t>(in_.gcount()));
  if (in_.bad()) return Failure{FailureCode::storage_fault, file_.string() + ": cannot be read"};
  if (lines.empty()) return false;
  auto const end = lines.rfind('\n');
  if (end == std::string::npos && in_.eof()) {
    return Failure{FailureCode::storage_corrupt, file_.string() + ": its last line is cut off"};
  }
  auto const whole = end == std::string::npos ? 0 : end + 1;
  rest_ = lines.substr(whole);
  lines.resize(whole);
  hash_.add(lines);
  return lines.empty() ? next(lines) : Result<bool>{true};  // a line longer than a piece
}

}  // namespace ce::transfer
