#include "note_cache.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "build_id.h"
#include "notes/observed.h"

namespace {

using namespace notes;
using server::NoteCache;

namespace fs = std::filesystem;

constexpr int64_t kLater = std::numeric_limits<int64_t>::max();
constexpr const char* kText =
    "## [Paper Note] Highway Networks, Rupesh Srivastava+, 2015.05\n#Gates\n";

class Cached : public testing::Test {
 protected:
  Cached() { fs::remove_all(folder); }
  ~Cached() override { fs::remove_all(folder); }

  std::shared_ptr<const Reading> reading(auto... change) const {
    auto out = std::make_shared<Reading>();
    out->root = "/v";
    (change(*out), ...);
    return out;
  }
  std::unique_ptr<NoteCache> open(const std::string& build = "one") const {
    return NoteCache::open(folder, *reading(), build);
  }
  std::shared_ptr<const Note> note(const std::string& path, const std::string& text = kText) {
    disk->files[path] = text;
    Stamp stamp;
    Text read(*disk->read(path, &stamp));
    return Note::parse_at_rest(path, std::move(read), reading(), {disk, stamp});
  }
  fs::path file() const { return fs::directory_iterator(folder)->path(); }

  std::string folder = testing::TempDir() + "papernotes-cache-" + std::to_string(getpid());
  std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>();
};

TEST_F(Cached, GivesWhatWasKept) {
  const auto kept = note("/v/a.md");
  EXPECT_TRUE(open()->keep(std::vector{kept, note("/v/deep/b.md", "")}, kLater));
  const auto cache = open();
  EXPECT_EQ(cache->size(), 2u);
  const auto found = cache->find("/v/a.md");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->stamp, kept->stamp());
  EXPECT_EQ(observed::show(
                *Note::from_archive("/v/a.md", found->archive, reading(), {disk, found->stamp})),
            observed::show(*kept));
  EXPECT_TRUE(cache->find("/v/deep/b.md"));
  EXPECT_FALSE(cache->find("/v/c.md"));
}

TEST_F(Cached, ForgetsWhatItHadBefore) {
  const auto cache = open();
  cache->keep(std::vector{note("/v/a.md")}, kLater);
  const auto second = note("/v/a.md", "# Other\n");
  cache->keep(std::vector{second, note("/v/b.md"), note("/v/c.md")}, kLater);
  EXPECT_EQ(cache->find("/v/a.md")->stamp, second->stamp());
  cache->keep_only([](std::string_view path) { return path == "/v/b.md"; });
  EXPECT_EQ(cache->size(), 1u);
  EXPECT_TRUE(cache->find("/v/b.md"));
}

TEST_F(Cached, IsForOneBuildAndTheSameSettings) {
  open()->keep(std::vector{note("/v/a.md")}, kLater);
  EXPECT_FALSE(open("another")->find("/v/a.md"));
  EXPECT_FALSE(NoteCache::open(folder, *reading([](Reading& r) { r.inline_tags = false; }), "one")
                   ->find("/v/a.md"));
  EXPECT_FALSE(
      NoteCache::open(folder, *reading([](Reading& r) { r.title_markers = {"[x]"}; }), "one")
          ->find("/v/a.md"));
  EXPECT_FALSE(
      NoteCache::open(folder, *reading([](Reading& r) { r.root = "/w"; }), "one")->find("/w/a.md"));
  // Neither is how loudly something is said, nor what is not read at all.
  EXPECT_TRUE(NoteCache::open(folder, *reading([](Reading& r) { r.gitignore = false; }), "one")
                  ->find("/v/a.md"));
  EXPECT_FALSE(NoteCache::open(folder, *reading(), ""));
  EXPECT_FALSE(NoteCache::open("", *reading(), "one"));
}

TEST_F(Cached, DoesNotTrustAStampThatMayComeTwice) {
  const auto kept = note("/v/a.md");
  const auto cache = open();
  cache->keep(std::vector{kept}, kept->stamp().time + 1);
  EXPECT_NE(cache->find("/v/a.md")->stamp, kept->stamp());
  EXPECT_EQ(cache->find("/v/a.md")->stamp.size, kept->stamp().size);
}

