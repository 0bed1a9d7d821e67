// Duplicates as they were found in collections of notes, each with the verdict it gets and why.
#include <gtest/gtest.h>

#include "notes/duplicates.h"
#include "support/fixture.h"

namespace {

using support::Fixture;
using Strings = std::vector<std::string>;

// `same-work a.md b.md: reason`; places in a.md by line.
void check(std::string_view text, const Strings& want) {
  const Fixture fixture(text);
  Strings got;
  for (const notes::DuplicateGroup& group : all_duplicates(fixture.vault())) {
    std::string line(name_of(group.relation));
    for (const notes::EntryId id : group.entries) {
      const auto& entry = fixture.vault().entry(id);
      const notes::Note& note = *fixture.vault().note(id.note);
      line += " " + fixture.vault().display_path(id.note) + ":" +
              std::to_string(note.text().line_of(entry.at(entry->title_range).begin) + 1);
    }
    got.push_back(line + ": " + group.reason);
  }
  EXPECT_EQ(got, want);
}

// 1. The venue differs: the preprint is its publication.
TEST(RealDuplicates, APreprintAndItsPublication) {
  check(R"(
NEFTune: Noisy Embeddings Improve Instruction Finetuning, Neel Jain+, N/A, ICLR'24
Paper/Blog Link My Issue
#Pocket #NLP Issue Date: 2023-10-26
NEFTune: Noisy Embeddings Improve Instruction Finetuning, Neel Jain+, N/A, arXiv'23
Paper/Blog Link My Issue
#Pocket #NLP Issue Date: 2023-10-12
)",
        {"same-work a.md:1 a.md:4: same title, same first author, arXiv'23 and ICLR'24"});
}

// 2. Nothing differs.
TEST(RealDuplicates, ASingleAuthor) {
  check(R"(
[Paper Note] An overview of gradient descent optimization algorithms, Sebastian Ruder, arXiv'16
Paper/Blog Link My Issue
#Pocket #NLP Issue Date: 2025-07-15
[Paper Note] An overview of gradient descent optimization algorithms, Sebastian Ruder, arXiv'16
Paper/Blog Link My Issue
#Pocket #NLP Issue Date: 2025-06-15
)",
        {"same-work a.md:1 a.md:4: same title, same first author"});
}

// 3. Two issues about one paper.
TEST(RealDuplicates, TwoIssues) {
  check(R"(
## Distraction-Based Neural Networks for Modeling Documents, Chen+, IJCAI'16
- https://github.com/someone/papers/issues/132
## Distraction-Based Neural Networks for Modeling Documents, Chen+, IJCAI'16
- https://github.com/someone/papers/issues/73
)",
        {"same-work a.md:1 a.md:3: same title, same first author"});
}

