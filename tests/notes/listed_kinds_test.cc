// Ways in which lists name papers, each as small as it can be.
#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

// The titles, one a line, `(title)` of a weak entry; `line` is repeated for three papers, `{t}` its
// title and `{u}` its address.
std::string check(std::string_view line, std::string_view before = "# Reading of mine\n\n") {
  constexpr std::string_view kTitles[] = {"Quiet Gates for Lost Sensors",
                                          "Loud Fields: Moving Speakers in Rooms",
                                          "Learning to Hear in Small Rooms"};
  std::string text(before);
  for (size_t i = 0; i < 3; ++i) {
    std::string one(line);
    const auto put = [&](std::string_view what, const std::string& with) {
      for (size_t at; (at = one.find(what)) != std::string::npos;)
        one.replace(at, what.size(), with);
    };
    put("{t}", std::string(kTitles[i]));
    put("{u}", "https://arxiv.org/abs/2205.0427" + std::to_string(i));
    put("{n}", std::to_string(i + 1));
    text += one + "\n";
  }
  const auto note = Note::parse("/vault/notes/list.md", Text(text));
  EXPECT_EQ(observed::flaws(*note), "");
  std::string out;
  for (const auto& entry : note->entries()) {
    if (!out.empty()) out += "\n";
    out += entry->strength == Strength::kWeak ? "(" + entry->title + ")" : entry->title;
    const bool addressed = line.find("{u}") != line.npos || line.find("arXiv:") != line.npos;
    EXPECT_EQ(entry->identifiers.size(), addressed ? 1u : 0u) << entry->title;
  }
  return out;
}

constexpr std::string_view kAll =
    "Quiet Gates for Lost Sensors\nLoud Fields: Moving Speakers in Rooms\n"
    "Learning to Hear in Small Rooms";

TEST(ListedKinds, ItemsSayMoreThanTheTitle) {
  for (std::string_view line :
       {"- {t}. Jane Doe, John A. Roe. NeurIPS, 2021. [pdf]({u})",
        "- Jane Doe and John Roe. \"{t}.\" arXiv 2021. [link]({u})",
        "- Doe, J., & Roe, A. (2021). {t}. *Journal of Sound*, 3(2). [pdf]({u})",
        "- {t} - Jane Doe, John Roe (ICML 2021) [[pdf]({u})]",
        "- 2021 | ICML | **{t}** | Jane Doe, John Roe | [Paper]({u})",
        "- ICML 2021: {t} [paper]({u})", "- [CVPR'21] {t}. [paper]({u})",
        "- Doe et al. (2021), *{t}*, [arXiv]({u})"})
    EXPECT_EQ(check(line), kAll) << line;
}

TEST(ListedKinds, ALinkedTitleStandsBehindNamesOrDates) {
  for (std::string_view line :
       {"- 2021-05-03: [{t}]({u})", "- Doe et al. (2021) [{t}]({u})", "- Doe, Roe & Li: [{t}]({u})",
        "- ICML 2021 - [{t}]({u})", "- `CVPR 2021` [{t}]({u})", "- **CVPR 2021** [{t}]({u})",
        "- #audio [{t}]({u})", "- **QG**: [{t}]({u})"})
    EXPECT_EQ(check(line), kAll) << line;
}

TEST(ListedKinds, TheAddressMayStandFirst) {
  for (std::string_view line : {"- [[Paper]({u})] {t}", "- [arXiv]({u}) {t}", "- {u} {t}",
                                "- {u} - {t}", "- [pdf]({u}) [code](https://github.com/a/b) {t}"})
    EXPECT_EQ(check(line), kAll) << line;
}

TEST(ListedKinds, TheAddressMayStandBelow) {
  for (std::string_view line :
       {"- {t}\n  - {u}\n  - nice", "- {t}\n  - Authors: A. Doe\n  - Link: {u}", "- {t}  \n  {u}",
        "{t}\n{u}\n\nIt says how.\n", "{n}. {t}\n{u}\n", "- Paper: [{t}]({u})"})
    EXPECT_EQ(check(line), kAll) << line;
}

