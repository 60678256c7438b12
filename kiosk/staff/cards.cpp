#include "kiosk/staff/cards.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "kiosk/staff/card_code.h"
#include "shared/base/durable_file.h"
#include "shared/base/text.h"

namespace ce::staff {
namespace {

constexpr std::string_view first_line = "ce-kiosk staff cards 1";
constexpr std::size_t most_taken_back = 12;

/// A slow hash guards what people think of; nobody tries 2^160 codes through a fast one either.
std::string hash_of_card(SecretText const& code) {
  SecretText const text{"ce-staff-card-1" + code.reveal()};
  std::array<unsigned char, 32> digest{};
  if (EVP_Digest(text.reveal().data(), text.reveal().size(), digest.data(), nullptr, EVP_sha256(), nullptr) !=
      1) {
    std::abort();
  }
  return hex({reinterpret_cast<char const*>(digest.data()), digest.size()});
}

/// Held while the file is read, changed and written: the command line must not bring a card back that was
/// taken.
class OneWriter {
 public:
  explicit OneWriter(std::filesystem::path const& directory)
      : held_(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (held_ >= 0) (void)::flock(held_, LOCK_EX);
  }
  ~OneWriter() {
    if (held_ >= 0) ::close(held_);
  }
  OneWriter(OneWriter const&) = delete;
  OneWriter& operator=(OneWriter const&) = delete;

 private:
  int held_;
};

Result<void> check_label(std::string const& label) {
  bool const plain =
      std::none_of(label.begin(), label.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  if (label.empty() || label.size() > longest_card_label || !plain || !is_utf8(label)) {
    return Failure{FailureCode::input_invalid,
                   "请写明员工卡给哪个岗位或班次用，不超过 8 个汉字或 24 个字母、数字"};
  }
  return {};
}

}  // namespace

std::string name_of(StaffCard const& card) {
  return std::to_string(card.number) + " 号员工卡（" + card.label + "）";
}

CardFile::CardFile(std::filesystem::path const& directory) : file_(directory / "staff-cards") {}

Result<CardFile::Book> CardFile::read() const {
  std::error_code error;
  if (!std::filesystem::exists(file_, error) && !error) return Book{};
  std::ifstream in{file_};
  if (!in) return Failure{FailureCode::storage_unopenable, file_.string() + " cannot be read"};
  auto const corrupt = [this] {
    return Failure{FailureCode::storage_corrupt, file_.string() + " is damaged"};
  };
  Book book;
  std::string line, word;
  if (!std::getline(in, line) || line != first_line) return corrupt();
  if (!std::getline(in, line) || !(std::istringstream{line} >> word >> book.next) || word != "next")
    return corrupt();
  while (std::getline(in, line)) {
    Row row;
    std::string made;
    std::istringstream words{line};
    if (!(words >> word >> row.known.card.number >> made >> row.hash) || row.hash.size() != 64)
      return corrupt();
    if (word != "out" && word != "back") return corrupt();
    row.known.taken_back = word == "back";
    CE_TRY(row.known.card.made, Date::parse_iso(made));
    words.get();
    std::getline(words, row.known.card.label);
    book.rows.push_back(std::move(row));
  }
  return book;
}

Result<void> CardFile::write(Book const& book) const {
  std::string text = std::string{first_line} + "\nnext " + std::to_string(book.next) + "\n";
  for (auto const& row : book.rows) {
    text += (row.known.taken_back ? "back " : "out ") + std::to_string(row.known.card.number) + " " +
            row.known.card.made.iso() + " " + row.hash + " " + row.known.card.label + "\n";
  }
  return write_durably(file_, text);
}

Result<std::vector<StaffCard>> CardFile::list() const {
  CE_TRY(auto const book, read());
  std::vector<StaffCard> out;
  for (auto const& row : book.rows) {
    if (!row.known.taken_back) out.push_back(row.known.card);
  }
  return out;
}

Result<CardFile::Made> CardFile::make(std::string const& label, Date today) {
  CE_CHECK(check_label(label));
  OneWriter const alone{file_.parent_path()};
  CE_TRY(auto book, read());
  auto const out =
      std::count_if(book.rows.begin(), book.rows.end(), [](auto const& r) { return !r.known.taken_back; });
  if (static_cast<std::size_t>(out) >= most_cards) {
    return Failure{FailureCode::input_invalid,
                   "本机已有 " + std::to_string(most_cards) + " 张员工卡，请先收回不用的"};
  }
  Made made{{book.next, today, label}, make_card_code()};
  ++book.next;
  book.rows.push_back({{made.card, false}, hash_of_card(made.code)});
  CE_CHECK(write(book));
  return made;
}

Result<StaffCard> CardFile::take_back(int number) {
  OneWriter const alone{file_.parent_path()};
  CE_TRY(auto book, read());
  auto const found = std::find_if(book.rows.begin(), book.rows.end(), [number](auto const& row) {
    return row.known.card.number == number && !row.known.taken_back;
  });
  if (found == book.rows.end()) {
    return Failure{FailureCode::input_invalid, "没有在用的 " + std::to_string(number) + " 号员工卡"};
  }
  found->known.taken_back = true;
  auto const card = found->known.card;
  std::rotate(found, found + 1, book.rows.end());  // last taken back, last forgotten
  auto const is_back = [](auto const& row) { return row.known.taken_back; };
  if (static_cast<std::size_t>(std::count_if(book.rows.begin(), book.rows.end(), is_back)) >
      most_taken_back) {
    book.rows.erase(std::find_if(book.rows.begin(), book.rows.end(), is_back));
  }
  CE_CHECK(write(book));
  return card;
}

Result<std::optional<CardFile::Known>> CardFile::find(SecretText const& code) const {
  CE_TRY(auto const book, read());
  auto const hash = hash_of_card(code);
  std::optional<Known> found;
  for (auto const& row : book.rows) {
    if (same_secret(row.hash, hash)) found = row.known;
  }
  return found;
}

}  // namespace ce::staff
