#include "notes/arena.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "notes/archive.h"

namespace notes {
namespace {

struct Leaf {
  Phrase name;
  uint32_t number = 0;
};
struct Tree {
  Row<Leaf> leaves;
  Row<Phrase> names;
  std::shared_ptr<const Leaf> top;
};

}  // namespace

template <>
struct Members<Leaf> {
  static constexpr auto all = std::tuple(&Leaf::name, &Leaf::number);
};
template <>
struct Members<Tree> {
  static constexpr auto all = std::tuple(&Tree::leaves, &Tree::names, &Tree::top);
};

namespace {

Tree some_tree() {
  Tree tree{{{"a name of some length", 1}, {"", 2}, {"another", 3}},
            {"another", "a name of some length", "one more"},
            std::make_shared<Leaf>(Leaf{"one more", 4})};
  return tree;
}

std::pair<std::string, size_t> written(const Tree& tree) {
  ArchiveWriter apart, out;
  apart.put(tree);
  out.put_apart(apart);
  const std::string bytes = out.copy();
  const auto [inside, room] = ArchiveReader(bytes).take_apart();
  return {std::string(inside), room};
}

TEST(Arena, HoldsAllThatIsReadAndExactlyThat) {
  const auto [bytes, room] = written(some_tree());
  for (const size_t less : {0, 1, 8}) {
    Arena arena(room - less);
    ArchiveReader in(bytes, &arena);
    Tree tree;
    in.take(tree);
    ASSERT_EQ(in.came_out_even(), less == 0);
    if (less > 0) continue;
    EXPECT_EQ(tree.leaves.size(), 3u);
    EXPECT_EQ(tree.leaves[0].name, "a name of some length");
    EXPECT_EQ(tree.leaves[2].number, 3u);
    EXPECT_EQ(tree.names, some_tree().names);
    EXPECT_EQ(tree.top->name, "one more");
    // Said once, whoever says it.
    EXPECT_EQ(tree.leaves[0].name.data(), tree.names[1].data());
    EXPECT_EQ(tree.top->name.data(), tree.names[2].data());
  }
}

TEST(Arena, LendsWhatIsCopiedAsItsOwn) {
  const auto [bytes, room] = written(some_tree());
  Row<Leaf> copied;
  Phrase name;
  {
    Arena arena(room);
    Tree tree;
    ArchiveReader(bytes, &arena).take(tree);
    copied = tree.leaves;
    copied.push_back({"its own", 5});
    name = tree.top->name;
    tree.names.push_back("beyond its room");
    EXPECT_EQ(tree.names.back(), "beyond its room");
    EXPECT_EQ(tree.names.size(), 4u);
  }
  EXPECT_EQ(copied[0].name, "a name of some length");
  EXPECT_EQ(copied[3].name, "its own");
  EXPECT_EQ(name, "one more");
}

TEST(Arena, TakesEachTextOnceHoweverManyThereAre) {
  Tree many{{}, {}, std::make_shared<Leaf>()};
  for (int i = 0; i < 3000; ++i) many.names.push_back("text " + std::to_string(i % 1000));
  const auto [bytes, room] = written(many);
  Arena arena(room);
  Tree tree;
  ArchiveReader(bytes, &arena).take(tree);
  ASSERT_EQ(tree.names, many.names);
  for (size_t i = 0; i < 2000; ++i)
    EXPECT_EQ(tree.names[i].data(), tree.names[i + 1000].data()) << i;
}

TEST(Arena, IsNeverReadBeyond) {
  const auto [bytes, room] = written(some_tree());
  for (size_t size = 0; size < bytes.size(); ++size) {
    Arena arena(room);
    Tree tree;
    ArchiveReader in(std::string_view(bytes).substr(0, size), &arena);
    in.take(tree);
    EXPECT_FALSE(in.is_whole());
  }
}

TEST(Slab, LendsBlocksThatOutliveIt) {
  std::vector<std::pair<std::shared_ptr<char[]>, size_t>> lent;
  {
    Slab slab;
    for (size_t i = 0; i < 3000; ++i) {
      const size_t size = i % 500 == 7 ? 300000 : i * 7 % 1800;
      lent.emplace_back(slab.take(size), size);
      EXPECT_EQ(reinterpret_cast<uintptr_t>(lent.back().first.get()) % alignof(void*), 0u);
      std::memset(lent.back().first.get(), static_cast<char>(i), size);
    }
  }
  for (size_t i = 0; i < lent.size(); ++i)
    for (size_t at = 0; at < lent[i].second; ++at)
      ASSERT_EQ(lent[i].first[static_cast<ptrdiff_t>(at)], static_cast<char>(i)) << i;
}

}  // namespace
}  // namespace notes