TEST(ListedKinds, LinksMayBeWrittenInOtherWays) {
  for (std::string_view line : {"- [{t}] ({u})", "- {t} (arXiv:2101.0000{n})"})
    EXPECT_EQ(check(line).substr(0, kAll.size()), kAll) << line;
  EXPECT_EQ(check("- [{t}](papers/{n}.pdf)"), kAll);
  const auto note =
      Note::parse("/vault/list.md",
                  Text("- [Quiet Gates in Rooms][1]\n- [Loud Gates in Rooms](arxiv.org/abs/"
                       "2205.04271)\n- [Late Gates in Halls][]\n\n[1]: https://arxiv.org/abs/"
                       "2205.04270\n[late gates in halls]: <https://arxiv.org/abs/2205.04272>\n"));
  std::string ids;
  for (const auto& entry : note->entries())
    for (const Identifier& id : entry->identifiers) ids += to_string(id) + " ";
  EXPECT_EQ(ids, "arxiv:2205.04270 arxiv:2205.04271 arxiv:2205.04272 ");
}

TEST(ListedKinds, HtmlListsPapersToo) {
  for (std::string_view line :
       {"<li><a href=\"{u}\">{t}</a>, Jane Doe</li>", "<h3><a href=\"{u}\">{t}</a></h3>\n<p>x</p>",
        "<details>\n<summary>{t}</summary>\n\n[paper]({u})\n\nIt works.\n</details>\n",
        "<details><summary><b>{t}</b> (ICML 2021)</summary>\n\n- Paper: {u}\n</details>\n",
        "<table><tr><td>{t}</td><td><a href=\"{u}\">paper</a></td></tr></table>"})
    EXPECT_EQ(check(line), kAll) << line;
}

TEST(ListedKinds, HeadingsNameAPaperBehindOtherWords) {
  for (std::string_view line :
       {"## 2021-05-03: [{t}]({u})\n\ntext\n", "### 📝 [{t}]({u})\n\ntext\n",
        "## Paper {n}: {t}\n\n[link]({u})\n\ntext\n", "## {n}、{t}\n\n论文链接: {u}\n\n好。\n",
        "## {t} ([paper]({u}))\n\ntext\n", "## **[{t}]({u})**\n\ntext\n",
        "## {t} (2021)\n\n[Paper]({u})\n", "## {t}\n\n*Jane Doe, John Roe*\n\n[arXiv]({u})\n"})
    EXPECT_EQ(check(line), kAll) << line;
}

TEST(ListedKinds, HeadingsNeedNoAddressWhereTheySayVenueOrNames) {
  for (std::string_view line :
       {"## {t} (CVPR 2021)\n\ntext\n", "## {t} [CVPR 2021]\n\ntext\n", "## {t} - CVPR 2021\n\nx\n",
        "## CVPR 2021: {t}\n\ntext\n", "## {t} (Doe et al., 2021)\n\ntext\n",
        "### {t}\nJane Doe, John Roe, NeurIPS 2021\n\ntext\n", "## Paper: {t}\n\ntext\n"})
    EXPECT_EQ(check(line), kAll) << line;
  EXPECT_EQ(check("## Results {n} (CIFAR 2010)\n\ntext\n"), "");
  EXPECT_EQ(check("## Team\nJane Doe, John Roe, Wei Li\n", "# Group\n\ntext\n\n"), "");
}

TEST(ListedKinds, WordsOverOneAddressAreNoTitleWhenTheyAreASentence) {
  EXPECT_EQ(check("- See this one:\n  - {u}\n"), "");
  EXPECT_EQ(check("- it is nice to read\n  - {u}\n"), "");
  EXPECT_EQ(check("- Attention\n  - {u}\n"), "");
}

TEST(ListedKinds, AReadingListNeedsNoAddresses) {
  constexpr std::string_view kItems =
      "- Quiet Gates for Lost Sensors in Rooms\n- buy milk\n"
      "- Group of Gates and Fences for Sheep\n  - Loud Gates: Moving Speakers in Halls\n";
  EXPECT_EQ(observed::titles("# To Read\n\n" + std::string(kItems)),
            "(Quiet Gates for Lost Sensors in Rooms)\n(Loud Gates: Moving Speakers in Halls)");
  EXPECT_EQ(observed::titles("# Plans\n\n" + std::string(kItems)), "");
}