TEST_F(Cached, BeginsAnewWhereTheFileIsNone) {
  open();
  std::ofstream(file(), std::ios::trunc) << std::string(50'000, 'x');
  const auto cache = open();
  ASSERT_TRUE(cache);
  EXPECT_FALSE(cache->find("/v/a.md"));
  EXPECT_TRUE(cache->keep(std::vector{note("/v/a.md")}, kLater));
  EXPECT_TRUE(cache->find("/v/a.md"));
}

// Wherever a byte is wrong, either the row is not found, or it says what was kept.
TEST_F(Cached, BelievesNothingThatIsDamaged) {
  std::vector<std::shared_ptr<const Note>> notes;
  for (int i = 0; i < 40; ++i) notes.push_back(note("/v/" + std::to_string(i) + ".md"));
  ASSERT_TRUE(open()->keep(notes, kLater));
  std::string bytes;
  {
    std::ifstream in(file(), std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  ASSERT_GT(bytes.size(), 16'384u);
  const std::string name = file();
  for (size_t at = 0; at < bytes.size(); at += 499) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    if (at % 2 == 0) damaged.resize(bytes.size() - at);
    fs::remove_all(folder);
    fs::create_directory(folder);
    std::ofstream(name, std::ios::binary) << damaged;
    const auto cache = open();
    if (!cache) continue;
    for (const auto& one : notes)
      if (const auto found = cache->find(one->path())) {
        ASSERT_EQ(found->archive, one->archived()) << at;
        ASSERT_EQ(found->stamp, one->stamp()) << at;
      }
    cache->size();
    cache->keep(notes, kLater);
    cache->keep_only([](std::string_view) { return false; });
  }
}

TEST_F(Cached, LetsAnotherWrite) {
  const auto one = open(), other = open();
  ASSERT_TRUE(one && other);
  EXPECT_TRUE(one->keep(std::vector{note("/v/a.md")}, kLater));
  EXPECT_TRUE(other->keep(std::vector{note("/v/b.md")}, kLater));
  EXPECT_TRUE(one->find("/v/b.md"));
  EXPECT_TRUE(other->find("/v/a.md"));
}

TEST_F(Cached, GoesOnWhenTheDiskIsFull) {
  const auto cache = open();
  ASSERT_TRUE(cache->keep(std::vector{note("/v/a.md")}, kLater));
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  rlimit small = before;
  small.rlim_cur = 100'000;
  setrlimit(RLIMIT_FSIZE, &small);
  std::string much;
  for (int i = 0; i < 3'000; ++i)
    much += "## [Paper Note] Work " + std::to_string(i) + ", A+, 2020\n";
  EXPECT_FALSE(cache->keep(std::vector{note("/v/b.md", much)}, kLater));
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_TRUE(cache->find("/v/a.md"));
  EXPECT_FALSE(cache->find("/v/b.md"));
  EXPECT_TRUE(cache->keep(std::vector{note("/v/b.md", much)}, kLater));
}

TEST_F(Cached, IsDroppedWhenItsVaultIsGone) {
  const std::string here = testing::TempDir() + "papernotes vault % of " + std::to_string(getpid());
  fs::create_directory(here);
  const auto in = [&](const std::string& root) {
    return NoteCache::open(folder, *reading([&](Reading& r) { r.root = root; }), "one") != nullptr;
  };
  const auto databases = [&] {
    return std::ranges::count_if(fs::directory_iterator(folder), [](const auto& one) {
      return one.path().extension() == ".sqlite";
    });
  };
  ASSERT_TRUE(in(here) && in("/no/such/vault") && in("/" + std::string(300, 'x')));
  NoteCache::forget_gone_vaults(folder, RealDisk());
  EXPECT_EQ(databases(), 2);  // of the deepest nobody knows
  fs::remove(here);
  NoteCache::forget_gone_vaults(folder, RealDisk());
  EXPECT_EQ(databases(), 1);
  NoteCache::forget_gone_vaults(folder + "/nowhere", RealDisk());
}

TEST_F(Cached, IsNoneWhereNoneCanBeMade) {
  std::ofstream(folder) << "a file";
  EXPECT_FALSE(open());
}

TEST(BuildId, IsThisProgramsOwn) {
  EXPECT_FALSE(server::build_id().empty());
  EXPECT_EQ(server::build_id(), server::build_id());
}

TEST(UserCacheFolder, IsWhereTheDesktopSays) {
  const auto set = [](const char* name, const char* value) {
    value ? setenv(name, value, 1) : unsetenv(name);
  };
  const char* was = std::getenv("XDG_CACHE_HOME");
  const std::string cache = was ? was : "";
  set("XDG_CACHE_HOME", "/c");
  EXPECT_EQ(server::user_cache_folder(), "/c/papernotes");
  set("XDG_CACHE_HOME", "relative");
  EXPECT_EQ(server::user_cache_folder(), std::string(std::getenv("HOME")) + "/.cache/papernotes");
  set("XDG_CACHE_HOME", was ? cache.c_str() : nullptr);
}

}  // namespace
