// Of links.h: what links are called.
#include <algorithm>
#include <iterator>
#include <span>

#include "notes/links.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLongestOther = 48;

constexpr std::string_view kPaperTexts[] = {
    "paper",         "pdf",        "arxiv",         "论文",
    "論文",          "논문",       "link to paper", "link to the paper",
    "the paper",     "full paper", "paper link",    "original paper",
    "acl",           "nips",       "neurips",       "openreview",
    "acl anthology", "论文链接",   "論文リンク",    "doi",
    "原文",          "原文链接",   "原论文",        "paper pdf",
    "pdf link",      "arxiv link", "arxiv paper",   "technical report",
    "tech report",   "preprint",   "full text",     "link to the original paper"};
constexpr std::string_view kOtherTexts[] = {"code",
                                            "github",
                                            "project",
                                            "project page",
                                            "slides",
                                            "video",
                                            "demo",
                                            "data",
                                            "dataset",
                                            "blog",
                                            "website",
                                            "webpage",
                                            "homepage",
                                            "questions",
                                            "link",
                                            "links",
                                            "url",
                                            "article",
                                            "tweet",
                                            "poster",
                                            "talk",
                                            "notebook",
                                            "model",
                                            "models",
                                            "page",
                                            "notes",
                                            "note",
                                            "summary",
                                            "bibtex",
                                            "supp",
                                            "review",
                                            "web",
                                            "html",
                                            "site",
                                            "colab",
                                            "pytorch",
                                            "tensorflow",
                                            "official code",
                                            "supplementary",
                                            "here",
                                            "代码",
                                            "代码链接",
                                            "项目",
                                            "主页",
                                            "链接",
                                            "コード",
                                            "リンク",
                                            "スライド",
                                            "링크",
                                            "코드",
                                            "笔记",
                                            "解读",
                                            "source",
                                            "hugging face",
                                            "huggingface",
                                            "refer to caption",
                                            "image",
                                            "twitter",
                                            "x",
                                            "youtube",
                                            "short notes",
                                            "slide",
                                            "presentation",
                                            "recording",
                                            "repo",
                                            "repository",
                                            "source code",
                                            "implementation",
                                            "official implementation",
                                            "official website",
                                            "blog post",
                                            "announcement",
                                            "documentation",
                                            "docs",
                                            "appendix",
                                            "supplement",
                                            "supplementary material",
                                            "discussion",
                                            "discussions",
                                            "thread",
                                            "reddit",
                                            "download",
                                            "read more",
                                            "more",
                                            "details",
                                            "questions",
                                            "wikipedia",
                                            "发布链接",
                                            "read",
                                            "to read",
                                            "todo",
                                            "视频"};
// What such names start with: `Presentation video at OSDI '21`.
constexpr std::string_view kOtherStarts[] = {
    "presentation slides",  "presentation video", "slides at ",    "slides for ",
    "poster at ",           "video at ",          "talk at ",      "(links to an external",
    "links to an external", "questions:",         "questions for "};

bool holds(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string shown_as(std::string_view text) {
  std::string name = fold(text);
  std::erase_if(name, [](char c) { return c == '*' || c == '[' || c == ']' || c == '`'; });
  std::string_view rest = trim(name);
  while (rest.ends_with(':')) rest = trim(rest.substr(0, rest.size() - 1));
  return std::string(rest);
}

// `Paper 2`
bool is_numbered_paper(std::string_view name) {
  constexpr std::string_view kPaper = "paper ";
  return name.starts_with(kPaper) && name.size() <= kPaper.size() + 2 &&
         name.find_first_not_of("0123456789", kPaper.size()) == std::string_view::npos;
}

}  // namespace

bool is_generic_link_text(std::string_view text) {
  const std::string name = shown_as(text);
  if (is_numbered_paper(name) || name.ends_with(" on github")) return true;
  for (std::string_view start : kOtherStarts)
    if (name.starts_with(start) && name.size() <= kLongestOther) return true;
  return name.empty() || name.find("://") != std::string::npos || name.starts_with("www.") ||
         holds(kPaperTexts, name) || holds(kOtherTexts, name) || name.ends_with(".pdf") ||
         name.ends_with(".md");
}

std::string_view without_site(std::string_view text) {
  const size_t at = text.find("Links to an external site");
  if (at == std::string_view::npos) return text;
  const size_t last = text.substr(0, at).find_last_not_of(" \t\r\n(_*.,");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

bool is_added_by_site(std::string_view text) {
  return text.find("Links to an external site") != text.npos && without_site(text).empty();
}

bool is_paper_link_text(std::string_view text) {
  const std::string name = shown_as(text);
  return holds(kPaperTexts, name) || is_numbered_paper(name);
}

}  // namespace notes
