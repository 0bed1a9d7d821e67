#include "notes/shown_title.h"

#include <gtest/gtest.h>

#include "notes/key.h"
#include "notes/observed.h"
#include "notes/plain_latex.h"

namespace {

using namespace notes;

TEST(ShownTitle, IsWhatMarkdownPrints) {
  EXPECT_EQ(shown_title("Gates &amp; Halls &#8212; &quot;Rooms&quot;"),
            "Gates & Halls — \"Rooms\"");
  EXPECT_EQ(shown_title("Quiet *Gates* in **Small** _Rooms_"), "Quiet Gates in Small Rooms");
  EXPECT_EQ(shown_title("Quiet **Gates in *Small* Rooms**"), "Quiet Gates in Small Rooms");
  EXPECT_EQ(shown_title("~~Old Gates~~ in ==New== `Rooms`"), "Old Gates in New Rooms");
  EXPECT_EQ(shown_title("Gates in [Small Rooms](https://x.org/a_(b)), [[halls|Halls]]"),
            "Gates in Small Rooms, Halls");
  EXPECT_EQ(shown_title("Quiet Gates ^gate-1"), "Quiet Gates");
}

TEST(ShownTitle, IsWhatLatexPrints) {
  EXPECT_EQ(shown_title("Learning $\\ell_1$ Norms in $O(n^2)$"), "Learning ℓ1 Norms in O(n²)");
  EXPECT_EQ(shown_title("\\textbf{Gates} by M\\\"uller and \\'{E}va \\emph{et al}"),
            "Gates by Müller and Éva et al");
  EXPECT_EQ(shown_title("{BERT} for {Small Rooms}"), "BERT for Small Rooms");
  EXPECT_EQ(with_latex("$\\alpha$-Gates \\[NSDI '20\\]"), "$α$-Gates \\[NSDI '20\\]");
}

TEST(ShownTitle, LeavesSignsThatAreTheTitles) {
  for (const char* title :
       {"A* Search", "Q* and A*: Planning", "C*-Algebras of Gates", "snake_case and __init__ gates",
        "R&D at AT&T", "From $5 to $10", "2 * 3 = 6", "Gates [extended version]", "a ~ b ~ c", "*",
        "{{title}}", "Where x^2 ^ 3", "x == y"})
    EXPECT_EQ(shown_title(title), std::string_view(title) == "snake_case and __init__ gates"
                                      ? "snake_case and init gates"
                                      : title);
}

TEST(ShownTitle, SpellingsOfOneTitleAreOneKey) {
  const auto same = [](std::string_view a, std::string_view b) {
    EXPECT_EQ(title_key(a), title_key(b)) << a;
  };
  same("Gates &amp; Halls", "Gates and Halls");
  same("Gates & Halls", "Gates and Halls");
  same("Learning $\\ell_1$ Norms", "Learning ℓ1 Norms");
  same("\\textbf{Mamba} and $\\Delta$", "Mamba and Δ");
  same("\\\"{U}ber Gates by M\\\"uller", "Über Gates by Müller");
  same("［Paper Note］ Quiet Gates", "Quiet Gates");
  EXPECT_NE(title_key("R&D"), title_key("R and D"));
}

TEST(ShownTitle, EntriesOfEveryShapeShowIt) {
  EXPECT_EQ(observed::titles("# Learning $\\ell_1$ *Norms* &amp; \\textbf{X} in Rooms\n\n"
                             "Authors: A. Doe, B. Roe\nYear: 2020\n"),
            "Learning ℓ1 Norms & X in Rooms");
  EXPECT_EQ(
      observed::titles("---\ntitle: \"\\\\\\\"{U}ber {BERT} in Rooms\"\nauthors: [A. Doe, B. Roe]\n"
                       "---\n"),
      "Über BERT in Rooms");
  EXPECT_EQ(observed::titles("## ［Paper Note］ Quiet Gates in Rooms, Jane Doe+, ICLR'25\n\n"
                             "## [Paper Note] Loud &amp; Small `Gates`, Jane Doe+, ICLR'25\n\n"),
            "Quiet Gates in Rooms\nLoud & Small Gates");
  EXPECT_EQ(observed::titles("# Title: Quiet Gates in Rooms\n\nAuthors: A. Doe\nYear: 2020\n"),
            "Quiet Gates in Rooms");
}

}  // namespace
