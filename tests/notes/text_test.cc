#include "notes/text.h"

#include <gtest/gtest.h>

#include <random>

#include "notes/unicode.h"

namespace {

using namespace notes;

constexpr Encoding kEncodings[] = {Encoding::kUtf8, Encoding::kUtf16, Encoding::kUtf32};

TEST(Text, HasOneEmptyLineWhenEmpty) {
  Text text;
  EXPECT_EQ(text.line_count(), 1u);
  EXPECT_EQ(text.line(0), (Range{0, 0}));
  EXPECT_EQ(text.line(7), (Range{0, 0}));
  EXPECT_EQ(text.offset({3, 3}, Encoding::kUtf16), 0u);
  EXPECT_EQ(text.position(9, Encoding::kUtf16), (Position{0, 0}));
}

TEST(Text, EndsLinesAtLfCrLfAndLoneCrOnly) {
  Text text("a\nb\r\nc\rd\u2028e\u0085f\n");
  ASSERT_EQ(text.line_count(), 5u);
  EXPECT_EQ(text.slice(text.line(0)), "a");
  EXPECT_EQ(text.slice(text.line(1)), "b");
  EXPECT_EQ(text.slice(text.line(2)), "c");
  EXPECT_EQ(text.slice(text.line(3)), "d\u2028e\u0085f");
  EXPECT_EQ(text.slice(text.line(4)), "");
  EXPECT_EQ(Text("\r\r\n\n\r").line_count(), 5u);
}

TEST(Text, CountsColumnsInTheAgreedUnits) {
  Text text("x\nか\u3099🙂z");
  uint32_t z = text.size() - 1;
  EXPECT_EQ(text.position(z, Encoding::kUtf8), (Position{1, 10}));
  EXPECT_EQ(text.position(z, Encoding::kUtf16), (Position{1, 4}));
  EXPECT_EQ(text.position(z, Encoding::kUtf32), (Position{1, 3}));
  for (Encoding e : kEncodings) EXPECT_EQ(text.offset(text.position(z, e), e), z);
}

TEST(Text, CountsAPlaceInsideACharacterAsThePlaceBeforeIt) {
  Text text("a🙂b\r\nc");
  EXPECT_EQ(text.position(3, Encoding::kUtf16), (Position{0, 1}));
  EXPECT_EQ(text.offset({0, 2}, Encoding::kUtf16), 1u);
  EXPECT_EQ(text.offset({0, 3}, Encoding::kUtf8), 1u);
  EXPECT_EQ(text.position(7, Encoding::kUtf16), (Position{0, 4}));
  EXPECT_EQ(text.offset({0, 5}, Encoding::kUtf16), 6u);
  EXPECT_EQ(text.offset({0, ~0u}, Encoding::kUtf16), 6u);
  EXPECT_EQ(text.offset({~0u, 0}, Encoding::kUtf16), text.size());
}

TEST(Text, KeepsAByteOrderMarkAsOneCharacter) {
  Text text("\uFEFFa");
  EXPECT_EQ(text.position(3, Encoding::kUtf16), (Position{0, 1}));
  EXPECT_EQ(text.offset({0, 1}, Encoding::kUtf32), 3u);
}

TEST(Text, IsValidWhateverItIsMadeOf) {
  EXPECT_EQ(Text("a\xFF\xE3\x81z").bytes(), "a\uFFFD\uFFFDz");
  EXPECT_EQ(Text("ab").replaced({1, 1}, "\xE3\x81").bytes(), "a\uFFFDb");
}

TEST(Text, SlicesNoMoreThanThereIs) {
  Text text("abc");
  EXPECT_EQ(text.slice({1, 99}), "bc");
  EXPECT_EQ(text.slice({99, 100}), "");
  EXPECT_EQ(text.slice({2, 1}), "");
}

TEST(Replaced, ClampsAndSnaps) {
  Text text("a🙂b");
  EXPECT_EQ(text.replaced({2, 5}, "-").bytes(), "a-b");
  EXPECT_EQ(text.replaced({2, 3}, "-").bytes(), "a-🙂b");
  EXPECT_EQ(text.replaced({5, 99}, "").bytes(), "a🙂");
  EXPECT_EQ(text.replaced({99, 0}, "c").bytes(), "c");
}

// The same by the most obvious means: one step for each character, from the start of the text.
struct Slow {
  struct Step {
    uint32_t offset;
    Position position[3];
  };
  std::vector<Step> places;  // every place a cursor can be, in order

  explicit Slow(std::string_view bytes) {
    Step here{};
    for (;;) {
      places.push_back(here);
      std::string_view rest = bytes.substr(here.offset);
      if (rest.empty()) return;
      if (rest.starts_with("\r\n") || rest[0] == '\n' || rest[0] == '\r') {
        here.offset += rest.starts_with("\r\n") ? 2 : 1;
        for (Position& p : here.position) p = {p.line + 1, 0};
        continue;
      }
      Character c = character_at(rest, 0);
      here.offset += c.size;
      here.position[0].column += c.size;
      here.position[1].column += c.code > 0xFFFF ? 2 : 1;
      here.position[2].column += 1;
    }
  }

