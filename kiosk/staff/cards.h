#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::staff {

/// So many can be out at once.
inline constexpr std::size_t most_cards = 12;
/// Bytes of UTF-8.
inline constexpr std::size_t longest_card_label = 24;

/// A staff card as everybody may see it: without its code.
struct StaffCard {
  int number = 0;
  Date made;
  std::string label;  // a desk or a shift
  bool operator==(StaffCard const&) const = default;
};

/// "3 号员工卡（服务台）".
[[nodiscard]] std::string name_of(StaffCard const& card);

/// The staff cards of a kiosk, in one file of its directory: of each code its SHA-256 alone. A card that was
/// taken back is still known by its hash (the last twelve of them), so that its use can be told. Numbers are
/// never given twice. Read anew at each call, since the command line changes it beside the program; one
/// writes at a time. Each call blocks for the disk and fails with storage_unopenable or storage_corrupt where
/// the file cannot be read.
class CardFile {
 public:
  explicit CardFile(std::filesystem::path const& directory);

  /// Those that are out, by number.
  [[nodiscard]] Result<std::vector<StaffCard>> list() const;

  struct Made {
    StaffCard card;
    SecretText code;  // nowhere else
  };
  /// A new one. Fails with input_invalid for a label that is empty, too long or no text, and where most_cards
  /// are out; with storage_full, storage_fault.
  Result<Made> make(std::string const& label, Date today);
  /// Opens nothing from now on. Fails with input_invalid where none of that number is out; as make().
  Result<StaffCard> take_back(int number);

  struct Known {
    StaffCard card;
    bool taken_back = false;
  };
  /// Whose code that is.
  [[nodiscard]] Result<std::optional<Known>> find(SecretText const& code) const;

 private:
  struct Row {
    Known known;
    std::string hash;  // lower-case hexadecimal
  };
  struct Book {
    int next = 1;
    std::vector<Row> rows;
  };
  [[nodiscard]] Result<Book> read() const;
  [[nodiscard]] Result<void> write(Book const& book) const;

  std::filesystem::path file_;
};

}  // namespace ce::staff
