#include "shared/certificate_pdf/fax.h"

#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "shared/certificate_pdf/fax_codes.h"

namespace ce::certificate_pdf {
namespace {

constexpr std::string_view pass_code = "0001";
constexpr std::string_view horizontal_code = "001";
/// By how far the change lies right of the one above, from -3 to 3.
constexpr std::array<std::string_view, 7> vertical_codes{"0000010", "000010", "010",    "1",
                                                         "011",     "000011", "0000011"};
constexpr int furthest = 3;
constexpr std::string_view end_of_line = "000000000001";

class BitWriter {
 public:
  void put(std::string_view bits) {
    for (char const bit : bits) {
      if (count_ % 8 == 0) bytes_ += '\0';
      if (bit == '1') bytes_.back() = static_cast<char>(bytes_.back() | 1 << (7 - count_ % 8));
      ++count_;
    }
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  std::size_t count_ = 0;
};

/// Where the row changes its tone, from white at its left; its end three times, so that whoever looks ahead
/// finds it.
std::vector<int> changes_of(std::uint8_t const* row, int width) {
  std::vector<int> changes;
  bool ink = false;
  for (int x = 0; x < width; ++x) {
    if ((row[x] != 0) == ink) continue;
    ink = !ink;
    changes.push_back(x);
  }
  changes.insert(changes.end(), 3, width);
  return changes;
}

void put_run(BitWriter& bits, int pixels, bool ink) {
  constexpr std::size_t unit = 64;
  auto const length = static_cast<std::size_t>(pixels);
  auto const& codes = ink ? fax_black_runs : fax_white_runs;
  if (length >= unit) bits.put(codes[unit - 1 + length / unit]);
  bits.put(codes[length % unit]);
}

/// T.6, 2.2.2, in its names: a0 is where the row is known to, a1 and a2 its next changes, b1 and b2 those of
/// the row above.
void put_row(BitWriter& bits, std::vector<int> const& above, std::vector<int> const& row, int width) {
  int a0 = -1;
  std::size_t next = 0;  // of the row; odd ones change from ink to white
  while (a0 < width) {
    bool const ink = next % 2 == 1;
    std::size_t b = ink ? 1 : 0;
    while (above[b] <= a0 && above[b] < width) b += 2;
    int const a1 = row[next];
    int const b1 = above[b];
    int const b2 = b1 < width ? above[b + 1] : width;
    int const off = a1 - b1 + furthest;
    if (b2 < a1) {
      bits.put(pass_code);
      a0 = b2;
    } else if (off >= 0 && off <= 2 * furthest) {
      bits.put(vertical_codes[static_cast<std::size_t>(off)]);
      a0 = a1;
      ++next;
    } else {
      int const a2 = a1 < width ? row[next + 1] : width;
      bits.put(horizontal_code);
      put_run(bits, a1 - (a0 < 0 ? 0 : a0), ink);
      put_run(bits, a2 - a1, !ink);
      a0 = a2;
      next += 2;
    }
  }
}

}  // namespace

std::string fax(Stencil const& picture) {
  if (picture.width > most_fax_width) std::abort();
  auto const width = static_cast<int>(picture.width);
  BitWriter bits;
  std::vector<int> above(3, width);
  for (std::uint32_t y = 0; y < picture.height; ++y) {
    auto row = changes_of(&picture.ink[std::size_t{y} * picture.width], width);
    put_row(bits, above, row, width);
    above = std::move(row);
  }
  bits.put(end_of_line);
  bits.put(end_of_line);
  return bits.take();
}

}  // namespace ce::certificate_pdf