TEST(ListedKinds, TasksMayBeTitles) {
  EXPECT_EQ(check("- [ ] {t} for the Deaf"),
            "(Quiet Gates for Lost Sensors for the Deaf)\n"
            "(Loud Fields: Moving Speakers in Rooms for the Deaf)\n"
            "(Learning to Hear in Small Rooms for the Deaf)");
  EXPECT_EQ(check("- [ ] write chapter {n} of the thesis before June"), "");
}

TEST(ListedKinds, MoreOfThem) {
  for (std::string_view line :
       {"- {t} → [arXiv]({u})", "- [![arXiv](https://x.y/b.svg)]({u}) **{t}**, Jane Doe, John Roe",
        "- {t}\n  Jane Doe, John Roe\n  *ICML 2021*\n  [paper]({u})",
        "- [ ] Read [{t}]({u}) 📅 2021-05-01",
        "## {t}\n\n**Jane Doe et al., 2021** | [arXiv]({u}) | "
        "[code](https://github.com/a/b)\n\ntext\n",
        "## {t}\n\n| Authors | Link |\n|---|---|\n| Jane Doe, John Roe | [pdf]({u}) |\n\ntext\n",
        "<p><b>{t}</b><br>Jane Doe<br><a href=\"{u}\">paper</a></p>\n"})
    EXPECT_EQ(check(line), kAll) << line;
}

TEST(ListedKinds, NameTheirAuthorsBehindTheTitle) {
  for (std::string_view line :
       {"- **Quiet Gates in Rooms** *Jane Doe, Wei Li*. NeurIPS 2021. "
        "[[paper](https://arxiv.org/abs/"
        "2205.04270)]",
        "- [Quiet Gates in Rooms](https://arxiv.org/abs/2205.04270), Jane Doe and Wei Li, ICML "
        "2021",
        "- *[Quiet Gates in Rooms](https://arxiv.org/abs/2205.04270)* (Jane Doe, Wei Li, 2021)"}) {
    const auto note = Note::parse("/vault/list.md", Text(std::string(line)));
    ASSERT_EQ(note->entries().size(), 1u);
    EXPECT_EQ(note->entries()[0]->authors, (std::vector<std::string>{"Jane Doe", "Wei Li"}))
        << line;
  }
}

TEST(ListedKinds, AHeadingMayStandInAnItem) {
  EXPECT_EQ(
      observed::titles(
          "- # Quiet Gates for Lost Sensors: a Survey\n  - https://arxiv.org/abs/2205.04270\n"),
      "(Quiet Gates for Lost Sensors: a Survey)");
  EXPECT_EQ(observed::titles(
                "- text\n- ### Linear Gates in Rooms\n"
                "  - Paper: [Quiet Gates for Lost Sensors](https://arxiv.org/abs/2205.04270)\n"),
            "Quiet Gates for Lost Sensors");
}

TEST(ListedKinds, TitleAndAddressMayBeItemsSideBySide) {
  constexpr std::string_view kTitle = "- Quiet Gates for Lost Sensors in Rooms\n";
  constexpr std::string_view kAddress = "- https://arxiv.org/abs/2205.04270\n";
  EXPECT_EQ(observed::titles("- Lab:\n  " + std::string(kTitle) + "  " + std::string(kAddress)),
            "(Quiet Gates for Lost Sensors in Rooms)");
  EXPECT_EQ(observed::titles("- Lab:\n  " + std::string(kAddress) + "  " + std::string(kTitle)),
            "(Quiet Gates for Lost Sensors in Rooms)");
}

TEST(ListedKinds, ABracketBehindATitleInACellIsItsOwnUnlessItSaysWhenOrWho) {
  const auto row = [](std::string_view cell) {
    return observed::titles("| Title | Link |\n|---|---|\n| " + std::string(cell) +
                            " | [pdf](https://arxiv.org/abs/2205.04270) |\n");
  };
  EXPECT_EQ(row("Learning (Very) Deep Nets for Speech"), "(Learning (Very) Deep Nets for Speech)");
  EXPECT_EQ(row("3) QUIET: Search of Gates (Lost Sensors)  It looks for them."),
            "(QUIET: Search of Gates (Lost Sensors))");
  EXPECT_EQ(row("Context without Retrieval (CAG) - how it works"),
            "(Context without Retrieval (CAG))");
  EXPECT_EQ(
      row("Building Quiet Gates with Graphs This paper presents a way of building gates that "
          "nobody hears, with a look at what (in large rooms) is lost and won on the way there."),
      "(Building Quiet Gates with Graphs)");
  for (std::string_view remark :
       {"NeurIPS 2021", "2021", "2021-05", "ICML'21", "Doe et al.", "oral", "Spotlight talk",
        "Jane Doe, John Roe", "best paper award"})
    EXPECT_EQ(row("Learning (Very) Deep Nets (" + std::string(remark) + ")"),
              "(Learning (Very) Deep Nets)")
        << remark;
}

