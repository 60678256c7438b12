#include <gtest/gtest.h>

#include "central/http/cookies.h"
#include "central/http/multipart.h"
#include "central/http/pages.h"
#include "central/http/problem.h"
#include "central/web/html.h"

namespace ce::http {
namespace {

Request with(std::string body, std::string boundary = "XX") {
  Request request;
  request.body = std::move(body);
  request.browser.boundary = std::move(boundary);
  return request;
}

std::string part(std::string const& head, std::string const& content) {
  return "--XX\r\n" + head + "\r\n\r\n" + content + "\r\n";
}

std::string const named = "Content-Disposition: form-data; name=\"a\"";
std::string const twice =
    "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"a\"";

TEST(Multipart, FieldsAndFilesComeApart) {
  std::string const bytes{"%PDF\r\n--X\0\r\n", 12};
  auto request =
      with(part("Content-Disposition: form-data; name=\"csrf\"", "token") +
           part("content-disposition: Form-Data; name=\"proof\"; filename=\"C:\\a\\结业%22证.pdf\"\r\n"
                "Content-Type: Application/PDF",
                bytes) +
           part("Content-Disposition: form-data; name=\"empty\"; filename=\"\"", "") + "--XX--\r\n");
  ASSERT_TRUE(read_multipart(request));
  EXPECT_EQ(request.form_value("csrf"), "token");
  ASSERT_EQ(request.files.size(), 1U);
  EXPECT_EQ(request.files[0].field, "proof");
  EXPECT_EQ(request.files[0].name, "结业\"证.pdf");
  EXPECT_EQ(request.files[0].type, "application/pdf");
  EXPECT_EQ(request.files[0].bytes, bytes);
}

TEST(Multipart, AnythingElseIsRefused) {
  std::string many;
  for (int i = 0; i < 201; ++i) many += part(named, "x");
  for (auto const& body : {std::string{},
                           std::string{"--XX"},
                           std::string{"--XX\r\n"},
                           "preamble" + part(named, "x") + "--XX--",
                           part(named, "x"),
                           part(named, "x") + "--XX--\r\nepilogue",
                           part("X: y", "x") + "--XX--",
                           part("Content-Disposition: form-data", "x") + "--XX--",
                           part("Content-Disposition: form-data; name=a\"", "x") + "--XX--",
                           part("Content-Disposition: attachment; name=\"a\"", "x") + "--XX--",
                           part(named + "; name=\"b\"", "x") + "--XX--",
                           part(twice, "x") + "--XX--",
                           part(named + "\r\nContent-Transfer-Encoding: base64", "eA==") + "--XX--",
                           part(named, "\xFF") + "--XX--",
                           part(named, std::string{"a\0b", 3}) + "--XX--",
                           part("Content-Disposition: form-data; name=\"\xFF\"", "x") + "--XX--",
                           part(named + "\r\nX: " + std::string(3000, 'x'), "x") + "--XX--",
                           many + "--XX--",
                           "--XXY\r\n" + named + "\r\n\r\nx\r\n--XXY--",
                           std::string{"--XX\n"} + named + "\n\nx\n--XX--"}) {
    auto request = with(body);
    auto const read = read_multipart(request);
    EXPECT_FALSE(read) << body;
    EXPECT_TRUE(read || read.failure().code == FailureCode::input_invalid);
  }
  auto without = with("--\r\n", "");
  EXPECT_FALSE(read_multipart(without));
}

TEST(Multipart, NoCutOfABodyIsTakenForAWhole) {
  auto const body = part(named, "x") + part(named + "; filename=\"f\"", "bytes") + "--XX--\r\n";
  for (std::size_t size = 0; size + 3 < body.size(); ++size) {
    auto request = with(body.substr(0, size));
    EXPECT_FALSE(read_multipart(request)) << size;
  }
}

TEST(Multipart, BoundariesAreThoseOfRfc2046) {
  EXPECT_EQ(boundary_of("multipart/form-data; boundary=----WebKitFormBoundary7MA4"),
            "----WebKitFormBoundary7MA4");
  EXPECT_EQ(boundary_of("multipart/form-data; charset=utf-8; Boundary=\"a b?\""), "a b?");
  std::string const type = "multipart/form-data; boundary";
  for (auto const& end : {std::string{}, std::string{"="}, std::string{"=\"a"}, std::string{"=a; boundary=b"},
                          std::string{"=\"a \""}, std::string{"=a\xFF"}, "=" + std::string(71, 'a')}) {
    EXPECT_EQ(boundary_of(type + end), "") << end;
  }
}

TEST(Cookies, AreReadStrictly) {
  EXPECT_EQ(cookie_value("a=1; b=2", "b"), "2");
  EXPECT_EQ(cookie_value("a=\"1\"", "a"), "1");
  EXPECT_EQ(cookie_value("a=1=2", "a"), "1=2");
  for (auto const* header : {"", "b=1", "a=1; a=1", "a=1;b=2", "a=1; b", "=1; a=1", "a=1, b=2", "a=1; b=\"",
                             "a=\\", "a=1; ", "a = 1"}) {
    EXPECT_FALSE(cookie_value(header, "a")) << header;
  }
}

TEST(Pages, HtmlAlwaysHasItsPolicy) {
  auto page = console_page("<p>x");
  put_page_headers(page);
  auto const count = [&](std::string_view name) {
    return std::count_if(page.headers.begin(), page.headers.end(),
                         [&](auto const& header) { return header.first == name; });
  };
  EXPECT_EQ(count("Content-Security-Policy"), 1);
  EXPECT_EQ(count("Referrer-Policy"), 1);
  Response json;
  put_page_headers(json);
  EXPECT_TRUE(json.headers.empty());
}

TEST(PercentEncode, GivesBackWhatDecodingTakes) {
  std::string decoded;
  auto const text = "/console/records?x=张三&y=1 +%";
  ASSERT_TRUE(percent_decode(web::url_text(text), false, decoded));
  EXPECT_EQ(decoded, text);
}

// tests/faults/disk fails central's store with these; kiosks and pages ask again.
TEST(Problem, WhatBefellTheStoreIsTheSystemsTrouble) {
  int codes = 0;
  for (auto const code : all_failure_codes) {
    if (!name_of(code).starts_with("storage_")) continue;
    ++codes;
    auto const answer = problem({code, "/var/lib/ce-central/central.db: disk I/O error"});
    EXPECT_GE(answer.status, 500) << name_of(code);
    EXPECT_TRUE(answer.content_type.starts_with("application/problem+json")) << name_of(code);
    EXPECT_EQ(answer.body.find("/var/lib"), std::string::npos) << name_of(code);
  }
  EXPECT_GT(codes, 5);
}

}  // namespace
}  // namespace ce::http
