#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "central/web/assets.h"
#include "central/web/template.h"
#include "samples.h"

namespace ce::web {
namespace {

std::size_t count(std::string const& text, std::string_view word) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

// What a test run leaves for people to look at: CE_GALLERY=DIRECTORY.
void put_down(std::string const& name, std::string_view bytes) {
  auto const* const directory = std::getenv("CE_GALLERY");
  if (directory == nullptr) return;
  auto const file = std::filesystem::path{directory} / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream{file, std::ios::binary}.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

TEST(Gallery, EveryPageIsWholeAndRefersToOurAssetsAlone) {
  std::set<std::string> assets;
  for (auto const& [name, html] : samples::gallery()) {
    put_down(name + ".html", html);
    EXPECT_THAT(html, ::testing::StartsWith("<!doctype html>")) << name;
    EXPECT_THAT(html, ::testing::EndsWith("</html>\n")) << name;
    EXPECT_EQ(count(html, "<h1>"), 1U) << name;
    EXPECT_EQ(count(html, "{{"), 0U) << name;
    EXPECT_EQ(count(html, " style="), 0U) << name << ": the policy forbids it";
    EXPECT_EQ(count(html, " onclick="), 0U) << name;
    EXPECT_EQ(count(html, "http://") + count(html, "https://"), 0U) << name;
    for (std::string const kind : {"section", "table", "form", "div", "ul", "svg", "dl", "a", "nav"}) {
      auto const opened = count(html, "<" + kind + ">") + count(html, "<" + kind + " ");
      EXPECT_EQ(opened, count(html, "</" + kind + ">")) << name << ": " << kind;
    }
    std::regex const reference{"/assets/([a-z0-9.-]+)"};
    for (std::sregex_iterator at{html.begin(), html.end(), reference}, end; at != end; ++at)
      assets.insert((*at)[1]);
  }
  EXPECT_EQ(assets.size(), 4U);
  for (auto const& name : assets) {
    auto const found = asset(name);
    ASSERT_TRUE(found) << name;
    put_down("assets/" + name, found->bytes);
  }
}

TEST(Gallery, MarkupInEveryTextStaysText) {
  for (auto const& [name, html] : samples::gallery(samples::markup)) {
    EXPECT_EQ(count(html, "<script>"), 0U) << name;
    EXPECT_EQ(count(html, "alert('x')"), 0U) << name;
    EXPECT_GT(count(html, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;&#39;"), 0U) << name;
  }
}

TEST(Templates, PutNothingUnescapedButTheBodyOfThePage) {
  std::size_t raw = 0;
  for (auto const name : template_names()) {
    auto const text = template_text(name);
    raw += count(text, "{{{");
    EXPECT_EQ(count(text, "{{&"), 0U) << name;
    EXPECT_EQ(count(text, "{{{") > 0, name == "pages/frame") << name;
  }
  EXPECT_EQ(raw, 1U);
}

TEST(Templates, EveryPageOfThemIsInTheGallery) {
  std::set<std::string> shown;
  for (auto const& sample : samples::gallery()) shown.insert(sample.name);
  for (auto const name : template_names()) {
    if (!name.starts_with("pages/") || name == "pages/frame") continue;
    EXPECT_TRUE(shown.contains(std::string{name.substr(6)})) << name;
  }
}

TEST(Assets, AreFoundByTheirNameWithHashAlone) {
  EXPECT_FALSE(asset("console.css"));
  EXPECT_FALSE(asset("../console.css"));
  auto const address = asset_address("console.css");
  auto const style = asset(address.substr(std::string{"/assets/"}.size()));
  ASSERT_TRUE(style);
  EXPECT_EQ(style->type, "text/css; charset=utf-8");
  EXPECT_THAT(std::string{style->bytes}, ::testing::HasSubstr("--paper"));
}

}  // namespace
}  // namespace ce::web
