#include "features/plain_text.h"

#include <gtest/gtest.h>

namespace {

using features::plain_text;

TEST(PlainText, LeavesOutWhatOnlyMarkdownShows) {
  EXPECT_EQ(plain_text("**Adam\\*: a `method`**\n\n- [page](https://x.org/a) \\[1\\]"),
            "Adam*: a method\n\n- page (https://x.org/a) [1]");
  EXPECT_EQ(plain_text("a\n\n---\nb --- c"), "a\n\n\nb --- c");
  EXPECT_EQ(plain_text("論文\\_x"), "論文_x");
  EXPECT_EQ(plain_text("[never](closed"), "never (closed)");
  EXPECT_EQ(plain_text("\\"), "\\");
}

}  // namespace
