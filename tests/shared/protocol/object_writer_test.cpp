#include "shared/protocol/object_writer.h"

#include <gtest/gtest.h>

#include "shared/protocol/writing.h"

namespace ce::protocol {
namespace {

// Whatever a name may hold, the text is what the tree of values gives.
TEST(ObjectWriter, GivesTheBytesOfTheTree) {
  using namespace std::string_view_literals;
  for (auto const value :
       {""sv, "陈文"sv, "阿不都·热依木"sv, "𠂇㐁"sv, "quote \" slash \\ /"sv, "\n\t\x01\x7f"sv,
        "nul \0 in it"sv, "cut \xe9\x99"sv, "lone \xed\xa0\x80 half"sv, "\xff陈"sv}) {
    auto tree = versioned();
    tree["name"] = value;
    tree["year"] = -2024;
    tree["good"] = true;
    tree["bad"] = false;
    ObjectWriter written;
    written.text("name", value).number("year", -2024).flag("good", true).flag("bad", false);
    EXPECT_EQ(std::move(written).finish(), text_of(tree));
  }
}

TEST(ObjectWriter, ObjectsAndListsLieWithinOneAnother) {
  auto tree = versioned();
  tree["a"] = OrderedJson{{"b", OrderedJson::array()}, {"c", "[{"}};
  tree["list"] = OrderedJson::array({OrderedJson{{"x", 1}, {"y", OrderedJson::object()}}, "{", "\"["});
  tree["raw"] = OrderedJson{{"k", "v"}};
  ObjectWriter written;
  written.object("a").list("b").close_list().text("c", "[{").close();
  written.list("list").item().number("x", 1).object("y").close().close();
  written.text_item("{").text_item("\"[").close_list().json("raw", R"({"k":"v"})");
  EXPECT_EQ(std::move(written).finish(), text_of(tree));
}

}  // namespace
}  // namespace ce::protocol
