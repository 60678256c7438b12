#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "central/postgres/postgres.h"
#include "central/postgres/postgres_failure.h"

namespace ce::test {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Location, IsToldFromAFile) {
  for (auto const* server :
       {"postgresql://db/ce", "postgres:///ce", "host=db1,db2 dbname=ce", "service=ce"}) {
    EXPECT_TRUE(postgres::is_location(server)) << server;
  }
  for (auto const* file : {"central.db", "/var/lib/ce/central.db", "./a=b.db", "/srv/x=1/central.db", ""}) {
    EXPECT_FALSE(postgres::is_location(file)) << file;
  }
}

TEST(Location, OneWithAPasswordIsRefusedWithoutRepeatingIt) {
  for (auto const* text :
       {"postgresql://ce:s3cret@db/ce", "host=db password=s3cret", "host=db password='s3cret"}) {
    auto const refused = postgres::check_location(text);
    ASSERT_FALSE(refused) << text;
    EXPECT_EQ(refused.failure().code, FailureCode::config_value_invalid);
    EXPECT_THAT(refused.failure().detail, Not(HasSubstr("s3cret")));
  }
  EXPECT_TRUE(postgres::check_location("postgresql://ce@db1:5433,db2:5433/ce?passfile=/etc/ce/pgpass"));
}

TEST(Location, AWritersMayNotChooseStandbys) {
  EXPECT_TRUE(postgres::check_writers_location("host=db1,db2 dbname=ce"));
  EXPECT_TRUE(postgres::check_writers_location("host=db1,db2 dbname=ce target_session_attrs=primary"));
  auto const refused = postgres::check_writers_location("host=db1 dbname=ce target_session_attrs=any");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.failure().detail, HasSubstr("target_session_attrs=any"));
}

TEST(Location, IsDescribedByPlaceAlone) {
  EXPECT_EQ(postgres::describe_location("postgresql://ce@db1:5433/ce"), "db1:5433/ce");
  EXPECT_EQ(postgres::describe_location("host=db1,db2 dbname=ce user=ce"), "db1,db2/ce");
  EXPECT_EQ(postgres::describe_location("host=db1,db2 port=5433,5434 dbname=ce"), "db1:5433,db2:5434/ce");
  EXPECT_EQ(postgres::describe_location("host=db1,db2 port=5433 dbname=ce"), "db1:5433,db2:5433/ce");
  EXPECT_EQ(postgres::describe_location("service=province"), "service province");
}

TEST(Sqlstate, HasAKind) {
  EXPECT_EQ(postgres::code_of("40001"), FailureCode::storage_conflict);
  EXPECT_EQ(postgres::code_of("40P01"), FailureCode::storage_conflict);
  EXPECT_EQ(postgres::code_of("40003"), FailureCode::storage_in_doubt);
  EXPECT_EQ(postgres::code_of("25006"), FailureCode::storage_lost);
  EXPECT_EQ(postgres::code_of("23505"), FailureCode::storage_constraint);
  EXPECT_EQ(postgres::code_of("53100"), FailureCode::storage_full);
  EXPECT_EQ(postgres::code_of("55P03"), FailureCode::storage_busy);
  EXPECT_EQ(postgres::code_of("57P01"), FailureCode::storage_lost);
  EXPECT_EQ(postgres::code_of("08P01"), FailureCode::storage_fault);
  EXPECT_EQ(postgres::code_of("08006"), FailureCode::storage_lost);
  EXPECT_EQ(postgres::code_of("42P01"), FailureCode::storage_fault);
  EXPECT_EQ(postgres::code_of(""), FailureCode::storage_fault);
}

}  // namespace
}  // namespace ce::test
