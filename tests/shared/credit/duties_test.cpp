#include "shared/credit/duties.h"

#include <gmock/gmock.h>

#include "shared/credit/pack_file.h"
#include "shared/credit/roles.h"

namespace ce::credit {
namespace {

using enum Party;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string const bare_pack = R"(id = "X"
from_year = 2030
to_year = 2031
[hours]
public = 18
professional = 42
elective = 12
total = 72
day = 6
professional_mandatory = 14
)";

Result<RulePack> pack_with(std::string const& tables) {
  return parse_pack(bare_pack + tables, "x.toml");
}

TEST(Duties, AreTheRegulationsWhereAPackSaysNothing) {
  auto const pack = pack_with("").value();
  EXPECT_THAT(pack.duties.registering.at(static_cast<std::size_t>(Activity::training)),
              ElementsAre(person, institution));
  EXPECT_THAT(pack.chain_of(Subject::professional, Route::provincial_unit),
              ElementsAre(employer, industry_authority, hrss));
  EXPECT_EQ(fault_of(Duties{}, HostedReview::replace_employer), std::nullopt);
  EXPECT_EQ(fault_of(Duties{}, HostedReview::in_addition), std::nullopt);
}

// A new year with other reviewers needs a file and the document behind it, no program.
TEST(Duties, OfANewYearAreData) {
  auto const pack = pack_with(R"([registers]
basis = "粤人社规〔2030〕1号"
lecture = ["institution"]
[review]
basis = "粤人社规〔2030〕2号"
[review.employed]
elective = ["employer", "industry_authority"]
[review.provincial_unit]
public = ["hrss"]
[review.hosted]
public = ["talent_agency", "hrss"]
professional = ["talent_agency", "hrss"]
elective = ["hrss"]
)")
                        .value();
  EXPECT_TRUE(may_register(institution, Activity::lecture, pack.duties).allowed);
  EXPECT_FALSE(may_register(person, Activity::lecture, pack.duties).allowed);
  EXPECT_TRUE(may_register(person, Activity::practice, pack.duties).allowed);
  EXPECT_THAT(pack.chain_of(Subject::elective, Route::employed), ElementsAre(employer, industry_authority));
  EXPECT_THAT(pack.chain_of(Subject::public_subject, Route::employed), ElementsAre(employer, hrss));
  EXPECT_THAT(pack.chain_of(Subject::public_subject, Route::provincial_unit), ElementsAre(hrss));
  EXPECT_THAT(pack.chain_of(Subject::elective, Route::hosted), ElementsAre(hrss));
  EXPECT_EQ(duty_in(pack.chain_of(Subject::elective, Route::employed), employer), Duty::first_review);
  EXPECT_EQ(duty_in(pack.chain_of(Subject::professional, Route::hosted), hrss), Duty::recognises);

  auto const again = parse_pack(pack_text(pack), "again").value();
  EXPECT_EQ(pack_text(again), pack_text(pack));
  EXPECT_EQ(again.duties.registering_basis, "粤人社规〔2030〕1号");
  EXPECT_THAT(again.chain_of(Subject::elective, Route::hosted), ElementsAre(hrss));
}

TEST(Duties, PutTheAgencyFirstWhereNoEmployerReviews) {
  Duties duties;
  duties.employed = {Parties{hrss}, Parties{industry_authority, hrss}, Parties{hrss}};
  EXPECT_THAT(duties.chain(Route::hosted, Subject::elective, HostedReview::in_addition),
              ElementsAre(talent_agency, hrss));
}

struct BadTable {
  std::string_view tables;
  std::string_view complaint;
};

class BadDuties : public ::testing::TestWithParam<BadTable> {};

TEST_P(BadDuties, AreRefusedByName) {
  auto const pack = pack_with(std::string{GetParam().tables});
  ASSERT_FALSE(pack);
  EXPECT_EQ(pack.failure().code, FailureCode::pack_invalid);
  EXPECT_THAT(pack.failure().detail, HasSubstr(std::string{GetParam().complaint}));
}

INSTANTIATE_TEST_SUITE_P(
    Every, BadDuties,
    ::testing::Values(
        BadTable{"[review.employed]\nprofessional = [\"employer\", \"industry_authority\"]",
                 "review.employed.professional: article 13(3) asks for hrss; name the document"},
        BadTable{"[review.provincial_unit]\nprofessional = [\"employer\", \"hrss\"]",
                 "review.provincial_unit.professional: article 13(2) asks for industry_authority"},
        BadTable{"[review.employed]\npublic = [\"hrss\"]",
                 "review.employed.public: article 13(1) asks for employer"},
        BadTable{"[review.employed]\npublic = [\"hrss\", \"employer\"]", "other parties or another order"},
        BadTable{"[review.employed]\nelective = [\"employer\", \"hrss\"]",
                 "review.employed.elective: article 13 has"},
        BadTable{"[review]\nbasis = \"x\"\n[review.employed]\nelective = []",
                 "review.employed.elective: names nobody"},
        BadTable{"[review]\nbasis = \"x\"\n[review.employed]\nelective = [\"hrss\", \"hrss\"]",
                 "names a party twice"},
        BadTable{"[review]\nbasis = \"x\"\n[review.employed]\nelective = [\"person\"]",
                 "person reviews nothing"},
        BadTable{"[review]\nbasis = \"x\"\n[review.employed]\nelective = [\"hrss\", \"industry_authority\"]",
                 "hrss rechecks before industry_authority recognised"},
        BadTable{"[review.hosted]\nelective = [\"talent_agency\"]", "hosted: write the chains of all three"},
        BadTable{"[review.hosted]\npublic = [\"employer\", \"hrss\"]\nelective = [\"talent_agency\"]\n"
                 "professional = [\"talent_agency\", \"industry_authority\", \"hrss\"]",
                 "review.hosted.public: article 13(1) asks for talent_agency"},
        BadTable{"[review.employed]\npublic = \"employer\"", "line 12: public: expected a list of person"},
        BadTable{"[review.employed]\npublic = [\"king\"]", "public: expected a list of person"},
        BadTable{"[review.employed]\npublic = [7]", "public: expected a list of person"},
        BadTable{"[review.employed]\nhobby = [\"employer\"]", "hobby: no such subject"},
        BadTable{"[review.travelling]\npublic = []", "travelling: unknown key"},
        BadTable{"[review]\nemployed = 1", "employed: expected a table"},
        BadTable{"[review]\nbasis = \"\"", "basis: write the document's name"},
        BadTable{"[review]\nbasis = 7", "basis: write the document's name"},
        BadTable{"[review]\nbasis = 'a \"quoted\" name'", "basis: write the document's name"},
        BadTable{"[registers]\ntraining = [\"person\"]", "registers.training: article 4 names other parties"},
        BadTable{"[registers]\nbasis = \"x\"\ntraining = []", "registers.training: names nobody"},
        BadTable{"[registers]\nsinging = [\"person\"]", "singing: no such activity"},
        BadTable{"[registers]\ntraining = [\"person\", \"queen\"]", "training: expected a list of person"}));

}  // namespace
}  // namespace ce::credit