  Position position(uint32_t offset, Encoding e) const {
    Position found;
    for (const Step& s : places)
      if (s.offset <= offset) found = s.position[static_cast<int>(e)];
    return found;
  }
  // The last place on the line that is not past the column; the end when there is no such line.
  uint32_t offset(Position p, Encoding e) const {
    uint32_t found = places.back().offset;
    for (const Step& s : places) {
      Position at = s.position[static_cast<int>(e)];
      if (at.line == p.line && at.column <= p.column) found = s.offset;
    }
    return found;
  }
};

class Random {
 public:
  uint32_t below(uint32_t limit) { return static_cast<uint32_t>(engine_() % limit); }
  std::string text(uint32_t most) {
    static const char* const kPieces[] = {
        "a",      "b ",     "c\t", "日", "本",     "🙂", "e\u0301", "\r",       "\n",  "\r\n",
        "\uFEFF", "\u2028", "é",   "𠮷", "ascii ", "\n",   "\r",      "\xF0\x9F", "\xFF"};
    std::string out;
    for (uint32_t i = below(most + 1); i > 0; --i) out += kPieces[below(std::size(kPieces))];
    return out;
  }

 private:
  std::minstd_rand engine_{7};
};

void check_same(const Text& text, const Text& expected) {
  ASSERT_EQ(text.bytes(), expected.bytes());
  ASSERT_EQ(text.line_count(), expected.line_count());
  for (uint32_t i = 0; i <= text.line_count(); ++i) ASSERT_EQ(text.line(i), expected.line(i));
}

TEST(Text, ConvertsPlacesAsTheSlowWayDoes) {
  Random random;
  for (int round = 0; round < 3000; ++round) {
    Text text(random.text(30));
    Slow slow(text.bytes());
    ASSERT_EQ(text.line_count(), slow.places.back().position[0].line + 1);
    for (Encoding e : kEncodings) {
      for (uint32_t offset = 0; offset < text.size() + 3; ++offset)
        ASSERT_EQ(text.position(offset, e), slow.position(offset, e)) << offset;
      for (int i = 0; i < 20; ++i) {
        Position p{random.below(text.line_count() + 2), random.below(i % 4 ? 8 : 60)};
        ASSERT_EQ(text.offset(p, e), slow.offset(p, e)) << p.line << ":" << p.column;
      }
      for (const Slow::Step& s : slow.places) {
        ASSERT_EQ(text.offset(s.position[static_cast<int>(e)], e), s.offset);
        ASSERT_EQ(text.line_of(s.offset), s.position[0].line);
      }
    }
  }
}

TEST(Replaced, IsWhatBuildingFromScratchGives) {
  Random random;
  for (int round = 0; round < 400; ++round) {
    Text text(random.text(20));
    for (int edit = 0; edit < 40; ++edit) {
      uint32_t begin = random.below(text.size() + 3);
      Range range{begin, begin + random.below(6)};
      std::string with = random.text(4);
      std::string_view bytes = text.bytes();
      auto snap = [&](uint32_t at) {
        while (at < bytes.size() && character_at(bytes, at).code == 0xFFFD &&
               bytes.substr(at, 3) != "\uFFFD")
          --at;
        return std::min<size_t>(at, bytes.size());
      };
      size_t from = snap(range.begin);
      std::string expected(bytes);
      expected.replace(from, snap(range.end) - from, valid_utf8(with));
      text = text.replaced(range, with);
      check_same(text, Text(expected));
      if (HasFatalFailure()) return;
    }
  }
}

TEST(Replaced, JoinsAndSplitsCrLf) {
  check_same(Text("a\rb").replaced({2, 2}, "\n"), Text("a\r\nb"));
  check_same(Text("a\r\nb").replaced({2, 2}, "x"), Text("a\rx\nb"));
  check_same(Text("a\r\nb").replaced({1, 2}, ""), Text("a\nb"));
  check_same(Text("a\r\nb").replaced({2, 3}, ""), Text("a\rb"));
  check_same(Text("a\rx\nb").replaced({2, 3}, ""), Text("a\r\nb"));
  check_same(Text("a\nb").replaced({1, 1}, "\r"), Text("a\r\nb"));
  check_same(Text("a\r\nb").replaced({2, 2}, "\n"), Text("a\r\n\nb"));
  check_same(Text("a\r\nb").replaced({2, 2}, "\r"), Text("a\r\r\nb"));
}

// Cut into pieces or whole, a text says the same.
TEST(Text, SaysTheSameHoweverItIsCut) {
  std::minstd_rand random(1);
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    const char* const parts[] = {"a", "か", "🙂", "\n", "\r\n", "\r", "\n\n", "words "};
    for (size_t i = random() % 60; i > 0; --i) bytes += parts[random() % std::size(parts)];
    const Text whole(bytes);
    std::vector<uint32_t> begins;
    for (uint32_t line = 1; line < whole.line_count(); ++line)
      if (random() % 3 == 0 && whole.line(line).begin < whole.size())
        begins.push_back(whole.line(line).begin);
    Text cut = whole;
    cut.cut({0, whole.size()}, begins);
    ASSERT_EQ(cut.line_count(), whole.line_count());
    for (uint32_t at = 0; at <= whole.size() + 1; ++at) {
      ASSERT_EQ(cut.line_of(at), whole.line_of(at));
      for (Encoding e : kEncodings) {
        ASSERT_EQ(cut.position(at, e), whole.position(at, e));
        const Range range{at, at + static_cast<uint32_t>(random() % 8)};
        ASSERT_EQ(cut.positions(range, e),
                  std::pair(whole.position(range.begin, e), whole.position(range.end, e)));
        const Position asked{cut.line_of(at), static_cast<uint32_t>(random() % 12)};
        ASSERT_EQ(cut.offset(asked, e), whole.offset(asked, e));
      }
    }
    const uint32_t from = static_cast<uint32_t>(random() % (whole.size() + 1));
    const Range edit{from, from + static_cast<uint32_t>(random() % 9)};
    const std::string with = parts[random() % std::size(parts)];
    const Text edited = cut.replaced(edit, with);
    const Text wanted(std::string(whole.replaced(edit, with).bytes()));
    ASSERT_EQ(edited.bytes(), wanted.bytes());
    ASSERT_EQ(edited.line_count(), wanted.line_count()) << bytes << edit.begin;
    for (uint32_t line = 0; line <= wanted.line_count(); ++line)
      ASSERT_EQ(edited.line(line), wanted.line(line)) << bytes;
    ASSERT_EQ(edited.slice({1, 7}), wanted.slice({1, 7}));
    ASSERT_EQ(edited.copy({1, 7}), wanted.slice({1, 7}));
  }
}

