#include "notes/links.h"

#include <gtest/gtest.h>

#include <string>

#include "notes/byte_set.h"

namespace {

using namespace notes;

Range all_of(std::string_view text) { return {0, static_cast<uint32_t>(text.size())}; }

// Where the links of the line lead, each in brackets.
std::string check(std::string_view text) {
  std::string out;
  for (const WrittenLink& link : links_in(text, all_of(text)))
    out.append("<").append(link.to) += '>';
  const std::optional<WrittenLink> first = first_link_in(text, all_of(text));
  EXPECT_EQ(first.has_value(), !out.empty());
  if (first) {
    EXPECT_TRUE(out.starts_with("<" + std::string(first->to) + ">"));
  }
  return out;
}

TEST(Links, AreFoundInAllTheirForms) {
  EXPECT_EQ(check("a [b](c.md), [[d|e]] and https://f.org/g."), "<c.md><d><https://f.org/g>");
  EXPECT_EQ(check("<https://a.org> <a href=\"b.html\">c</a>"), "<https://a.org><b.html>");
  EXPECT_EQ(check("![a](b.png) \\[c](d) `[e](f)` the heath"), "");
  EXPECT_EQ(check("[a [b] \\] c](d(e)\\).md)"), "<d(e)\\).md>");
  EXPECT_EQ(check("h"), "");
  EXPECT_EQ(check(""), "");
}

TEST(Links, StandBehindAnyNumberOfBytes) {
  for (size_t size = 0; size < 40; ++size) {
    const std::string before(size, 'h');
    EXPECT_EQ(check(before + "[a](b)"), "<b>") << size;
    EXPECT_EQ(check(before + " http://a.org"), "<http://a.org>") << size;
  }
}

TEST(ByteSet, HoldsWhatItIsMadeOf) {
  static constexpr ByteSet kSet("ab\xE3");
  EXPECT_TRUE(kSet.has('a') && kSet.has('\xE3') && !kSet.has('c') && !kSet.has('\0'));
  EXPECT_TRUE(kSet.has_all("abba") && kSet.has_all("") && !kSet.has_all("abc"));
}

}  // namespace
