#include "notes/entities.h"

#include <gtest/gtest.h>

namespace {

TEST(Entities, AreTheLettersTheyStandFor) {
  EXPECT_EQ(notes::with_letters("J&ouml;rg Sander"), "Jorg Sander");
  EXPECT_EQ(notes::with_letters("thomas st &#246; hr , erhard rahm"), "thomas stöhr , erhard rahm");
  EXPECT_EQ(notes::with_letters("Wang, K.; Li &amp; Co"), "Wang, K.; Li &amp; Co");
}

}  // namespace