// 4, 5. One list, one heading: a slip, however close.
TEST(RealDuplicates, TwiceUnderOneHeading) {
  check(R"(
#### 2016-11
- Learning to Compose Words into Sentences with Reinforcement Learning[[OpenReview](http://openreview.net/forum?id=Skvgqgqxe)]
- Neural Architecture Search with Reinforcement Learning [[arXiv](https://arxiv.org/abs/1611.01578)]
- Learning to Compose Words into Sentences with Reinforcement Learning [[OpenReview](http://openreview.net/forum?id=Skvgqgqxe)]
#### 2015-11
- Sequence Level Training with Recurrent Neural Networks [[arXiv](http://arxiv.org/abs/1511.06732)]
- Sequence Level Training with Recurrent Neural Networks [[arXiv](http://arxiv.org/abs/1511.06732)]
)",
        {"same-work a.md:2 a.md:4: same OpenReview id Skvgqgqxe, same title",
         "same-work a.md:6 a.md:7: same arXiv id 1511.06732, same title"});
}

// 6. The link was copied from another paper.
TEST(RealDuplicates, AnIdentifierOfAnotherPaper) {
  check(R"(
- Colorful Image Colorization [[arXiv](http://arxiv.org/abs/1603.08983)]
- Learning Representations for Automatic Colorization [[arXiv](http://arxiv.org/abs/1603.06668)]
- Neural GPUs Learn Algorithms [[arXiv](http://arxiv.org/abs/1511.08228)]
%! b.md
## [Adaptive Computation Time for Recurrent Neural Networks](http://arxiv.org/abs/1603.08983)
)",
        {"identifier-conflict a.md:1 b.md:1: same arXiv id 1603.08983, different titles"});
}

// 7. Two identifiers of one paper, arXiv and OpenReview: who lists it in two places on purpose
// copies the line.
TEST(RealDuplicates, IdentifiersOfTwoKinds) {
  check(R"(
#### 2016-12
- Improving Neural Language Models with a Continuous Cache [[arXiv](https://arxiv.org/abs/1612.04426)]
- Learning Features by Watching Objects Move [[arXiv](https://arxiv.org/abs/1612.06370)]
#### 2016-11
- Improving Neural Language Models with a Continuous Cache [[OpenReview](http://openreview.net/forum?id=B184E5qee)]
- Neural Architecture Search with Reinforcement Learning [[arXiv](https://arxiv.org/abs/1611.01578)]
)",
        {"same-work a.md:2 a.md:5: same title"});
}

// 8. Retitled between its versions.
TEST(RealDuplicates, ARetitledPreprint) {
  check(R"(
- Learning from Demonstrations for Real World Reinforcement Learning [[arXiv](https://arxiv.org/abs/1704.03732)]
- Neural Architecture Search with Reinforcement Learning [[arXiv](https://arxiv.org/abs/1611.01578)]
- Learning Features by Watching Objects Move [[arXiv](https://arxiv.org/abs/1612.06370)]
%! b.md
## [Deep Q-learning from Demonstrations](https://arxiv.org/abs/1704.03732)
)",
        {"same-work a.md:1 b.md:1: same arXiv id 1704.03732"});
}

// 9. One identifier in two rows of a table, and one paper in two weeks.
TEST(RealDuplicates, RowsOfATable) {
  check(R"(
## Week 2
| **Paper** | **Links** |
| --- | --- |
| 8) **Scaling LLM Test-Time Compute Optimally** - more compute | [Paper](https://arxiv.org/abs/2408.05109) |
| 9) **MusicGen** - music | [Paper](https://arxiv.org/abs/2306.05284) |
| 10) **Survey of NL2QL** - databases | [Paper](https://arxiv.org/abs/2408.05109) |
## Week 1
| **Paper** | **Links** |
| --- | --- |
| 4) **MusicGen** - more music | [Paper](https://arxiv.org/abs/2306.05284) |
)",
        {"identifier-conflict a.md:4 a.md:6: same arXiv id 2408.05109, different titles",
         "cross-listing a.md:5 a.md:10: same arXiv id 2306.05284, same title"});
}

// 10, 11. The identifier, and even the authors, of the entry above. The right entry stands far
// below; that both have another preprint's number is one mistake more.
TEST(RealDuplicates, CopiedFromTheEntryAbove) {
  check(R"(
**RainDiffusion:When Unsupervised Learning Meets Diffusion Models for Real-world Image Deraining** \
*Mingqiang Wei, Yiyang Shen, Yongzhen Wang, Haoran Xie, Fu Lee Wang* \
arXiv 2023. [[Paper](https://arxiv.org/abs/2301.09430)] \
23 Jan 2023

**Dif-Fusion: Towards High Color Fidelity in Infrared and Visible Image Fusion with Diffusion Models** \
*Mingqiang Wei, Yiyang Shen, Yongzhen Wang, Haoran Xie, Fu Lee Wang* \
arXiv 2023. [[Paper](https://arxiv.org/abs/2301.09430)] \
23 Jan 2023

**Extracting Training Data from Diffusion Models** \
*Nicholas Carlini, Jamie Hayes, Milad Nasr* \
arXiv 2023. [[Paper](https://arxiv.org/abs/2302.00860)] \
2 Feb 2023

**Extracting Training Data from Diffusion Models** \
*Nicholas Carlini, Jamie Hayes, Milad Nasr* \
arXiv 2023. [[Paper](https://arxiv.org/abs/2301.13188)] \
30 Jan 2023

**Interventional and Counterfactual Inference with Diffusion Models** \
*Patrick Chao, Patrick Blöbaum, Shiva Prasad Kasiviswanathan* \
arXiv 2023. [[Paper](https://arxiv.org/abs/2302.00860)] \
2 Feb 2023
)",
        {"identifier-conflict a.md:1 a.md:6: same arXiv id 2301.09430, different titles",
         "same-work a.md:11 a.md:16: same title, same first author",
         "identifier-conflict a.md:11 a.md:21: same arXiv id 2302.00860, different titles"});
}

// 12, 13, 14. Two files about one paper.
TEST(RealDuplicates, TwoFilesWithOneIdentifier) {
  check(R"(
%! llm_agent/dialect_bias.md
# A Multi-Agent Framework for Mitigating Dialect Biases in Privacy Policy Question-Answering Systems

**会议**: ACL 2025
**arXiv**: [2506.02998](https://arxiv.org/abs/2506.02998)
%! llm_agent/privacy_qa.md
# A Multi-Agent Framework for Mitigating Dialect Biases in Privacy Policy Question-Answering Systems

**会议**: ACL 2025
**arXiv**: [2506.02998](https://arxiv.org/abs/2506.02998)
)",
        {"same-work llm_agent/dialect_bias.md:1 llm_agent/privacy_qa.md:1: same arXiv id "
         "2506.02998, same title"});
}

// 15. One title is a translation: no conflict.
TEST(RealDuplicates, ATranslatedTitle) {
  check(R"(
# MEDISEG: 药物图像实例分割数据集——预防不良药物事件

**会议**: CVPR 2026
**arXiv**: [2603.10825](https://arxiv.org/abs/2603.10825)
%! b.md
# A dataset of medication images with instance segmentation masks for preventing adverse drug events

**会议**: 投稿中
**arXiv**: [2603.10825](https://arxiv.org/abs/2603.10825)
)",
        {"same-work a.md:1 b.md:1: same arXiv id 2603.10825"});
}

// 16. The name of the file differs by a question mark.
TEST(RealDuplicates, TwoFilesWithoutIdentifier) {
  check(R"(
%! shallow.md
### Is Deeper Better only when Shallow is Good?

Author: Eran Malach, Shai Shalev-Shwartz

Year: 2019
%! shallow?.md
### Is Deeper Better only when Shallow is Good?

Author: Eran Malach, Shai Shalev-Shwartz

Year: 2019
)",
        {"same-work shallow.md:1 shallow?.md:1: same title, same first author"});
}

// 17. A suffix of the reference manager; and C is not C++.
TEST(RealDuplicates, CitationKeysWithASuffix) {
  check(R"(
%! @Hartford2016.md
---
citekey: Hartford2016
title: Deep Learning for Predicting Human Strategic Behavior
authors: ["Hartford, Jason S", "Wright, James R", "Leyton-Brown, Kevin"]
year: 2016
---
%! @Hartford2016a.md
---
citekey: Hartford2016a
title: Deep learning for predicting human strategic behavior
authors: ["Hartford, Jason S.", "Wright, James R.", "Leyton-Brown, Kevin"]
year: 2016
---
%! @Kernighan1988.md
---
citekey: Kernighan1988
title: The C programming language
authors: ["Kernighan, Brian W.", "Ritchie, Dennis M."]
year: 1988
---
%! @Stroustrup2013.md
---
citekey: Stroustrup2013
title: The C++ Programming Language
authors: ["Stroustrup, Bjarne"]
year: 2013
---
)",
        {"same-work @Hartford2016.md:3 @Hartford2016a.md:3: same title, same first author"});
}

// 18, 19. A folder was copied, a draft kept: notes of one paper each, so no mirrored list.
TEST(RealDuplicates, ADraftAndItsNote) {
  check(R"(
%! drafts/gandiva.md
# \[2018 OSDI] Gandiva: Introspective Cluster Scheduling for Deep Learning

## One-line Summary

A cluster scheduling framework.
%! index/gandiva.md
# \[2018 OSDI] Gandiva: Introspective Cluster Scheduling for Deep Learning

## One-line Summary

A cluster scheduling framework.
)",
        {"same-work drafts/gandiva.md:1 index/gandiva.md:1: same title"});
}

}  // namespace