// Lines, positions and offsets are what they are with the bytes, for any text whose lines end
// alike.
TEST(Text, KnowsAtRestWhereEverythingIs) {
  std::mt19937 random(7);
  const std::string_view pieces[] = {
      "a",        "words and", " ",    "é",  "か",   "浅い層も学ぶと思えば学ぶ",
      "αβγδεζηθ", "漢字",      "🙂", "\n", "\n\n", "\t"};
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    const size_t count = random() % 120;
    for (size_t i = 0; i < count; ++i) {
      const std::string_view piece = pieces[random() % std::size(pieces)];
      if (round % 3 == 0 && piece.starts_with('\n')) bytes += '\r';
      bytes += piece == "\n\n" && round % 3 == 0 ? "\n" : piece;
    }
    const Text text(bytes);
    const std::optional<Text> found = text.at_rest();
    ASSERT_TRUE(found);
    const Text& rest = *found;
    ASSERT_EQ(rest.size(), text.size());
    ASSERT_EQ(rest.line_count(), text.line_count());
    ASSERT_EQ(rest.has_crlf(), text.has_crlf());
    for (uint32_t n = 0; n < text.line_count() + 2; ++n) {
      ASSERT_EQ(rest.line(n), text.line(n)) << n;
      for (const Encoding e : kEncodings)
        for (uint32_t column = 0; column < 24; ++column)
          ASSERT_EQ(rest.offset({n, column}, e), text.offset({n, column}, e)) << n << ":" << column;
    }
    for (uint32_t at = 0; at < text.size() + 2; ++at) {
      ASSERT_EQ(rest.line_of(at), text.line_of(at)) << at;
      for (const Encoding e : kEncodings) {
        ASSERT_EQ(rest.position(at, e), text.position(at, e)) << at << " in " << bytes;
        const Range range{at, std::min(text.size() + 1, at + static_cast<uint32_t>(random() % 9))};
        ASSERT_EQ(rest.positions(range, e), text.positions(range, e)) << at;
      }
    }
  }
}

TEST(Text, DoesNotRestWhereLinesEndInSeveralWays) {
  EXPECT_FALSE(Text("a\nb\r\n").at_rest());
  EXPECT_FALSE(Text("a\rb").at_rest());
  EXPECT_TRUE(Text("a").at_rest());
}

TEST(Text, CountsTheColumnsOfLongLines) {
  std::string line;
  for (int i = 0; line.size() < 20000; ++i) line += i % 7 == 0 ? "😀" : i % 3 == 0 ? "猫" : "ab";
  const std::string bytes = "one\n" + line + "\ntwo\n" + line;
  const notes::Text text(bytes);
  uint32_t utf16 = 0, characters = 0;
  for (uint32_t at = 0; at < line.size();) {
    for (const uint32_t begin : {4u, static_cast<uint32_t>(line.size()) + 9}) {
      EXPECT_EQ(text.position(begin + at, notes::Encoding::kUtf16).column, utf16) << at;
      EXPECT_EQ(text.position(begin + at, notes::Encoding::kUtf32).column, characters) << at;
      EXPECT_EQ(text.position(begin + at, notes::Encoding::kUtf8).column, at);
    }
    const uint32_t size = notes::character_at(line, at).size;
    utf16 += size == 4 ? 2 : 1;
    ++characters;
    at += size;
  }
}

}  // namespace
