#include <gtest/gtest.h>

#include "shared/identity/id_number.h"
#include "shared/identity/mask.h"

// The characters just outside every range that these rooms know.
namespace ce::identity {
namespace {

Date const day_of_looking = Date::make(2026, 6, 1).value();

TEST(Letters, MayBeSmallInAnOldPermanentResidenceCard) {
  auto const small = examine_id_number("abc110288010112", day_of_looking);
  auto const large = examine_id_number("ABC110288010112", day_of_looking);
  EXPECT_EQ(small.valid, large.valid);
  EXPECT_EQ(small.kind, IdKind::foreign_permanent15_legacy);
  EXPECT_EQ(small.canonical, large.canonical);
}

TEST(Letters, AreNotWhatStandsBesideThem) {
  for (std::string const number :
       {"[bc110288010112", "{bc110288010112", "`bc110288010112", "a{c110288010112", "@bc110288010112"}) {
    EXPECT_FALSE(examine_id_number(number, day_of_looking).valid) << number;
  }
}

TEST(Masking, TellsLatinLettersFromTheirNeighbours) {
  EXPECT_EQ(mask_name("Anna Schmidt"), "A*** S******");
  EXPECT_EQ(mask_name("anna schmidt"), "a*** s******");
  EXPECT_EQ(mask_name("Łukasz Żak"), "Ł***** Ż**");
  for (std::string const name : {"[[", "{{", "@@", "``", "11"}) {
    EXPECT_EQ(mask_name(name), "*" + name.substr(1)) << "no Latin name: its last character stays";
  }
}

}  // namespace
}  // namespace ce::identity
