#include "pages.h"

#include <zlib.h>

#include <cstdlib>
#include <numeric>

#include "shared/protocol/holder.h"
#include "shared/protocol/json.h"

namespace ce::bench {
namespace {

constexpr int gzip_window = 15 + 16;

protocol::Change certificate_of(std::int64_t person) {
  protocol::CertificateLine line;
  line.state = person % 4 == 0 ? protocol::CertificateState::printed : protocol::CertificateState::printable;
  line.number = "44010625" + std::to_string(10'000'000 + person);
  line.authority = "广州市天河区人力资源和社会保障局";
  line.issue_date = Date::make(2026, 1, 6).value();
  line.verify_url = "https://jxjy.example.gov.cn/v/" + line.number;
  return {"certificate", line.number,
          protocol::CertificateChange{protocol::holder_of(id_of(person)), 2025, line}};
}

protocol::Change standing_of(std::int64_t person) {
  protocol::StandingChange standing{protocol::holder_of(id_of(person)), {}};
  for (int year = 2025; year > 2022; --year) {
    protocol::YearProgress progress;
    progress.year = year;
    progress.pack = "GD2021";
    progress.public_subject = {CreditUnits::hours(static_cast<int>(person % 31)), CreditUnits::hours(30)};
    progress.professional = {CreditUnits::hours(42), CreditUnits::hours(42)};
    progress.professional_mandatory = {CreditUnits::hours(14), CreditUnits::hours(14)};
    progress.elective = {CreditUnits::hours(static_cast<int>(person % 19)), CreditUnits::hours(18)};
    progress.total = {progress.public_subject.done + progress.professional.done + progress.elective.done,
                      CreditUnits::hours(90)};
    progress.complete = progress.total.done >= progress.total.required;
    if (!progress.complete) progress.reasons = {credit::Reason::total_short};
    standing.years.push_back(progress);
  }
  return {"standing", std::to_string(person), standing};
}

}  // namespace

std::string id_of(std::int64_t person) {
  return "4401061" + std::to_string(10'000'000'000 + person);
}

std::string page(std::int64_t first, std::int64_t count, bool has_more) {
  std::vector<std::int64_t> people(static_cast<std::size_t>(count));
  std::iota(people.begin(), people.end(), first);
  return page(people, has_more);
}

std::string page(std::vector<std::int64_t> const& people, bool has_more) {
  protocol::ChangesPage page;
  for (auto const i : people) page.changes.push_back(i % 2 == 0 ? certificate_of(i) : standing_of(i));
  page.cursor = "1.5f0c7a9e.440106.515.000000-3_440106-" + std::to_string(people.back() + 1);
  page.has_more = has_more;
  return protocol::write(page);
}

std::string packed(std::string const& text) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    std::abort();
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) std::abort();
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string unpacked(std::string const& bytes, std::size_t size) {
  z_stream stream{};
  if (inflateInit2(&stream, gzip_window) != Z_OK) std::abort();
  std::string out(size, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (inflate(&stream, Z_FINISH) != Z_STREAM_END) std::abort();
  inflateEnd(&stream);
  return out;
}

}  // namespace ce::bench
