// Headings that say what stands below them and not which work it is about: those that every paper
// has, those of a template that nobody filled in, and those of pages about many papers. Pure: any
// thread.
#pragma once

#include <string_view>

namespace notes {

// All of them take a heading as heading_name() gives it (label.h).

// `Introduction`, `Summary`, `Paper`, `笔记`: a heading that every paper has.
bool is_section_word(std::string_view name);
// Of these, those over what is noted of the paper itself: `Paper`, `Info`, `论文笔记`. A title may
// still follow.
bool is_page_word(std::string_view name);
// `Paper title`, `Author Name`: what a template says until somebody fills it in.
bool is_placeholder(std::string_view name);
// `Inbox`, `To read`, `あとで読む`: no title of a work, whatever stands below.
bool names_queue(std::string_view name);
// `Table of Contents`, `目次`: what stands below says what else the page says.
bool names_contents(std::string_view name);
// `Reading List`, `Systems Papers - Short Notes`: a page about many works.
bool names_collection(std::string_view name);
// `Papers`, `Denoising Paper Summary`: the headings below it, or beside it, may name works.
bool names_papers(std::string_view name);
// `Introductory Posts`, `Blogs and Tutorials`, `博客`: what stands below is about works, and is
// none.
bool names_posts(std::string_view name);

}  // namespace notes
