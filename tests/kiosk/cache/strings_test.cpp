// What `strings` finds in the files of 10,000 people: nothing, in no encoding that a name is likely to be in.
#include <iconv.h>

#include <cstring>
#include <unordered_set>

#include "region_page.h"

namespace ce::cache {
namespace {

using test::by_card;
using test::Pages;
using test::person;
using test::RegionRoom;

constexpr int people = 10'000;
constexpr std::size_t gram = 8;  // bytes: below the shortest needle, above chance in some 30 MB

/// From UTF-8; opening a converter costs more than ten thousand conversions.
class Encoding {
 public:
  explicit Encoding(char const* name) : converter_(iconv_open(name, "UTF-8")) {
    EXPECT_NE(converter_, reinterpret_cast<iconv_t>(-1)) << name;
  }
  Encoding(Encoding const&) = delete;
  Encoding& operator=(Encoding const&) = delete;
  ~Encoding() { iconv_close(converter_); }

  [[nodiscard]] std::string of(std::string const& text) const {
    std::string out(text.size() * 4 + 8, '\0');
    char* from = const_cast<char*>(text.data());  // iconv only reads it
    char* into = out.data();
    std::size_t left = text.size();
    std::size_t room = out.size();
    EXPECT_EQ(iconv(converter_, &from, &left, &into, &room), 0U);
    out.resize(out.size() - room);
    return out;
  }

 private:
  iconv_t converter_;
};

/// All needles at once: those that begin with the same bytes are compared where these bytes are found.
class Search {
 public:
  void add(std::string const& text) {
    for (auto const* encoding : {&utf8, &gb18030, &utf16_little, &utf16_big}) {
      auto bytes = encoding->of(text);
      ASSERT_GE(bytes.size(), gram) << text;
      auto const start = start_of(bytes.data());
      maybe_.at(place(start)) = true;
      starts_.insert(start);
      needles_.insert(std::move(bytes));
    }
  }
  [[nodiscard]] std::size_t hits(std::string_view bytes) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i + gram <= bytes.size(); ++i) {
      auto const start = start_of(bytes.data() + i);
      if (!maybe_[place(start)] || !starts_.contains(start)) continue;
      for (std::size_t length = gram; length <= 128 && i + length <= bytes.size(); ++length)
        found += needles_.contains(std::string{bytes.substr(i, length)}) ? 1U : 0U;
    }
    return found;
  }
  [[nodiscard]] std::size_t size() const { return needles_.size(); }

  Encoding utf8{"UTF-8"};
  Encoding gb18030{"GB18030"};
  Encoding utf16_little{"UTF-16LE"};
  Encoding utf16_big{"UTF-16BE"};

 private:
  static std::uint64_t start_of(char const* bytes) {
    std::uint64_t start = 0;
    std::memcpy(&start, bytes, gram);
    return start;
  }
  static std::size_t place(std::uint64_t start) { return (start * 0x9E3779B97F4A7C15ULL) >> 40U; }

  std::vector<bool> maybe_ = std::vector<bool>(std::size_t{1} << 24U);
  std::unordered_set<std::uint64_t> starts_;
  std::unordered_set<std::string> needles_;
};

std::string number_of(int i) {
  return "1101051899" + std::to_string(10'000'000 + i);
}
/// A name that is nobody else's: four characters of the 20,902, by the person's number.
std::string name_of(int i) {
  std::u32string const name{static_cast<char32_t>(0x4E00 + i % 7000), static_cast<char32_t>(0x6A00 + i % 997),
                            static_cast<char32_t>(0x7400 + i % 4001),
                            static_cast<char32_t>(0x9000 + i % 503)};
  std::string text;
  for (char32_t const c : name) {
    text += static_cast<char>(0xE0 | (c >> 12U));
    text += static_cast<char>(0x80 | ((c >> 6U) & 0x3FU));
    text += static_cast<char>(0x80 | (c & 0x3FU));
  }
  return text;
}
std::string certificate_number(int i) {
  return "440106" + std::to_string(25'000'000 + i);
}

std::string all_bytes(RegionRoom const& room) {
  std::string bytes;
  std::size_t files = 0;
  for (auto const& entry : std::filesystem::directory_iterator{room.directory.path()}) {
    if (entry.path() == room.key_file) continue;
    bytes += test::read_all(entry.path());
    ++files;
  }
  EXPECT_GE(files, 3U);
  return bytes;
}

TEST(CacheStrings, OfTenThousandPeopleNoNameAndNoNumberIsFound) {
  RegionRoom const room;
  Search search;
  std::string planted;
  {
    auto cache = room.open();
    auto region = room.open_region();
    ASSERT_TRUE(region.begin_snapshot("all"));
    std::vector<protocol::Change> changes;
    for (int i = 0; i < people; ++i) {
      auto known = person(number_of(i), name_of(i));
      known.years[0].certificate.number = certificate_number(i);
      ASSERT_TRUE(cache.remember(by_card(number_of(i)), known));
      changes.push_back(test::certificate_of(number_of(i), certificate_number(i), 2025,
                                             protocol::CertificateState::printable));
      for (auto const& text : {number_of(i), name_of(i), certificate_number(i)}) search.add(text);
      search.add(protocol::holder_of(number_of(i)));
      if (changes.size() < 500) continue;
      Pages pages;
      bool const more = i + 1 < people;
      ASSERT_TRUE(region.apply(pages.page(std::move(changes), std::to_string(i), more), room.central_now));
      changes.clear();
    }
    EXPECT_EQ(region.count().value(), people);
    EXPECT_TRUE(std::filesystem::exists(room.file.string() + "-wal"));
    EXPECT_TRUE(std::filesystem::exists(room.region_file.string() + "-shm"));
    auto const open = all_bytes(room);
    EXPECT_GT(open.size(), 10'000'000U);
    EXPECT_EQ(search.hits(open), 0U) << "while open";
    planted = open.substr(0, 1000) + search.gb18030.of(name_of(77)) + "x" +
              search.utf16_little.of(number_of(9999)) + certificate_number(5) + open.substr(0, 1000);
  }
  EXPECT_EQ(search.hits(all_bytes(room)), 0U) << "closed";
  EXPECT_EQ(search.hits(planted), 3U) << "the search itself";
  EXPECT_EQ(search.size(), std::size_t{13} * people) << "numbers are the same bytes in UTF-8 and GB18030";
}

}  // namespace
}  // namespace ce::cache
