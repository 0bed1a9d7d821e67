#include "notes/section_word.h"

#include <algorithm>
#include <array>

#include "notes/byte_set.h"
#include "notes/first_letters.h"

namespace notes {
namespace {

// Folded.
constexpr std::string_view kSectionWords[] = {"ablation",
                                              "ablation studies",
                                              "ablation study",
                                              "abstract",
                                              "abstract & conclusion",
                                              "acknowledgements",
                                              "acknowledgments",
                                              "analysis",
                                              "appendix",
                                              "approach",
                                              "architecture",
                                              "background",
                                              "background & motivation",
                                              "background / context",
                                              "citation",
                                              "citations",
                                              "comments",
                                              "conclusion",
                                              "conclusion and future work",
                                              "conclusions",
                                              "cons",
                                              "contents",
                                              "context",
                                              "contribution",
                                              "contributions",
                                              "critique",
                                              "dataset",
                                              "datasets",
                                              "design and implementation",
                                              "details",
                                              "discussion",
                                              "evaluation",
                                              "experiment",
                                              "experimental results",
                                              "experimental setup",
                                              "experiments",
                                              "experiments and results",
                                              "files",
                                              "findings",
                                              "framework",
                                              "future directions",
                                              "future work",
                                              "basic info",
                                              "basic information",
                                              "basics",
                                              "general info",
                                              "highlights",
                                              "hot take",
                                              "hot takes",
                                              "how",
                                              "idea",
                                              "implementation",
                                              "implementation details",
                                              "info",
                                              "information",
                                              "intro",
                                              "introduction",
                                              "introduction and related work",
                                              "key contributions",
                                              "key findings",
                                              "key idea",
                                              "key ideas",
                                              "key points",
                                              "key takeaways",
                                              "limitation",
                                              "limitations",
                                              "links",
                                              "loss",
                                              "loss function",
                                              "loss functions",
                                              "main contributions",
                                              "main idea",
                                              "main ideas",
                                              "meta",
                                              "metadata",
                                              "method",
                                              "methodology",
                                              "methods",
                                              "model",
                                              "model architecture",
                                              "motivation",
                                              "my notes",
                                              "my thoughts",
                                              "network architecture",
                                              "new vocabulary",
                                              "note",
                                              "notes",
                                              "novelty",
                                              "observations",
                                              "one-line summary",
                                              "overview",
                                              "paper",
                                              "paper info",
                                              "paper information",
                                              "paper note",
                                              "paper notes",
                                              "paper review",
                                              "paper structure outline",
                                              "papers",
                                              "personal notes",
                                              "preliminaries",
                                              "problem",
                                              "problem definition",
                                              "problem formulation",
                                              "problem statement",
                                              "proposed approach",
                                              "proposed method",
                                              "proposed solution",
                                              "pros",
                                              "pros and cons",
                                              "questions",
                                              "quick summary",
                                              "rating",
                                              "ratings",
                                              "reading notes",
                                              "references",
                                              "related work",
                                              "related works",
                                              "resources",
                                              "result",
                                              "results",
                                              "results and discussion",
                                              "review",
                                              "see also",
                                              "setup",
                                              "short summary",
                                              "solution",
                                              "strength",
                                              "strengths",
                                              "summary",
                                              "table of contents",
                                              "takeaway",
                                              "takeaways",
                                              "thoughts",
                                              "tl; dr",
                                              "tl;dr",
                                              "tldr",
                                              "toc",
                                              "weakness",
                                              "weaknesses",
                                              "what",
                                              "why",
                                              "おわりに",
                                              "どうやって有効だと検証した?",
                                              "どんなもの?",
                                              "はじめに",
                                              "まとめ",
                                              "メモ",
                                              "一句话总结",
                                              "不足",
                                              "个人思考",
                                              "个人总结",
                                              "主要内容",
                                              "主要贡献",
                                              "亮点",
                                              "介绍",
                                              "优点",
                                              "优缺点",
                                              "信息",
                                              "先行研究と比べてどこがすごい?",
                                              "关键发现",
                                              "创新点",
                                              "前言",
                                              "动机",
                                              "参考",
                                              "参考文献",
                                              "启发",
                                              "基本信息",
                                              "实验",
                                              "实验关键发现",
                                              "实验分析",
                                              "实验结果",
                                              "实验设置",
                                              "実験",
                                              "局限性",
                                              "引言",
                                              "思考",
                                              "总体评价",
                                              "总结",
                                              "总结与展望",
                                              "情報",
                                              "感想",
                                              "所感",
                                              "手法",
                                              "技術や手法のキモはどこ?",
                                              "提案手法",
                                              "摘要",
                                              "数据集",
                                              "文献信息",
                                              "文章信息",
                                              "新規性",
                                              "方法",
                                              "方法概述",
                                              "方法详解",
                                              "書誌情報",
                                              "核心思想",
                                              "概括",
                                              "概要",
                                              "模型",
                                              "次に読むべき論文は?",
                                              "目录",
                                              "目次",
                                              "目的",
                                              "目錄",
                                              "相关工作",
                                              "研究动机",
                                              "研究背景",
                                              "笔记",
                                              "简介",
                                              "算法",
                                              "結果",
                                              "結論",
                                              "结果",
                                              "结论",
                                              "缺点",
                                              "考察",
                                              "背景",
                                              "背景と目的",
                                              "背景与动机",
                                              "要約",
                                              "課題",
                                              "論文情報",
                                              "議論",
                                              "議論はある?",
                                              "讨论",
                                              "论文信息",
                                              "论文笔记",
                                              "论文资料",
                                              "论文阅读",
                                              "论文阅读笔记",
                                              "评价",
                                              "评分",
                                              "貢献",
                                              "贡献",
                                              "関連研究",
                                              "问题",
                                              "阅读笔记",
                                              "결과",
                                              "결론",
                                              "관련 연구",
                                              "논문 요약",
                                              "논문 정보",
                                              "느낀점",
                                              "방법",
                                              "배경",
                                              "서론",
                                              "실험",
                                              "요약",
                                              "초록",
                                              "한계"};

constexpr std::string_view kPageWords[] = {
    "general info", "basic info",   "basic information", "basics",     "info",
    "information",  "meta",         "metadata",          "note",       "notes",
    "paper",        "paper info",   "paper information", "paper note", "paper notes",
    "paper review", "papers",       "reading notes",     "信息",       "基本信息",
    "情報",         "文献信息",     "文章信息",          "書誌情報",   "笔记",
    "简介",         "論文情報",     "论文信息",          "论文笔记",   "论文资料",
    "论文阅读",     "论文阅读笔记", "阅读笔记",          "논문 정보"};

// What people call the page on which they put what they have not read yet.
constexpr std::string_view kQueues[] = {
    "inbox",    "queue",        "to read",       "to-read",  "papers to read", "read later",
    "later",    "reading list", "reading queue", "unread",   "new papers",     "bookmarks",
    "diary",    "journal",      "daily notes",   "待读",     "待读论文",       "待讀",
    "稍后阅读", "要读的论文",   "あとで読む",    "後で読む", "未読",           "読みたい論文",
    "読む論文", "읽을 논문"};

constexpr std::string_view kContents[] = {
    "table of contents", "contents", "toc", "目次", "目录", "目錄", "차례", "목차"};

constexpr std::string_view kPlaceholders[] = {"author name",
                                              "author names",
                                              "authors, year",
                                              "name of paper",
                                              "paper authors",
                                              "paper authors, year",
                                              "paper name",
                                              "paper title",
                                              "paper title here",
                                              "the title",
                                              "title",
                                              "title of paper",
                                              "title of the paper",
                                              "title here",
                                              "タイトル",
                                              "論文タイトル",
                                              "论文标题",
                                              "论文题目",
                                              "标题",
                                              "題名",
                                              "제목",
                                              "논문 제목"};

// What the names of such pages end in.
constexpr std::string_view kCollections[] = {
    "index",       "reading list",  "paper list", "papers list",    "list of papers",
    "short notes", "reading queue", "to read",    "papers to read", "awesome list",
    "论文列表",    "论文清单",      "论文汇总",   "阅读列表",       "阅读总结",
    "论文目录",    "論文リスト",    "論文一覧",   "논문 목록",      "논문 리스트"};

// And those of pages whose headings name works.
constexpr std::string_view kPaperPages[] = {" papers",           " paper summary",
                                            " paper summaries",  " papers summary",
                                            "summary of papers", "论文总结"};

// By their sizes first, which are compared at once.
constexpr bool is_before(std::string_view one, std::string_view other) {
  return one.size() != other.size() ? one.size() < other.size() : one < other;
}

// Every heading is looked up, so not one by one, and most by their first letters alone.
template <const auto& kWords>
bool is_one_of(std::string_view word) {
  static constexpr auto kSorted = [] {
    auto out = std::to_array(kWords);
    std::sort(out.begin(), out.end(), is_before);
    return out;
  }();
  static constexpr FirstLetters kFirst = [] {
    FirstLetters out;
    for (std::string_view known : kWords) out.add(known);
    return out;
  }();
  return kFirst.may_start(word) &&
         std::binary_search(kSorted.begin(), kSorted.end(), word, is_before);
}

}  // namespace

bool is_section_word(std::string_view name) { return is_one_of<kSectionWords>(name); }

bool is_page_word(std::string_view name) { return is_one_of<kPageWords>(name); }

bool is_placeholder(std::string_view name) {
  return std::find(std::begin(kPlaceholders), std::end(kPlaceholders), name) !=
         std::end(kPlaceholders);
}

bool names_queue(std::string_view name) {
  return std::find(std::begin(kQueues), std::end(kQueues), name) != std::end(kQueues);
}

bool names_contents(std::string_view name) {
  return std::find(std::begin(kContents), std::end(kContents), name) != std::end(kContents);
}

bool names_papers(std::string_view name) {
  if (name == "papers" || name == "paper summaries") return true;
  return std::any_of(std::begin(kPaperPages), std::end(kPaperPages),
                     [&](std::string_view end) { return name.ends_with(end); });
}

bool names_posts(std::string_view name) {
  static constexpr std::string_view kPosts[] = {
      "blog",  "blogs",  "blogpost", "blogposts", "posts", "tutorials", "lectures",
      "talks", "videos", "podcasts", "博客",      "博文",  "ブログ",    "ブログ記事"};
  static constexpr std::string_view kPapers[] = {"paper", "papers", "publications"};
  static constexpr ByteSet kBetween(" /,&");
  static constexpr FirstLetters kFirst = [] {
    FirstLetters out;
    for (std::string_view word : kPosts) out.add(word);
    for (std::string_view word : kPapers) out.add(word);
    return out;
  }();
  constexpr int kMost = 5;
  bool found = false;
  int words = 0;
  for (size_t at = 0; at < name.size();) {
    size_t end = at;
    while (end < name.size() && !kBetween.has(name[end])) ++end;
    const std::string_view word = name.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (++words > kMost) return false;
    if (!kFirst.may_start(word)) continue;
    if (std::ranges::find(kPapers, word) != std::end(kPapers)) return false;
    found = found || std::ranges::find(kPosts, word) != std::end(kPosts);
  }
  return found;
}

bool names_collection(std::string_view name) {
  return std::any_of(std::begin(kCollections), std::end(kCollections),
                     [&](std::string_view end) { return name.ends_with(end); });
}

}  // namespace notes
