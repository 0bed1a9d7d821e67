#include "notes/written_date.h"

#include <gtest/gtest.h>

namespace {

using namespace notes;

std::string shown(const std::optional<Date>& date) {
  if (!date) return "none";
  return std::to_string(date->year) + "-" + std::to_string(date->month) + "-" +
         std::to_string(date->day);
}

TEST(WrittenDate, IsReadInNumbers) {
  EXPECT_EQ(shown(read_date("2026-01-12")), "2026-1-12");
  EXPECT_EQ(shown(read_date("2026/1/12 and more")), "2026-1-12");
  EXPECT_EQ(shown(read_date("2026.01")), "2026-1-0");
  EXPECT_EQ(shown(read_date("2023年10月4日")), "2023-10-4");
  EXPECT_EQ(shown(read_date("2023년 10월")), "2023-10-0");
  EXPECT_EQ(shown(read_date("26-01-12")), "none");
  EXPECT_EQ(shown(read_date("2026-13-01")), "none");
}

TEST(WrittenDate, IsReadWithTheNameOfItsMonth) {
  EXPECT_EQ(shown(read_named_date("4 Oct 2023")), "2023-10-4");
  EXPECT_EQ(shown(read_named_date("October 4th, 2023")), "2023-10-4");
  EXPECT_EQ(shown(read_named_date("[[May 24th, 2019]]")), "2019-5-24");
  EXPECT_EQ(shown(read_named_date("Sept. 2020")), "2020-9-0");
  EXPECT_EQ(shown(read_named_date("May the force 2020")), "none");
  EXPECT_EQ(shown(read_named_date("CVPR 2020")), "none");
}

}  // namespace
