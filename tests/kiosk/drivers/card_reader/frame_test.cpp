#include "kiosk/drivers/card_reader/frame.h"

#include <gtest/gtest.h>

#include <vector>

namespace ce::drivers {
namespace {

using std::string_literals::operator""s;

std::string const find_frame = "\xAA\xAA\xAA\x96\x69\x00\x03\x20\x01\x22"s;
std::string const none_frame = "\xAA\xAA\xAA\x96\x69\x00\x04\x00\x00\x80\x84"s;

// Everything found in `bytes`: payloads, and "damaged".
std::vector<std::string> decode(FrameDecoder& decoder, std::string const& bytes) {
  decoder.take(bytes);
  std::vector<std::string> found;
  while (true) {
    auto outcome = decoder.next();
    if (std::holds_alternative<FrameDecoder::Incomplete>(outcome)) return found;
    auto const* payload = std::get_if<SecretText>(&outcome);
    found.push_back(payload != nullptr ? payload->reveal() : "damaged");
  }
}

using Found = std::vector<std::string>;

TEST(Frame, EncodesTheRequestsOfTheStandard) {
  EXPECT_EQ(encode_frame("\x20\x01"), find_frame);
  EXPECT_EQ(encode_frame("\x30\x01"), "\xAA\xAA\xAA\x96\x69\x00\x03\x30\x01\x32"s);
  EXPECT_EQ(encode_frame("\x11\xFF"), "\xAA\xAA\xAA\x96\x69\x00\x03\x11\xFF\xED"s);
}

TEST(Frame, DecodesOneCutAtEveryPlace) {
  for (std::size_t cut = 0; cut <= none_frame.size(); ++cut) {
    FrameDecoder decoder;
    Found found = decode(decoder, none_frame.substr(0, cut));
    Found const rest = decode(decoder, none_frame.substr(cut));
    found.insert(found.end(), rest.begin(), rest.end());
    EXPECT_EQ(found, Found{"\0\0\x80"s}) << "cut at " << cut;
  }
}

TEST(Frame, FindsItsWayThroughNoise) {
  FrameDecoder decoder;
  EXPECT_EQ(decode(decoder, "\x00\xFF\x69\xAA\xAA\xAA\x96"s + none_frame), Found{"\0\0\x80"s});
  EXPECT_EQ(decode(decoder, "\xAA\xAA"s + none_frame), Found{"\0\0\x80"s});
  EXPECT_FALSE(decoder.in_frame());
}

TEST(Frame, TakesMergedFramesApart) {
  FrameDecoder decoder;
  EXPECT_EQ(decode(decoder, none_frame + none_frame), (Found{"\0\0\x80"s, "\0\0\x80"s}));
}

TEST(Frame, RefusesAWrongChecksumAndGoesOn) {
  std::string wrong = none_frame;
  wrong.back() = '\x00';
  FrameDecoder decoder;
  EXPECT_EQ(decode(decoder, wrong + none_frame), (Found{"damaged", "\0\0\x80"s}));
}

TEST(Frame, ACutFrameDoesNotSwallowTheNext) {
  FrameDecoder decoder;
  std::string const cut = "\xAA\xAA\xAA\x96\x69\x00\x0F\x00\x00\x90\x01"s;
  EXPECT_EQ(decode(decoder, cut + none_frame + none_frame), (Found{"damaged", "\0\0\x80"s, "\0\0\x80"s}));
}

TEST(Frame, RefusesImpossibleLengthsAtOnce) {
  for (std::string const& length : {"\xFF\xFF"s, "\x00\x00"s, "\x00\x03"s, "\x09\x0B"s}) {
    FrameDecoder decoder;
    Found const found = decode(decoder, std::string{frame_preamble} + length + none_frame);
    EXPECT_EQ(found.back(), "\0\0\x80"s);
    EXPECT_EQ(found.front(), "damaged");
  }
}

TEST(Frame, StaysBoundedUnderEndlessNoise) {
  FrameDecoder decoder;
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(decode(decoder, std::string(1000, '\xAA')), Found{});
  EXPECT_EQ(decode(decoder, none_frame), Found{"\0\0\x80"s});
}

}  // namespace
}  // namespace ce::drivers
