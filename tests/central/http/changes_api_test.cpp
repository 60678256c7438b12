#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdlib>

#include "central_process.h"
#include "fixture.h"
#include "shared/protocol/json.h"
#include "support/files.h"
#include "support/png.h"

namespace ce::tests {
namespace {

class ChangesApi : public testing::Test {
 protected:
  Answer ask(std::string const& query = {}, std::string const& more_headers = {}) const {
    return central.ask(request("GET", "/api/v1/kiosk/changes" + query, kiosk_headers() + more_headers));
  }
  static protocol::ChangesPage page_of(Answer const& answer) {
    EXPECT_EQ(answer.status, 200) << answer.body;
    auto const page = protocol::read_changes(answer.body);
    EXPECT_TRUE(page) << describe(page.failure());
    return page.value_or({});
  }
  static FailureCode code_of(Answer const& answer) {
    auto const problem = protocol::read_problem(answer.body);
    EXPECT_TRUE(problem) << answer.status << answer.body;
    return problem ? problem->code : FailureCode::internal_fault;
  }

  /// So that it has changed: the fixture's rows were written past central.
  void print_the_certificate() const {
    protocol::KioskEvent const print{.id = EntryId::make(),
                                     .at = {1'740'000'000'000},
                                     .what = protocol::PrintRequested{certificate_number, 1, "N0000017"}};
    central.post_as_kiosk("/api/v1/kiosk/events",
                          protocol::write(std::span<protocol::KioskEvent const>{&print, 1}));
  }
  /// Whom the kiosk may keep.
  void let_keep(std::string const& whom) const {
    auto const command = std::string{CE_BIN_DIR "/ce-admin --config-dir " CE_SOURCE_DIR "/config --db '"} +
                         central.folder.store() + "' kiosk settings --id " + kiosk_id + " --cache " + whom +
                         " >/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0);
  }

  CentralProcess central;
};

std::string unpacked(std::string const& bytes) {
  std::string text(1U << 20U, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

TEST_F(ChangesApi, PagesLeadToTheEnd) {
  let_keep("region");
  print_the_certificate();
  std::string query = "?limit=40";
  std::size_t certificates = 0;
  std::size_t all = 0;
  for (int pages = 0; pages < 20; ++pages) {
    auto const page = page_of(ask(query));
    for (auto const& change : page.changes) certificates += change.kind == "certificate" ? 1U : 0U;
    all += page.changes.size();
    query = "?limit=40&cursor=" + page.cursor;
    if (!page.has_more) break;
  }
  EXPECT_EQ(certificates, 1U);  // the one that was printed
  EXPECT_GT(all, 140U);
  EXPECT_TRUE(page_of(ask(query)).changes.empty());
}

TEST_F(ChangesApi, OnlyTheKindsThatWereAskedFor) {
  auto const page = page_of(ask("?kinds=pack,strings"));
  EXPECT_FALSE(page.changes.empty());
  for (auto const& change : page.changes) EXPECT_TRUE(change.kind == "pack" || change.kind == "strings");
}

TEST_F(ChangesApi, PeopleAreToldToKiosksThatMayKeepThemAndToNoOther) {
  auto const people = [&] { return page_of(ask("?kinds=certificate,standing,person")); };
  print_the_certificate();
  EXPECT_TRUE(people().changes.empty());
  let_keep("region");
  auto const told = people();
  EXPECT_FALSE(told.changes.empty());
  let_keep("seen");
  EXPECT_EQ(ask("?kinds=certificate,standing,person&cursor=" + told.cursor).status, 410);
  EXPECT_TRUE(people().changes.empty());
}

TEST_F(ChangesApi, AnUnchangedPageIsNotSentAgain) {
  auto const first = ask();
  auto const tag = first.headers.at("etag");
  auto const again = ask("", "If-None-Match: \"other\", " + tag + "\r\n");
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ(again.headers.at("etag"), tag);
  EXPECT_EQ(ask("", "If-None-Match: \"other\"\r\n").status, 200);
}

TEST_F(ChangesApi, PackedWhenAskedFor) {
  auto const plain = ask();
  EXPECT_EQ(plain.headers.count("content-encoding"), 0U);
  auto const packed = ask("", "Accept-Encoding: br, gzip;q=0.8\r\n");
  EXPECT_EQ(packed.headers.at("content-encoding"), "gzip");
  EXPECT_LT(packed.body.size(), plain.body.size() / 2);
  EXPECT_EQ(unpacked(packed.body), plain.body);
  EXPECT_EQ(packed.headers.at("etag"), plain.headers.at("etag"));
  EXPECT_EQ(ask("", "Accept-Encoding: gzip;q=0, br\r\n").headers.count("content-encoding"), 0U);
}

TEST_F(ChangesApi, ASealIsFetchedByItsHash) {
  auto const picture = test::png(300, 200);
  auto const file = central.folder / "seal.png";
  test::write_all(file, picture);
  auto const command = std::string{CE_BIN_DIR "/ce-admin --config-dir " CE_SOURCE_DIR "/config --db '"} +
                       central.folder.store() + "' authority set --region 440303 --seal " + file.string() +
                       " >/dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0);
  auto const page = page_of(ask("?kinds=seal"));
  ASSERT_EQ(page.changes.size(), 1U) << "of another county than the kiosk's, which prints for all";
  auto const hash = std::get<protocol::SealChange>(page.changes[0].what).sha256;
  std::string const path = "/api/v1/kiosk/seals/";
  auto const get = [&](std::string const& name, std::string const& headers = kiosk_headers()) {
    return central.ask(request("GET", path + name, headers));
  };
  auto const answer = get(hash);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, picture);
  EXPECT_EQ(answer.headers.at("content-type"), "image/png");
  EXPECT_EQ(answer.headers.at("etag"), '"' + hash + '"');
  EXPECT_NE(answer.headers.at("cache-control").find("immutable"), std::string::npos);
  EXPECT_EQ(get(hash, kiosk_headers() + "If-None-Match: \"" + hash + "\"\r\n").status, 304);
  EXPECT_EQ(get(hash, "").status, 401);
  EXPECT_EQ(code_of(get(std::string(64, '0'))), FailureCode::record_unknown);
  EXPECT_EQ(get(std::string(64, '0')).status, 404);
  EXPECT_EQ(get("..%2f..%2fetc%2fpasswd").status, 404);
}

TEST_F(ChangesApi, WhatDoesNotFitIsNamed) {
  EXPECT_EQ(ask("?limit=0").status, 400);
  EXPECT_EQ(ask("?limit=501").status, 400);
  EXPECT_EQ(ask("?limit=1x").status, 400);
  EXPECT_EQ(ask("?kinds=weather").status, 400);
  EXPECT_EQ(ask("?kinds=key,").status, 400);
  EXPECT_EQ(code_of(ask("?cursor=1")), FailureCode::input_invalid);
  auto const gone = ask("?cursor=1.00000000.440106.63.");
  EXPECT_EQ(gone.status, 410);
  EXPECT_EQ(code_of(gone), FailureCode::resync_needed);
  EXPECT_EQ(central.ask(request("GET", "/api/v1/kiosk/changes")).status, 401);
}

}  // namespace
}  // namespace ce::tests
