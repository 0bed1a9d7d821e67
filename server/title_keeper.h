// Keeps an index of the vault's titles (notes/title_index.h) for the documents of one session: made
// once all notes are read, and made anew in the background when much is no more what it was. Owned
// by the io thread; its documents outlive it.
#pragma once

#include <memory>

#include "documents.h"
#include "work.h"

namespace server {

class TitleKeeper : public std::enable_shared_from_this<TitleKeeper> {
 public:
  TitleKeeper(Work& work, Documents& documents) : work_(work), documents_(documents) {}

  // Every note will be another.
  void forget();
  // Every note was read.
  void make();
  // Notes have changed.
  void follow();

 private:
  void make(View view);

  Work& work_;
  Documents& documents_;
  bool is_wanted_ = false;  // there is one, or will be
  bool is_making_ = false;
  size_t changes_ = 0;
  size_t version_ = 0;  // of what is made; what comes late is of an earlier one
};

}  // namespace server
