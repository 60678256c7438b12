// Answers that come packed, and those that are bombs.
#include <zlib.h>

#include "client_room.h"

namespace ce::drivers {
namespace {

using test::SeenRequest;
using test::Wire;

constexpr int gzip_frame = 15 + 16;

std::string gzipped(std::string const& text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_frame, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

Result<SecretText> answered_with(std::string const& bytes, std::string* asked = nullptr) {
  test::ScriptedServer const server{[&](SeenRequest const& request, Wire const& wire) {
    if (asked != nullptr) *asked = request.head;
    return wire.send(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
        "Content-Length: " +
        std::to_string(bytes.size()) + "\r\n\r\n" + bytes);
  }};
  test::ClientRoom room;
  return room.client(server.url())->people_changes("person", "c");
}

TEST(CentralPacked, AnswersAreAskedForPackedAndUnpacked) {
  std::string const text = R"({"version":1,"changes":[],"cursor":"d","has_more":false})";
  std::string asked;
  auto const answer = answered_with(gzipped(text), &asked);
  ASSERT_TRUE(answer) << describe(answer.failure());
  EXPECT_EQ(answer->reveal(), text);
  EXPECT_NE(asked.find("Accept-Encoding: gzip"), std::string::npos) << asked;
  EXPECT_TRUE(asked.starts_with("GET /api/v1/kiosk/changes?kinds=person&cursor=c ")) << asked;
}

TEST(CentralPacked, ABombIsBrokenOffAtTheLimitOfWhatItUnpacksTo) {
  auto const bomb = gzipped(std::string(std::size_t{64} << 20U, ' '));
  ASSERT_LT(bomb.size(), 100'000U);
  EXPECT_EQ(answered_with(bomb).failure().code, FailureCode::answer_too_large);
}

TEST(CentralPacked, WhatDoesNotUnpackIsMalformed) {
  auto const whole = gzipped(std::string(2000, 'x') + "y");
  EXPECT_EQ(answered_with("no gzip at all").failure().code, FailureCode::answer_malformed);
  auto turned = whole;
  turned[turned.size() / 2] = static_cast<char>(turned[turned.size() / 2] ^ 0x55);
  EXPECT_FALSE(answered_with(turned));
}

}  // namespace
}  // namespace ce::drivers