TEST(ListedKinds, WordsWhereAnAddressBelongsAreNoNote) {
  EXPECT_EQ(check("- {t} [[arXiv]({u})] [[article]({t})]"), kAll);
  EXPECT_EQ(check("- {t} [[arXiv]({u})] [[notes](notes/{n}.md)]"), "");
}

TEST(ListedKinds, WhatASiteAddsToItsLinksIsNoTitle) {
  EXPECT_EQ(check("{n}. &#x20;**Nick -** [**Questions**](https://site.org/q)\\\n   _Jane Doe, John "
                  "Roe_, [**{t} (Links to an external site.)**]({u}) Journal 17, 1974"),
            kAll);
  EXPECT_EQ(check("{n}. [**Links to an external "
                  "site.**](http://doi.org/10.1145/1368506.1368525)**Nick -** [**Questions "
                  "for all 3**](https://site.org/q)\\\n   Jane Doe [**{t}** Links to an external "
                  "site.]({u})ICML 2020"),
            kAll);
  EXPECT_EQ(check("- [{t} (Links to an external site.)]({u})"), kAll);
  // Words of a link that are no title leave the name.
  EXPECT_EQ(
      observed::titles(
          "- **BERT** [code and models of it, pretrained](https://arxiv.org/abs/2205.04270)\n"),
      "");
}

TEST(ListedKinds, WhatToDoIsNoTitle) {
  EXPECT_EQ(
      observed::titles("# Words of mine\n\n- <span class=\"org-todo todo TODO\">TODO</span>  read "
                       "<https://arxiv.org/abs/1703.06907>, <https://arxiv.org/abs/1611.04201>\n"),
      "");
  EXPECT_EQ(observed::titles(
                "# Words of mine\n\n### <span class=\"org-todo todo TO_READ\">TO-READ</span> "
                "[[1711.02281] Quiet Gates for Lost Sensors](https://arxiv.org/abs/1711.02281) "
                "{#quiet}\n"),
            "Quiet Gates for Lost Sensors");
  EXPECT_EQ(observed::titles(
                "# Words of mine\n\n### Example 2: Sensor Web Services ([Doe, n.d.](#org1))\n\n"
                "text\n"),
            "");
}

TEST(ListedKinds, APageOfWhatIsToBeReadIsAboutItsCitations) {
  const std::string text =
      "15) J. Doe et al., “Quiet gates for lost sensors,” IEEE Trans. Hear., to be published.\n\n"
      "19) J. Doe, R. Roe, and A. El Poe, “Loud fields in small rooms,” Hear. Journal, vol. 36, "
      "no. 12, pp. 2479–2486, Dec. 2017.\n\n"
      "V. Roe and C. Doe, “Moving Speakers Using Priors: A Way,” Proc. Hearing, 2018.\n\n"
      "1. [27] L. Doe, R. Roe, and M. Poe. Generative hearing of speakers. Hearing one, 7(7):e39, "
      "2015. 这一篇讲的是\n2. look at what else they wrote, in 2018\n\n"
      "J. Doe, “BROKEN:\n\nover lines,” Hear. Journal, 2017.\n";
  const auto titles_in = [&](const std::string& path) {
    std::string out;
    const auto note = Note::parse(path, Text(text));
    EXPECT_EQ(observed::flaws(*note), "");
    for (const auto& entry : note->entries()) {
      EXPECT_EQ(entry->strength, Strength::kWeak);
      EXPECT_GE(entry->authors.size(), 1u) << entry->title;
      out += entry->title + "\n";
    }
    return out;
  };
  EXPECT_EQ(
      titles_in("/vault/papers-need-to-download.md"),
      "Quiet gates for lost sensors\nLoud fields in small rooms\nMoving Speakers Using Priors: "
      "A Way\nGenerative hearing of speakers\n");
  EXPECT_EQ(titles_in("/vault/hearing.md"), "");
}

}  // namespace
